package io.wonderlake.ui.explore;

import io.wonderlake.catalog.TableName;
import java.util.regex.Pattern;

/// How names stand in SQL text.
final class SqlName {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_]*");

    private SqlName() {
    }

    static String of(TableName table) {
        return part(table.database()) + "." + part(table.table());
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String part(String name) {
        return PLAIN.matcher(name).matches() ? name : quoted(name);
    }
}
