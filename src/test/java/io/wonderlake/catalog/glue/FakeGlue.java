package io.wonderlake.catalog.glue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.wonderlake.lake.aws.FakeAws;
import io.wonderlake.lake.aws.FakeAws.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// The Glue Data Catalog in memory, as its published model says it answers: pages with tokens, segments, versions, an optimistic lock.
final class FakeGlue {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FakeAws aws;
    private final TreeMap<String, TreeMap<String, Stored>> databases = new TreeMap<>();
    private final Map<String, Consumer<JsonNode>> disturbances = new HashMap<>();
    private final Map<String, Integer> lost = new HashMap<>();
    private int page = 2;

    private static final class Stored {
        final TreeMap<Long, ObjectNode> states = new TreeMap<>();
        final Map<List<String>, JsonNode> partitions = new LinkedHashMap<>();
        final double created = now();

        ObjectNode current() {
            return states.lastEntry().getValue();
        }
    }

    FakeGlue(FakeAws aws) {
        this.aws = aws;
        on("GetDatabases", request -> paged(request, "DatabaseList", databases.keySet().stream().map(name -> Map.of("Name", name, "CatalogId", "123456789012")).toList()));
        on("CreateDatabase", this::createDatabase);
        on("GetTables", request -> paged(request, "TableList", database(request).values().stream().map(Stored::current).toList()));
        on("GetTable", request -> Map.of("Table", table(request, "Name").current()));
        on("CreateTable", this::createTable);
        on("UpdateTable", this::updateTable);
        on("DeleteTable", request -> {
            table(request, "Name");
            database(request).remove(lower(request, "Name"));
            return Map.of();
        });
        on("GetTableVersions", request -> paged(request, "TableVersions", table(request, "TableName").states.descendingMap().entrySet().stream()
                .map(state -> Map.of("VersionId", Long.toString(state.getKey()), "Table", state.getValue())).toList()));
        on("DeleteTableVersion", this::deleteVersion);
        on("GetPartitions", this::partitions);
        on("BatchCreatePartition", this::createPartitions);
        on("BatchUpdatePartition", this::updatePartitions);
        on("BatchDeletePartition", this::deletePartitions);
    }

    private void on(String operation, Function<JsonNode, Object> answer) {
        aws.on(operation, request -> {
            Consumer<JsonNode> disturbance;
            synchronized (this) {
                disturbance = disturbances.getOrDefault(operation, disturbances.getOrDefault("*", _ -> { }));
            }
            disturbance.accept(request);
            synchronized (this) {
                Object said = answer.apply(request);
                if (lost.merge(operation, -1, Integer::sum) >= 0) {
                    throw new Refusal(500, "InternalServiceException", "The answer was lost.");
                }
                return said;
            }
        });
    }

    /// Something that comes between before an operation is answered; `*` for all.
    synchronized void disturb(String operation, Consumer<JsonNode> disturbance) {
        disturbances.put(operation, disturbance);
    }

    /// Does what is asked next, and says that it failed.
    synchronized void loseAnswerOf(String operation) {
        lost.put(operation, 1);
    }

    synchronized void calm() {
        disturbances.clear();
    }

    synchronized void clear() {
        databases.clear();
        disturbances.clear();
        lost.clear();
        page = 2;
    }

    synchronized void page(int size) {
        page = size;
    }

    /// Adds a table as other programs would: any fields of Glue's table.
    synchronized void add(String database, String name, String json) {
        databases.computeIfAbsent(database, _ -> new TreeMap<>()).put(name, new Stored());
        store(database, name, (ObjectNode) parse(json));
    }

    /// Changes a table behind our back.
    synchronized void change(String database, String name, Consumer<ObjectNode> change) {
        ObjectNode table = databases.get(database).get(name).current().deepCopy();
        change.accept(table);
        store(database, name, table);
    }

    synchronized void remove(String database, String name) {
        databases.get(database).remove(name);
    }

