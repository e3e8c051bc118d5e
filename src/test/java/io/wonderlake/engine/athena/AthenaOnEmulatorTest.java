package io.wonderlake.engine.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.QueryEngineContract;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.StatementKind;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.Emulator;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.S3Client;

/// On an emulator, which does not run SQL: it is told each answer beforehand.
class AthenaOnEmulatorTest extends QueryEngineContract {
    private static final Set<String> NEEDS_AN_ENGINE = Set.of("saysWhereAStatementIsWrong", "saysWhatWentWrongWhileRowsFlow", "stopsSoonWhenTheJobIsCancelled",
            "givesFirstRowsBeforeTheLastAreKnownAndStopsInBetween", "runsSeveralStatementsAtOnce");

    @TempDir
    Path folder;
    private AwsAccount account;
    private AthenaEngine engine;

    @BeforeEach
    void open(TestInfo test) {
        account = Emulator.account();
        engine = new AthenaEngine(account);
        S3Client s3 = account.build(S3Client.builder().forcePathStyle(true));
        if (s3.listBuckets().buckets().stream().noneMatch(bucket -> bucket.name().equals("wonderlake-athena"))) {
            s3.createBucket(r -> r.bucket("wonderlake-athena").createBucketConfiguration(c -> c.locationConstraint("eu-west-1")));
        }
        assumeTrue(!NEEDS_AN_ENGINE.contains(test.getTestMethod().orElseThrow().getName()), "the emulator runs no SQL");
    }

    @AfterEach
    void close() {
        if (account != null) {
            account.close();
        }
    }

    @Override
    protected QueryEngine engine() {
        return new Told();
    }

    @Override
    protected String slowStatement() {
        return "select 1";
    }

    @Override
    protected String slowTail() {
        return "select 1";
    }

    @Test
    void triesTheOutputOfItsWorkgroup() {
        assertThat(engine.workgroup().enabled()).isTrue();
        assertThat(engine.tryOutput()).isPresent();
    }

    /// Finds each answer in a database of the test, and tells it to the emulator.
    private final class Told implements QueryEngine {
        @Override
        public String name() {
            return engine.name();
        }

        @Override
        public QueryRun run(Query query, Job job) {
            if (StatementKind.of(query.sql()).reads() && !job.isCancelled()) {
                tell(query);
            }
            return engine.run(query, job);
        }

        private void tell(Query query) {
            try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); PreparedStatement statement = connection.prepareStatement(query.sql())) {
                for (int i = 0; i < query.parameters().size(); i++) {
                    statement.setObject(i + 1, query.parameters().get(i));
                }
                FakeResult result = FakeResult.write(statement.executeQuery(), folder.resolve("rows"));
                List<Object> rows = result.page(true).stream().<Object>map(row -> Map.of("Data", row.stream().map(value -> value == null ? Map.of() : Map.of("VarCharValue", value)).toList())).toList();
                post(Map.of("account_id", "123456789012", "region", "eu-west-1", "results", List.of(Map.of("rows", rows, "column_info", result.columns()))));
            } catch (SQLException error) {
                throw new IllegalStateException(error);
            } catch (IOException error) {
                throw new UncheckedIOException(error);
            }
        }

        private void post(Map<String, Object> answers) throws IOException {
            URI where = Emulator.endpoint().resolve("/moto-api/static/athena/query-results");
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpRequest request = HttpRequest.newBuilder(where).header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(new ObjectMapper().writeValueAsString(answers))).build();
                assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode()).isEqualTo(201);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void close() {
        }
    }
}
