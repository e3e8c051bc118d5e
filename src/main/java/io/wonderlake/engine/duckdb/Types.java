package io.wonderlake.engine.duckdb;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The engine's type names in the catalog's words.
final class Types {
    private Types() {
    }

    static List<Column> columns(ResultSetMetaData meta) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(new Column(meta.getColumnLabel(i), type(meta.getColumnTypeName(i)), ""));
        }
        return columns;
    }

    static ColumnType type(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean textual = lower.startsWith("enum") || lower.equals("\"null\"") || lower.equals("null") || lower.equals("unknown");
        return new ColumnType(textual ? "varchar" : name);
    }
}
