package io.wonderlake.catalog.glue;

import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.Permission;
import io.wonderlake.work.Job;
import io.wonderlake.work.Probe;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.Database;

/// Looks whether the databases of a lake and the tables of one of them can be read from the Glue Data Catalog, past any copy kept here.
public final class GlueProbe {
    private static final int MOST = 100;

    private final AwsAccount account;
    private final Supplier<GlueClient> client;

    private GlueProbe(AwsAccount account) {
        this.account = account;
        this.client = new GlueCalls(account)::client;
    }

    public static Probe of(AwsAccount account) {
        return new Probe(Strings.text("probe.glue"), new GlueProbe(account)::look);
    }

    private Probe.Finding look(Job job) {
        GlueClient glue = client.get();
        List<String> databases = account.call(permission("glue:GetDatabases", "database/*"), job, () -> glue.getDatabases(r -> r.maxResults(MOST))).databaseList().stream()
                .map(Database::name).filter(this::shown).toList();
        if (databases.isEmpty()) {
            return new Probe.Finding(Strings.text("probe.glue.none"), Strings.text("probe.glue.none.advice"));
        }
        String first = databases.getFirst();
        account.call(permission("glue:GetTables", "database/" + first, "table/" + first + "/*"), job, () -> glue.getTables(r -> r.databaseName(first).maxResults(1)));
        return Probe.Finding.well(Strings.text("probe.glue.well", databases.size(), first));
    }

    private Permission permission(String action, String... resources) {
        String beginning = "arn:aws:glue:" + account.profile().region() + ":*:";
        List<String> all = new ArrayList<>(List.of(beginning + "catalog"));
        for (String resource : resources) {
            all.add(beginning + resource);
        }
        return new Permission(action, all);
    }

    private boolean shown(String database) {
        List<String> scope = account.profile().databases();
        return scope.isEmpty() || scope.stream().anyMatch(each -> each.endsWith("*") ? database.startsWith(each.substring(0, each.length() - 1)) : database.equals(each));
    }
}
