package io.wonderlake.result;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duckdb.DuckDBAppender;

/// How a column's values lie in a table of DuckDB: the type that it has there, and the way in.
public enum Storage {
    BOOLEAN("BOOLEAN"), INTEGER("INTEGER"), LONG("BIGINT"), HUGE("HUGEINT"), DOUBLE("DOUBLE"), DECIMAL("DECIMAL"), DATE("DATE"), TIME("TIME"),
    TIMESTAMP("TIMESTAMP"), INSTANT("TIMESTAMP WITH TIME ZONE"), UUID_VALUE("UUID"), BYTES("BLOB"), TEXT("VARCHAR");

    private static final Pattern SCALED = Pattern.compile("(?:decimal|numeric)\\s*\\(\\s*(\\d+)\\s*,\\s*(\\d+)\\s*\\)");

    private final String sql;

    Storage(String sql) {
        this.sql = sql;
    }

    public static Storage of(ColumnType type) {
        if (SCALED.matcher(type.sql()).matches()) {
            return DECIMAL;
        }
        return switch (type.sql()) {
            case "boolean" -> BOOLEAN;
            case "tinyint", "smallint", "integer", "int", "utinyint", "usmallint" -> INTEGER;
            case "bigint", "uinteger" -> LONG;
            case "hugeint", "ubigint" -> HUGE;
            case "double", "double precision", "float", "real" -> DOUBLE;
            case "date" -> DATE;
            case "time" -> TIME;
            case "timestamp", "timestamp_s", "timestamp_ms", "timestamp_ns" -> TIMESTAMP;
            case "timestamptz", "timestamp with time zone" -> INSTANT;
            case "uuid" -> UUID_VALUE;
            case "blob", "varbinary" -> BYTES;
            default -> TEXT;
        };
    }

    /// The column's type in the store's table.
    public static String declaration(Column column) {
        Storage storage = of(column.type());
        return storage == DECIMAL ? column.type().sql() : storage.sql;
    }

    /// Digits after the point of a `DECIMAL`; 0 for all others.
    public static int scale(ColumnType type) {
        Matcher scaled = SCALED.matcher(type.sql());
        return scaled.matches() ? Integer.parseInt(scaled.group(2)) : 0;
    }

    public void append(DuckDBAppender appender, Object value, int scale) throws SQLException {
        if (value == null) {
            appender.appendNull();
            return;
        }
        switch (this) {
            case BOOLEAN -> appender.append((Boolean) value);
            case INTEGER -> appender.append(((Number) value).intValue());
            case LONG -> appender.append(((Number) value).longValue());
            case HUGE -> appender.append(value instanceof BigInteger huge ? huge : BigInteger.valueOf(((Number) value).longValue()));
            case DOUBLE -> appender.append(((Number) value).doubleValue());
            case DECIMAL -> appender.append(decimal(value).setScale(scale, RoundingMode.HALF_EVEN));
            case DATE -> appender.append((LocalDate) value);
            case TIME -> appender.append((LocalTime) value);
            case TIMESTAMP -> appender.append((LocalDateTime) value);
            case INSTANT -> appender.append((OffsetDateTime) value);
            case UUID_VALUE -> appender.append((UUID) value);
            case BYTES -> appender.append((byte[]) value);
            case TEXT -> appender.append(value.toString());
        }
    }

    private static BigDecimal decimal(Object value) {
        return value instanceof BigDecimal exact ? exact : new BigDecimal(value.toString());
    }
}
