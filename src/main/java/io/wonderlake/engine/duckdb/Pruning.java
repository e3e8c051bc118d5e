package io.wonderlake.engine.duckdb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.HiveValues;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Leaves out the files whose partition values cannot fulfil a statement's conditions. The engine itself evaluates the conditions over
/// the partitions' values, so that its own rules for types and nulls decide.
final class Pruning {
    private static final Set<String> CLASSES = Set.of("COLUMN_REF", "CONSTANT", "COMPARISON", "BETWEEN", "CONJUNCTION", "CAST", "OPERATOR", "FUNCTION", "TYPE");
    private static final Set<String> OPERATORS = Set.of("COMPARE_IN", "COMPARE_NOT_IN", "OPERATOR_NOT", "OPERATOR_IS_NULL", "OPERATOR_IS_NOT_NULL", "OPERATOR_CAST");
    private static final Set<String> FUNCTIONS = Set.of("+", "-", "*", "/", "lower", "upper", "substr", "substring", "left", "right", "concat", "||",
            "year", "month", "day", "date_part", "date_trunc", "extract", "to_days", "to_months", "to_years", "trunc", "~~", "!~~", "length", "make_date");
    private static final int MAX_PARTITIONS = 5_000;

    private final EngineConnection connection;
    private final List<Column> columns;
    private final List<DataFile> files;

    Pruning(EngineConnection connection, List<Column> columns, List<DataFile> files) {
        this.connection = connection;
        this.columns = columns;
        this.files = files;
    }

    /// The files that a place in the statement needs; all of them where nothing can be said.
    List<DataFile> survivors(Named place) throws SQLException {
        List<JsonNode> usable = columns.isEmpty() ? List.of() : place.conditions().stream().filter(condition -> usable(condition, place)).toList();
        Map<Map<String, String>, List<DataFile>> partitions = files.stream()
                .collect(Collectors.groupingBy(DataFile::partition, LinkedHashMap::new, Collectors.toList()));
        if (usable.isEmpty() || partitions.size() > MAX_PARTITIONS) {
            return files;
        }
        List<Map<String, String>> values = new ArrayList<>(partitions.keySet());
        List<DataFile> survivors = new ArrayList<>();
        try {
            for (int fitting : fitting(usable, place, values)) {
                survivors.addAll(partitions.get(values.get(fitting)));
            }
        } catch (SQLException unanswerable) {
            return files;
        }
        return survivors;
    }

    /// Whether a condition speaks only of partition columns of this place, in words that always mean the same.
    private boolean usable(JsonNode condition, Named place) {
        String kind = condition.path("class").asText();
        if (!kind.isEmpty() && !CLASSES.contains(kind)) {
            return false;
        }
        if (kind.equals("OPERATOR") && !OPERATORS.contains(condition.path("type").asText())
                || kind.equals("FUNCTION") && !FUNCTIONS.contains(condition.path("function_name").asText().toLowerCase(Locale.ROOT))) {
            return false;
        }
        if (kind.equals("COLUMN_REF")) {
            return partitionColumn(condition, place);
        }
        for (JsonNode part : condition) {
            if (part.isContainerNode() && !usable(part, place)) {
                return false;
            }
        }
        return true;
    }

    private boolean partitionColumn(JsonNode reference, Named place) {
        List<String> parts = new ArrayList<>();
        reference.path("column_names").forEach(part -> parts.add(part.asText().toLowerCase(Locale.ROOT)));
        List<String> qualifier = parts.subList(0, parts.size() - 1);
        boolean ours = qualifier.isEmpty() || qualifier.equals(List.of(place.alias()))
                || qualifier.equals(List.of(place.name().database(), place.alias()));
        return ours && columns.stream().anyMatch(column -> column.name().equalsIgnoreCase(parts.getLast()));
    }

    /// Places in `values` where all conditions hold. The first row asked for is all null: a condition that holds there, in a statement
    /// with joins, says nothing about this table, because an outer join makes such rows.
    private List<Integer> fitting(List<JsonNode> conditions, Named place, List<Map<String, String>> values) throws SQLException {
        List<Integer> fitting = new ArrayList<>();
        try (PreparedStatement statement = connection.prepare(question(conditions, values)); ResultSet rows = statement.executeQuery()) {
            List<Integer> counting = new ArrayList<>();
            while (rows.next()) {
                int row = rows.getInt(1);
                for (int i = 0; row < 0 && i < conditions.size(); i++) {
                    if (!place.joined() || !rows.getBoolean(i + 2)) {
                        counting.add(i + 2);
                    }
                }
                boolean holds = true;
                for (int column : counting) {
                    holds &= rows.getBoolean(column);
                }
                if (row >= 0 && holds) {
                    fitting.add(row);
                }
            }
        }
        return fitting;
    }

    private String question(List<JsonNode> conditions, List<Map<String, String>> values) throws SQLException {
        String names = columns.stream().map(column -> Sql.name(column.name())).collect(Collectors.joining(", "));
        String casts = columns.stream().map(column -> Sql.name(column.name()) + "::" + column.type().sql() + " AS " + Sql.name(column.name()))
                .collect(Collectors.joining(", "));
        StringBuilder rows = new StringBuilder("(-1" + ", NULL::VARCHAR".repeat(columns.size()) + ")");
        for (int i = 0; i < values.size(); i++) {
            rows.append(", (").append(i);
            for (Column column : columns) {
                String value = values.get(i).get(column.name());
                rows.append(", ").append(value == null || value.equals(HiveValues.NULL) ? "NULL" : Sql.text(value));
            }
            rows.append(')');
        }
        return "WITH partitions AS (SELECT place, " + casts + " FROM (VALUES " + rows + ") AS given(place, " + names + ")) "
                + spelled(conditions) + " ORDER BY place";
    }

    /// The conditions as SQL again, asked of a table `partitions`.
    private String spelled(List<JsonNode> conditions) throws SQLException {
        ObjectNode select = JsonNodeFactory.instance.objectNode();
        select.put("type", "SELECT_NODE");
        select.putObject("cte_map");
        ArrayNode list = select.putArray("select_list");
        list.addObject().put("class", "COLUMN_REF").put("type", "COLUMN_REF").putArray("column_names").add("place");
        conditions.forEach(condition -> list.add(unqualified(condition.deepCopy())));
        ObjectNode from = select.putObject("from_table");
        from.put("type", "BASE_TABLE").put("table_name", "partitions").putObject("qualified_name").putArray("path").add("partitions");
        select.put("aggregate_handling", "STANDARD_HANDLING");
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("error", false);
        root.putArray("statements").addObject().set("node", select);
        try (PreparedStatement statement = connection.prepare("SELECT json_deserialize_sql(?::JSON)")) {
            statement.setString(1, root.toString());
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }

    private static JsonNode unqualified(JsonNode condition) {
        if (condition instanceof ObjectNode node && node.path("class").asText().equals("COLUMN_REF")) {
            ArrayNode names = (ArrayNode) node.get("column_names");
            while (names.size() > 1) {
                names.remove(0);
            }
        }
        condition.forEach(Pruning::unqualified);
        return condition;
    }
}
