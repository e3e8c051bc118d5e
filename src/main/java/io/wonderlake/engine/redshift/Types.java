package io.wonderlake.engine.redshift;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The server's type names in the catalog's words.
final class Types {
    private static final int MOST_DIGITS = 38;

    private Types() {
    }

    static List<Column> columns(ResultSetMetaData meta) throws SQLException {
        List<Column> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            columns.add(new Column(meta.getColumnLabel(i), type(name(meta, i), meta.getPrecision(i), meta.getScale(i)), ""));
        }
        return columns;
    }

    /// A type that the driver does not know is read as text.
    private static String name(ResultSetMetaData meta, int column) {
        try {
            return meta.getColumnTypeName(column);
        } catch (SQLException _) {
            return "unknown";
        }
    }

    /// `digits` and `scale` count for exact numbers only; without digits they are open.
    static ColumnType type(String name, int digits, int scale) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.startsWith("_")) {
            return new ColumnType(type(lower.substring(1), 0, 0).sql() + "[]");
        }
        return new ColumnType(switch (lower) {
            case "int2" -> "smallint";
            case "int4", "serial" -> "integer";
            case "int8", "bigserial", "oid" -> "bigint";
            case "float4" -> "real";
            case "float8", "double precision" -> "double";
            case "bool" -> "boolean";
            case "numeric", "decimal" -> digits > 0 && digits <= MOST_DIGITS ? "decimal(" + digits + "," + scale + ")" : "decimal";
            case "text", "varchar", "bpchar", "char", "character", "character varying", "name", "unknown", "refcursor" -> "varchar";
            case "timestamp without time zone" -> "timestamp";
            case "timestamptz" -> "timestamp with time zone";
            case "time without time zone" -> "time";
            case "timetz" -> "time with time zone";
            case "bytea", "varbyte", "binary varying" -> "varbinary";
            case "jsonb" -> "json";
            case "intervaly2m", "intervald2s" -> "interval";
            default -> lower;
        });
    }
}
