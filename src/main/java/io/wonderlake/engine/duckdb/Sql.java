package io.wonderlake.engine.duckdb;

import java.util.Collection;
import java.util.stream.Collectors;

/// Spells names and values so that they mean only themselves in DuckDB's SQL.
final class Sql {
    private Sql() {
    }

    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String text(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }

    static String texts(Collection<String> values) {
        return values.stream().map(Sql::text).collect(Collectors.joining(", ", "[", "]"));
    }
}
