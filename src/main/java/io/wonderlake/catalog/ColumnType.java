package io.wonderlake.catalog;

import java.util.Locale;

/// A column's type in SQL's words, lower case: `integer`, `decimal(8,2)`, `varchar`, `timestamp`, `struct(a integer)`…
public record ColumnType(String sql) {

    public ColumnType {
        sql = sql.toLowerCase(Locale.ROOT);
    }

    /// What a column is to the eye: decides its icon, its alignment, and the rules that make sense for it.
    public enum Family {
        INTEGER, DECIMAL, TEXT, DATE, TIMESTAMP, BOOLEAN, NESTED, LIST, BINARY;

        public boolean numeric() {
            return this == INTEGER || this == DECIMAL;
        }
    }

    public Family family() {
        String bare = sql.contains("(") ? sql.substring(0, sql.indexOf('(')).strip() : sql;
        if (sql.endsWith("[]")) {
            return Family.LIST;
        }
        return switch (bare) {
            case "tinyint", "smallint", "integer", "int", "bigint", "hugeint", "utinyint", "usmallint", "uinteger", "ubigint", "uhugeint" -> Family.INTEGER;
            case "decimal", "numeric", "double", "double precision", "float", "real" -> Family.DECIMAL;
            case "date" -> Family.DATE;
            case "timestamp", "timestamptz", "timestamp with time zone", "timestamp_ns", "timestamp_ms", "timestamp_s", "time" -> Family.TIMESTAMP;
            case "boolean" -> Family.BOOLEAN;
            case "struct", "row", "map", "json", "super", "union", "variant" -> Family.NESTED;
            case "list", "array" -> Family.LIST;
            case "blob", "varbinary", "bit" -> Family.BINARY;
            default -> Family.TEXT;
        };
    }

    @Override
    public String toString() {
        return sql;
    }
}
