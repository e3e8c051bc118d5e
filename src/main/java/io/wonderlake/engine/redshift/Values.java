package io.wonderlake.engine.redshift;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wonderlake.catalog.Column;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/// Turns what the driver hands out into the values that a query run promises.
final class Values {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Reader[] readers;

    /// How the values of one column are read.
    @FunctionalInterface
    private interface Reader {
        Object read(ResultSet rows, int column) throws SQLException;
    }

    Values(List<Column> columns) {
        readers = columns.stream().map(column -> reader(column.type().sql())).toArray(Reader[]::new);
    }

    Object[] row(ResultSet rows) throws SQLException {
        Object[] row = new Object[readers.length];
        for (int i = 0; i < row.length; i++) {
            Object value = readers[i].read(rows, i + 1);
            row[i] = rows.wasNull() ? null : value;
        }
        return row;
    }

    private static Reader reader(String type) {
        if (type.endsWith("[]")) {
            return (rows, column) -> json(rows.getArray(column));
        }
        return switch (type) {
            case "boolean" -> ResultSet::getBoolean;
            case "smallint", "integer" -> ResultSet::getInt;
            case "bigint" -> ResultSet::getLong;
            case "real" -> (rows, column) -> Double.valueOf(Float.toString(rows.getFloat(column)));
            case "double" -> ResultSet::getDouble;
            case "date" -> (rows, column) -> rows.getObject(column, LocalDate.class);
            case "time" -> (rows, column) -> rows.getObject(column, LocalTime.class);
            case "timestamp" -> (rows, column) -> rows.getObject(column, LocalDateTime.class);
            case "timestamp with time zone" -> (rows, column) -> rows.getObject(column, OffsetDateTime.class);
            case "varbinary" -> ResultSet::getBytes;
            default -> type.startsWith("decimal") ? ResultSet::getObject : ResultSet::getString;
        };
    }

    private static String json(Array array) throws SQLException {
        try {
            return array == null ? null : JSON.writeValueAsString(list((Object[]) array.getArray()));
        } catch (JsonProcessingException error) {
            throw new SQLException(error);
        }
    }

    private static List<Object> list(Object[] values) {
        List<Object> list = new ArrayList<>(values.length);
        for (Object value : values) {
            list.add(value instanceof Object[] inner ? list(inner) : value instanceof Number || value instanceof Boolean || value == null ? value : value.toString());
        }
        return list;
    }
}
