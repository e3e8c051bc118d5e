package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.aws.Permission;

/// Glue's things as policies name them. The account's number stays open: it is known only to a call of its own.
final class Resources {
    private final String beginning;

    Resources(String region) {
        String partition = region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
        this.beginning = "arn:" + partition + ":glue:" + region + ":*:";
    }

    Permission onCatalog(String action) {
        return Permission.of("glue:" + action, beginning + "catalog", beginning + "database/*");
    }

    Permission onDatabase(String action, String database) {
        return Permission.of("glue:" + action, beginning + "catalog", beginning + "database/" + database, beginning + "table/" + database + "/*");
    }

    Permission onTable(String action, TableName table) {
        return Permission.of("glue:" + action, beginning + "catalog", beginning + "database/" + table.database(),
                beginning + "table/" + table.database() + "/" + table.table());
    }
}