    synchronized void addDatabase(String name) {
        databases.put(name, new TreeMap<>());
    }

    synchronized void addPartition(String database, String table, String location, Map<String, String> parameters, String... values) {
        databases.get(database).get(table).partitions.put(List.of(values), JSON.valueToTree(Map.of("Values", List.of(values),
                "StorageDescriptor", Map.of("Location", location, "Columns", List.of()), "Parameters", parameters)));
    }

    synchronized JsonNode table(String database, String name) {
        return databases.get(database).get(name).current().deepCopy();
    }

    /// Where the entries of a table say that its partitions are.
    synchronized Map<List<String>, String> places(String database, String name) {
        Map<List<String>, String> places = new LinkedHashMap<>();
        databases.get(database).get(name).partitions.forEach((values, entry) -> places.put(values, entry.path("StorageDescriptor").path("Location").asText()));
        return places;
    }

    private static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (com.fasterxml.jackson.core.JsonProcessingException error) {
            throw new IllegalArgumentException(error);
        }
    }

    private void store(String database, String name, ObjectNode input) {
        Stored stored = databases.get(database).get(name);
        long version = stored.states.isEmpty() ? 0 : stored.states.lastKey() + 1;
        input.put("Name", name);
        input.put("DatabaseName", database);
        input.put("VersionId", Long.toString(version));
        input.put("CatalogId", "123456789012");
        if (!input.has("CreateTime")) {
            input.put("CreateTime", stored.created);
        }
        input.put("UpdateTime", now());
        input.put("IsRegisteredWithLakeFormation", false);
        stored.states.put(version, input);
    }

    private static double now() {
        return System.currentTimeMillis() / 1000.0;
    }

    private Object createDatabase(JsonNode request) {
        String name = lower(request.path("DatabaseInput"), "Name");
        if (databases.putIfAbsent(name, new TreeMap<>()) != null) {
            throw new Refusal(400, "AlreadyExistsException", "Database already exists.");
        }
        return Map.of();
    }

    private Object createTable(JsonNode request) {
        ObjectNode input = request.path("TableInput").deepCopy();
        String name = lower(input, "Name");
        if (database(request).putIfAbsent(name, new Stored()) != null) {
            throw new Refusal(400, "AlreadyExistsException", "Table already exists.");
        }
        demandComments(input);
        store(lower(request, "DatabaseName"), name, input);
        return Map.of();
    }

    private Object updateTable(JsonNode request) {
        ObjectNode input = request.path("TableInput").deepCopy();
        Stored stored = database(request).get(lower(input, "Name"));
        if (stored == null) {
            throw new Refusal(400, "EntityNotFoundException", "Table not found.");
        }
        String at = stored.current().path("VersionId").asText();
        if (request.has("VersionId") && !request.path("VersionId").asText().equals(at)) {
            throw new Refusal(400, "ConcurrentModificationException", "Update table failed due to concurrent modifications.");
        }
        demandComments(input);
        input.set("CreateTime", stored.current().path("CreateTime"));
        store(lower(request, "DatabaseName"), lower(input, "Name"), input);
        if (request.path("SkipArchive").asBoolean()) {
            stored.states.remove(Long.parseLong(at));
        }
        return Map.of();
    }

    private static void demandComments(JsonNode input) {
        input.path("StorageDescriptor").path("Columns").forEach(column -> {
            if (column.path("Comment").asText().getBytes(java.nio.charset.StandardCharsets.UTF_8).length > 255) {
                throw new Refusal(400, "ValidationException", "Member must have length less than or equal to 255");
            }
        });
    }

    private Object deleteVersion(JsonNode request) {
        Stored stored = table(request, "TableName");
        long version = request.path("VersionId").asLong();
        if (version == stored.states.lastKey()) {
            throw new Refusal(400, "InvalidInputException", "Cannot delete the current version.");
        }
        if (stored.states.remove(version) == null) {
            throw new Refusal(400, "EntityNotFoundException", "Version not found.");
        }
        return Map.of();
    }

    private Object partitions(JsonNode request) {
        int segments = request.path("Segment").path("TotalSegments").asInt(1);
        int segment = request.path("Segment").path("SegmentNumber").asInt(0);
        return paged(request, "Partitions", table(request, "TableName").partitions.entrySet().stream().filter(entry -> Math.floorMod(entry.getKey().hashCode(), segments) == segment)
                .map(Map.Entry::getValue).toList());
    }

    private Object createPartitions(JsonNode request) {
        Stored stored = table(request, "TableName");
        demandAtMost(request.path("PartitionInputList"), 100);
        List<Object> errors = new ArrayList<>();
        for (JsonNode input : request.path("PartitionInputList")) {
            if (stored.partitions.putIfAbsent(values(input.path("Values")), input) != null) {
                errors.add(error("PartitionValues", input.path("Values"), "AlreadyExistsException", "Partition already exists."));
            }
        }
        return Map.of("Errors", errors);
    }

    private Object updatePartitions(JsonNode request) {
        Stored stored = table(request, "TableName");
        demandAtMost(request.path("Entries"), 100);
        List<Object> errors = new ArrayList<>();
        for (JsonNode entry : request.path("Entries")) {
            if (stored.partitions.replace(values(entry.path("PartitionValueList")), entry.path("PartitionInput")) == null) {
                errors.add(error("PartitionValueList", entry.path("PartitionValueList"), "EntityNotFoundException", "Partition not found."));
            }
        }
        return Map.of("Errors", errors);
    }

    private Object deletePartitions(JsonNode request) {
        Stored stored = table(request, "TableName");
        demandAtMost(request.path("PartitionsToDelete"), 25);
        List<Object> errors = new ArrayList<>();
        for (JsonNode each : request.path("PartitionsToDelete")) {
            if (stored.partitions.remove(values(each.path("Values"))) == null) {
                errors.add(error("PartitionValues", each.path("Values"), "EntityNotFoundException", "Partition not found."));
            }
        }
        return Map.of("Errors", errors);
    }

    private static Map<String, Object> error(String key, JsonNode values, String code, String message) {
        return Map.of(key, values, "ErrorDetail", Map.of("ErrorCode", code, "ErrorMessage", message));
    }

    private static void demandAtMost(JsonNode list, int most) {
        if (list.size() > most) {
            throw new Refusal(400, "ValidationException", "Member must have length less than or equal to " + most);
        }
    }

    private static List<String> values(JsonNode list) {
        List<String> values = new ArrayList<>();
        list.forEach(value -> values.add(value.asText()));
        return values;
    }

    private TreeMap<String, Stored> database(JsonNode request) {
        TreeMap<String, Stored> database = databases.get(lower(request, "DatabaseName"));
        if (database == null) {
            throw new Refusal(400, "EntityNotFoundException", "Database " + request.path("DatabaseName").asText() + " not found.");
        }
        return database;
    }

    private Stored table(JsonNode request, String key) {
        Stored stored = database(request).get(lower(request, key));
        if (stored == null) {
            throw new Refusal(400, "EntityNotFoundException", "Entity Not Found");
        }
        return stored;
    }

    private static String lower(JsonNode node, String key) {
        return node.path(key).asText().toLowerCase(java.util.Locale.ROOT);
    }

    /// The token is the number of what was given before.
    private Object paged(JsonNode request, String key, List<?> all) {
        int from = request.path("NextToken").asInt(0);
        int to = Math.min(all.size(), from + Math.min(page, request.path("MaxResults").asInt(page)));
        Map<String, Object> answer = new LinkedHashMap<>(Map.of(key, all.subList(Math.min(from, all.size()), to)));
        if (to < all.size()) {
            answer.put("NextToken", Integer.toString(to));
        }
        return answer;
    }
}
