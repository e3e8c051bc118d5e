package io.wonderlake.engine.duckdb;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Struct;
import java.sql.Timestamp;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;

/// Turns what the driver hands out into the values that a query run promises.
public final class DuckDbValues {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DuckDbValues() {
    }

    public static Object of(ResultSet rows, int column) throws SQLException {
        return switch (rows.getObject(column)) {
            case Byte small -> small.intValue();
            case Short small -> small.intValue();
            case Float single -> Double.valueOf(single.toString());
            case Timestamp _ -> rows.getObject(column, LocalDateTime.class);
            case Blob blob -> blob.getBytes(1, Math.toIntExact(blob.length()));
            case Array array -> json(array);
            case Struct struct -> json(struct);
            case Map<?, ?> map -> json(map);
            case null -> null;
            case Object value -> plain(value) ? value : value.toString();
        };
    }

    private static boolean plain(Object value) {
        return value instanceof Boolean || value instanceof Number || value instanceof String || value instanceof java.util.UUID
                || value instanceof java.time.LocalDate || value instanceof java.time.LocalTime || value instanceof LocalDateTime
                || value instanceof java.time.OffsetDateTime;
    }

    private static String json(Object nested) throws SQLException {
        try {
            return JSON.writeValueAsString(tree(nested));
        } catch (JsonProcessingException error) {
            throw new SQLException(error);
        }
    }

    private static Object tree(Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case DuckDBStruct struct -> tree(struct.getMap());
            case Array array -> list((Object[]) array.getArray());
            case Map<?, ?> map -> tree(map);
            case Blob blob -> Base64.getEncoder().encodeToString(blob.getBytes(1, Math.toIntExact(blob.length())));
            case Timestamp time -> time.toLocalDateTime().toString();
            case Boolean flag -> flag;
            case BigDecimal number -> number;
            case BigInteger number -> number;
            case Double number -> Double.isFinite(number) ? number : number.toString();
            case Float number -> Float.isFinite(number) ? number : number.toString();
            case Number number -> number;
            case Object other -> other.toString();
        };
    }

    private static Map<String, Object> tree(Map<?, ?> map) throws SQLException {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            Object key = tree(entry.getKey());
            tree.put(key instanceof String text ? text : JSON.valueToTree(key).toString(), tree(entry.getValue()));
        }
        return tree;
    }

    private static List<Object> list(Object[] values) throws SQLException {
        List<Object> list = new ArrayList<>(values.length);
        for (Object value : values) {
            list.add(tree(value));
        }
        return list;
    }
}
