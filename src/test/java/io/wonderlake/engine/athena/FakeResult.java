package io.wonderlake.engine.athena;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Blob;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A result as Athena has it: the columns as its API tells them, and the first rows as text.
record FakeResult(List<Map<String, Object>> columns, List<List<String>> rows) {
    static final FakeResult NONE = new FakeResult(List.of(), List.of());
    private static final int KEPT = 10_000;
    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

    /// Writes all rows as one object.
    static FakeResult write(ResultSet rows, Path object) throws SQLException, IOException {
        List<Map<String, Object>> columns = columns(rows.getMetaData());
        List<List<String>> kept = new ArrayList<>();
        try (Writer out = Files.newBufferedWriter(object)) {
            line(out, columns.stream().map(column -> (String) column.get("Name")).toList());
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns.size(); i++) {
                    row.add(text(rows.getObject(i)));
                }
                line(out, row);
                if (kept.size() < KEPT) {
                    kept.add(row);
                }
            }
        }
        return new FakeResult(columns, kept);
    }

    /// The rows that its API gives, under a heading for queries.
    List<List<String>> page(boolean heading) {
        List<List<String>> all = new ArrayList<>();
        if (heading && !columns.isEmpty()) {
            all.add(columns.stream().map(column -> (String) column.get("Name")).toList());
        }
        all.addAll(rows);
        return all;
    }

    private static void line(Writer out, List<String> values) throws IOException {
        out.write(values.stream().map(value -> value == null ? "" : '"' + value.replace("\"", "\"\"") + '"').collect(Collectors.joining(",", "", "\n")));
    }

    private static List<Map<String, Object>> columns(ResultSetMetaData meta) throws SQLException {
        List<Map<String, Object>> columns = new ArrayList<>();
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            Map<String, Object> column = new LinkedHashMap<>();
            column.put("CatalogName", "hive");
            column.put("Name", meta.getColumnLabel(i));
            column.put("Label", meta.getColumnLabel(i));
            column.put("Type", type(meta.getColumnTypeName(i).toLowerCase(Locale.ROOT)));
            column.put("Precision", meta.getPrecision(i));
            column.put("Scale", meta.getScale(i));
            column.put("Nullable", "UNKNOWN");
            columns.add(column);
        }
        return columns;
    }

    private static String type(String name) {
        if (name.endsWith("]")) {
            return "array";
        }
        return switch (name.replaceAll("\\(.*", "")) {
            case "decimal" -> "decimal";
            case "struct" -> "row";
            case "map" -> "map";
            case "blob" -> "varbinary";
            case "hugeint" -> "bigint";
            case "\"null\"" -> "unknown";
            default -> name;
        };
    }

    private static String text(Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Timestamp time -> MILLIS.format(time.toLocalDateTime());
            case OffsetDateTime time -> MILLIS.format(time.withOffsetSameInstant(ZoneOffset.UTC)) + " UTC";
            case Blob blob -> HexFormat.ofDelimiter(" ").formatHex(blob.getBytes(1, (int) blob.length()));
            case Array array -> list((Object[]) array.getArray());
            case org.duckdb.DuckDBStruct struct -> entries(struct.getMap());
            case Map<?, ?> map -> entries(map);
            case Object other -> other.toString();
        };
    }

    private static String list(Object[] values) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (Object value : Arrays.asList(values)) {
            texts.add(String.valueOf(text(value)));
        }
        return "[" + String.join(", ", texts) + "]";
    }

    private static String entries(Map<?, ?> map) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            texts.add(text(entry.getKey()) + "=" + text(entry.getValue()));
        }
        return "{" + String.join(", ", texts) + "}";
    }
}
