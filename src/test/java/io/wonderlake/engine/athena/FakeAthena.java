package io.wonderlake.engine.athena;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wonderlake.engine.Token;
import io.wonderlake.engine.Tokens;
import io.wonderlake.lake.aws.FakeAws;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.duckdb.DuckDBConnection;

/// Athena for tests: understands its API, runs the SQL for true, and leaves results as objects in Athena's own form.
final class FakeAthena implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PAGE = 1_000;

    final FakeAws aws = new FakeAws();
    final FakeObjects objects;
    private final DuckDBConnection database;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Run> runs = new ConcurrentHashMap<>();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private volatile Map<String, Object> workgroup = Map.of();
    private volatile String enforced = "";
    private volatile boolean managed;
    private volatile long scanned = 1_234_567;
    private volatile Refused refused;

    /// A statement and how far it is.
    private static final class Run {
        final String id = UUID.randomUUID().toString();
        final String sql;
        String output;
        String type = "DML";
        boolean reused;
        volatile String state = "QUEUED";
        volatile boolean done;
        volatile Refused error;
        volatile Statement statement;
        volatile FakeResult result = FakeResult.NONE;

        Run(String sql, String output) {
            this.sql = sql;
            this.output = output;
        }
    }

    /// How a statement fails.
    record Refused(String state, String reason, int category, int type) { }

    FakeAthena(Path folder) {
        objects = new FakeObjects(folder);
        try {
            database = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            try (Statement settings = database.createStatement()) {
                settings.execute("SET errors_as_json=true");
                settings.execute("SET TimeZone='UTC'");
                settings.execute("SET threads=2");
            }
        } catch (SQLException error) {
            throw new IllegalStateException(error);
        }
        aws.objects(objects::handle);
        aws.on("StartQueryExecution", this::start).on("GetQueryExecution", this::execution).on("StopQueryExecution", this::stop);
        aws.on("GetQueryResults", this::results).on("GetWorkGroup", _ -> Map.of("WorkGroup", Map.of("Name", "primary", "State", "ENABLED", "Configuration", workgroup)));
    }

    /// Runs something in the database that stands behind, such as to make a table.
    void prepare(String sql) {
        try (Statement statement = database.createStatement()) {
            statement.execute(sql);
        } catch (SQLException error) {
            throw new IllegalStateException(error);
        }
    }

    /// How many bytes each later statement scans.
    void scans(long bytes) {
        scanned = bytes;
    }

    /// Each later statement ends this way.
    void fails(String state, String reason, int category, int type) {
        refused = new Refused(state, reason, category, type);
    }

    /// The workgroup puts results here, whatever the caller says.
    void enforces(String location) {
        enforced = location;
        workgroup = Map.of("EnforceWorkGroupConfiguration", true, "ResultConfiguration", Map.of("OutputLocation", location), "BytesScannedCutoffPerQuery", 10_000_000);
    }

    /// Athena keeps results itself.
    void keepsResults() {
        managed = true;
        workgroup = Map.of("ManagedQueryResultsConfiguration", Map.of("Enabled", true));
    }

    /// The object of the statement that was started last.
    String lastObject() {
        String id = aws.calls("GetQueryExecution").getLast().request().path("QueryExecutionId").asText();
        return runs.get(id).output.substring("s3://".length());
    }

    private Object start(JsonNode request) {
        String token = request.path("ClientRequestToken").asText();
        String id = tokens.computeIfAbsent(token, _ -> started(request).id);
        return Map.of("QueryExecutionId", id);
    }

    private Run started(JsonNode request) {
        String asked = request.path("ResultConfiguration").path("OutputLocation").asText();
        String sql = request.path("QueryString").asText();
        Run run = new Run(sql, enforced.isEmpty() ? asked : enforced);
        boolean reuse = request.path("ResultReuseConfiguration").path("ResultReuseByAgeConfiguration").path("Enabled").asBoolean();
        Run earlier = reuse ? runs.values().stream().filter(other -> other.sql.equals(sql) && other.state.equals("SUCCEEDED")).findFirst().orElse(null) : null;
        runs.put(run.id, run);
        if (earlier != null) {
            run.reused = true;
            run.output = earlier.output;
            run.result = earlier.result;
            run.done = true;
        } else {
            String bound = bound(sql, request.path("ExecutionParameters"));
            threads.execute(() -> run(run, bound));
        }
        return run;
    }

    private static String bound(String sql, JsonNode parameters) {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (Token token : Tokens.of(sql)) {
            text.append(token.is(sql, "?") ? parameters.get(next++).asText() : token.text(sql));
        }
        return text.toString();
    }

    private void run(Run run, String sql) {
        String word = sql.strip().split("\\s")[0].toLowerCase(java.util.Locale.ROOT);
        run.type = switch (word) {
            case "select", "with", "values", "insert" -> "DML";
            case "show", "describe", "explain" -> "UTILITY";
            default -> "DDL";
        };
        run.output += run.id + (run.type.equals("DML") ? ".csv" : ".txt");
        try (Connection connection = database.duplicate(); Statement statement = connection.createStatement()) {
            run.statement = statement;
            if (refused != null) {
                run.error = refused;
            } else if (statement.execute(sql)) {
                try (ResultSet rows = statement.getResultSet()) {
                    run.result = FakeResult.write(rows, objects.file(run.output.substring("s3://".length())));
                }
            }
        } catch (SQLException error) {
            run.error = new Refused("FAILED", AthenaWords.of(error.getMessage(), sql), 2, 1301);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        } finally {
            run.done = true;
        }
    }

    private Run of(JsonNode request) {
        Run run = runs.get(request.path("QueryExecutionId").asText());
        if (run == null) {
            throw new FakeAws.Refusal(400, "InvalidRequestException", "QueryExecution was not found");
        }
        return run;
    }

    private Object execution(JsonNode request) {
        Run run = of(request);
        run.state = switch (run.state) {
            case "QUEUED" -> "RUNNING";
            case "RUNNING" -> run.done ? run.error == null ? "SUCCEEDED" : run.error.state() : "RUNNING";
            default -> run.state;
        };
        Map<String, Object> execution = new LinkedHashMap<>();
        execution.put("QueryExecutionId", run.id);
        execution.put("Query", run.sql);
        execution.put("StatementType", run.type);
        execution.put("ResultConfiguration", managed ? Map.of() : Map.of("OutputLocation", run.output));
        execution.put("Status", status(run));
        execution.put("Statistics", Map.of("DataScannedInBytes", run.reused || run.type.equals("DDL") ? 0 : scanned, "EngineExecutionTimeInMillis", 12,
                "ResultReuseInformation", Map.of("ReusedPreviousResult", run.reused)));
        return Map.of("QueryExecution", execution);
    }

    private static Map<String, Object> status(Run run) {
        Map<String, Object> status = new LinkedHashMap<>();
        status.put("State", run.state);
        status.put("SubmissionDateTime", 1_750_000_000);
        if (run.error != null && run.state.equals(run.error.state())) {
            status.put("StateChangeReason", run.error.reason());
            status.put("AthenaError", Map.of("ErrorCategory", run.error.category(), "ErrorType", run.error.type(), "ErrorMessage", run.error.reason(), "Retryable", false));
        }
        return status;
    }

    private Object stop(JsonNode request) {
        Run run = of(request);
        run.state = "CANCELLED";
        try {
            if (run.statement != null) {
                run.statement.cancel();
            }
        } catch (SQLException ended) {
            return Map.of();
        }
        return Map.of();
    }

    private Object results(JsonNode request) {
        Run run = of(request);
        int from = request.path("NextToken").asInt(0);
        int max = Math.min(PAGE, request.path("MaxResults").asInt(PAGE));
        List<List<String>> all = run.result.page(run.type.equals("DML"));
        List<Object> rows = new ArrayList<>();
        for (List<String> row : all.subList(from, Math.min(all.size(), from + max))) {
            rows.add(Map.of("Data", row.stream().map(value -> value == null ? Map.of() : Map.of("VarCharValue", value)).toList()));
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("ResultSet", Map.of("Rows", rows, "ResultSetMetadata", Map.of("ColumnInfo", run.result.columns())));
        if (from + max < all.size()) {
            answer.put("NextToken", String.valueOf(from + max));
        }
        return JSON.valueToTree(answer);
    }

    @Override
    public void close() {
        objects.close();
        for (Run run : runs.values()) {
            stop(JSON.valueToTree(Map.of("QueryExecutionId", run.id)));
        }
        threads.shutdownNow();
        aws.close();
        try {
            database.close();
        } catch (SQLException error) {
            throw new IllegalStateException(error);
        }
    }
}
