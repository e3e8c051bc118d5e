package io.wonderlake.engine.duckdb;

import com.fasterxml.jackson.databind.JsonNode;
import io.wonderlake.catalog.TableName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Walks the syntax tree of a SELECT: finds the tables that it names, each with the conditions of its own WHERE.
final class TreeWalk {
    private static final Set<String> PLAIN_JOINS = Set.of("INNER", "LEFT", "RIGHT", "OUTER", "FULL", "");
    private static final Set<String> PLAIN_REFERENCES = Set.of("REGULAR", "CROSS", "NATURAL", "");

    private final List<Named> tables;
    private final Set<JsonNode> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    TreeWalk(List<Named> tables) {
        this.tables = tables;
    }

    /// Collects the tables; false when a part of the tree would change something.
    boolean reads(JsonNode node) {
        if (node.isArray()) {
            return all(node);
        }
        if (!node.isObject()) {
            return true;
        }
        String type = node.path("type").asText();
        if (type.endsWith("_QUERY_NODE") || Reader.changes(node.path("function_name").asText())) {
            return false;
        }
        if (type.equals("SELECT_NODE")) {
            collectFrom(node.path("from_table"), conditions(node.path("where_clause")), false);
        } else if (type.equals("BASE_TABLE") && !seen.contains(node)) {
            add(node, List.of(), true);
        }
        return all(node);
    }

    private boolean all(JsonNode parts) {
        boolean reads = true;
        for (JsonNode part : parts) {
            reads &= reads(part);
        }
        return reads;
    }

    private void collectFrom(JsonNode from, List<JsonNode> conditions, boolean joined) {
        String type = from.path("type").asText();
        if (type.equals("BASE_TABLE")) {
            add(from, from.has("sample") ? List.of() : conditions, joined);
        } else if (type.equals("JOIN")) {
            boolean plain = PLAIN_JOINS.contains(from.path("join_type").asText()) && PLAIN_REFERENCES.contains(from.path("ref_type").asText());
            collectFrom(from.path("left"), plain ? conditions : List.of(), true);
            collectFrom(from.path("right"), plain ? conditions : List.of(), true);
        }
    }

    private void add(JsonNode table, List<JsonNode> conditions, boolean joined) {
        seen.add(table);
        String database = table.path("schema_name").asText();
        if (database.isEmpty() || table.path("qualified_name").path("path").size() > 2) {
            return;
        }
        TableName name = new TableName(database.toLowerCase(Locale.ROOT), table.path("table_name").asText().toLowerCase(Locale.ROOT));
        String alias = table.path("alias").asText(name.table()).toLowerCase(Locale.ROOT);
        tables.add(new Named(name, alias, conditions, joined));
    }

    private static List<JsonNode> conditions(JsonNode where) {
        List<JsonNode> conditions = new ArrayList<>();
        if (where.path("type").asText().equals("CONJUNCTION_AND")) {
            where.path("children").forEach(child -> conditions.addAll(conditions(child)));
        } else if (where.isObject()) {
            conditions.add(where);
        }
        return conditions;
    }
}
