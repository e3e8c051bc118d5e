package io.wonderlake.engine.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.QueryStats;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.aws.FakeAws;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class AthenaEngineTest {
    @TempDir
    Path folder;
    private PracticeAthena lake;

    @BeforeEach
    void open() {
        lake = new PracticeAthena(folder);
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private QueryStats stats(String sql) {
        try (QueryRun run = lake.run(sql)) {
            while (!run.next(1_000).isEmpty()) {
                continue;
            }
            return run.stats();
        }
    }

    @Test
    void touchesTheNetworkOnlyForAStatement() {
        assertThat(lake.engine.name()).isEqualTo("Athena");
        assertThat(lake.engine.busy()).isFalse();
        assertThat(lake.athena.aws.calls()).isEmpty();
    }

    @Test
    void isBusyWhileARunIsOpen() {
        try (QueryRun _ = lake.run("select 1")) {
            assertThat(lake.engine.busy()).isTrue();
        }
        assertThat(lake.engine.busy()).isFalse();
        lake.failure("select nope");
        assertThat(lake.engine.busy()).isFalse();
    }

    @Test
    void startsInTheWorkgroupOfTheProfileWithATokenOfItsOwn() {
        lake.rows("select 1");
        lake.rows("select 1");
        assertThat(lake.athena.aws.calls("StartQueryExecution")).hasSize(2).extracting(call -> call.request().path("ClientRequestToken").asText()).doesNotHaveDuplicates()
                .allSatisfy(token -> assertThat(token).hasSizeGreaterThanOrEqualTo(32));
        assertThat(lake.athena.aws.calls("StartQueryExecution").getFirst().request().path("WorkGroup").asText()).isEqualTo("primary");
        assertThat(lake.athena.aws.calls("StartQueryExecution").getFirst().request().has("ExecutionParameters")).isFalse();
    }

    @Test
    void namesItsPhases() {
        List<Progress> seen = new ArrayList<>();
        Job job = new Job("query");
        job.onProgress(seen::add);
        lake.athena.scans(30_000_000);
        lake.engine.run(Query.of("select 1"), job).close();
        assertThat(seen.stream().map(Progress::phase).distinct()).containsExactly("waiting in Athena", "running in Athena", "finishing in Athena", "fetching the result");
        assertThat(seen).anySatisfy(progress -> assertThat(progress).isEqualTo(new Progress("running in Athena", 30_000_000, -1, Progress.Unit.BYTES)));
    }

    @Test
    void billsWhatWasScanned() {
        lake.athena.scans(25_000_001);
        QueryStats stats = stats("select 1");
        assertThat(stats.bytesRead()).isEqualTo(25_000_001);
        QueryStats.Bill bill = stats.bill().orElseThrow();
        assertThat(bill.bytes()).isEqualTo(26_000_000);
        assertThat(bill.dollars()).isEqualByComparingTo(new BigDecimal("0.00013"));
        assertThat(bill.execution()).isEqualTo(lake.athena.aws.calls("GetQueryResults").getFirst().request().path("QueryExecutionId").asText());
        assertThat(bill.reused()).isFalse();
    }

    @Test
    void givesAnEarlierResultAgainFreeOfChargeWhereTheProfileWantsIt() {
        lake.with(profile -> PracticeAthena.reusing(profile, Duration.ofHours(2)));
        assertThat(stats("select 42 as a").bill().orElseThrow().reused()).isFalse();
        QueryStats.Bill again = stats("select 42 as a").bill().orElseThrow();
        assertThat(again.reused()).isTrue();
        assertThat(again.dollars()).isZero();
        assertThat(lake.value("select 42 as a")).isEqualTo(42);
        assertThat(lake.athena.aws.calls("StartQueryExecution").getFirst().request().at("/ResultReuseConfiguration/ResultReuseByAgeConfiguration/MaxAgeInMinutes").asInt()).isEqualTo(120);
    }

    @Test
    void asksForNoReuseByItself() {
        lake.rows("select 1");
        assertThat(lake.athena.aws.calls("StartQueryExecution").getFirst().request().has("ResultReuseConfiguration")).isFalse();
    }

    @Test
    void readsTheResultWhereTheWorkgroupPutsIt() {
        lake.athena.enforces("s3://enforced-bucket/some/where/");
        assertThat(lake.value("select 7")).isEqualTo(7);
        assertThat(lake.athena.objects.requests()).singleElement().satisfies(request -> assertThat(request).startsWith("GET enforced-bucket/some/where/"));
    }

    @Test
    void readsPagesWhereAthenaKeepsTheResult() {
        lake.athena.keepsResults();
        lake.with(profile -> PracticeAthena.athena(profile, LakeProfile.Athena.DEFAULT, false));
        List<Object[]> rows = lake.rows("select i, case when i % 2 = 0 then '' end as t from range(2500) t(i)");
        assertThat(rows).hasSize(2_500);
        assertThat(rows.getFirst()).containsExactly(0L, "");
        assertThat(rows.getLast()).containsExactly(2_499L, null);
        assertThat(lake.athena.objects.requests()).isEmpty();
        assertThat(lake.athena.aws.calls("GetQueryResults")).hasSize(3);
        assertThat(lake.athena.aws.calls("StartQueryExecution").getFirst().request().has("ResultConfiguration")).isFalse();
    }

    @Test
    void answersListingsFromPages() {
        lake.athena.prepare("create table people (id integer, name varchar)");
        assertThat(lake.rows("show tables")).extracting(row -> row[0]).containsExactly("people");
        assertThat(lake.rows("describe people")).extracting(row -> row[0]).containsExactly("id", "name");
    }

    @Test
    void partsTheLinesOfADescription() {
        lake.athena.prepare("create table lines as select 'name                \tvarchar             \ta note' as line");
        FakeAws aws = lake.athena.aws;
        Map<String, Object> columns = Map.of("ColumnInfo", List.of(Map.of("Name", "col_name", "Type", "string"), Map.of("Name", "data_type", "Type", "string"), Map.of("Name", "comment", "Type", "string")));
        aws.on("GetQueryResults", _ -> Map.of("ResultSet", Map.of("ResultSetMetadata", columns, "Rows",
                List.of(Map.of("Data", List.of(Map.of("VarCharValue", "name                \tvarchar             \ta note")))))));
        assertThat(lake.rows("describe lines")).containsExactly(new Object[] {"name", "varchar", "a note"});
    }

    @Test
    void runsAStatementWithoutRowsWhenItIsUnlocked() {
        assertThat(lake.rows(new Query("create table t (a integer)", List.of(), true))).isEmpty();
        assertThat(stats("select count(*) from t").bill()).isPresent();
    }

    @Test
    void takesAnAnswerWithoutAnything() {
        lake.athena.aws.on("GetQueryResults", _ -> Map.of());
        try (QueryRun run = lake.engine.run(new Query("create table t (a integer)", List.of(), true), new Job("query"))) {
            assertThat(run.columns()).isEmpty();
            assertThat(run.next(10)).isEmpty();
        }
    }

    @Test
    void neverUnlocksAReadOnlyProfile() {
        lake.with(profile -> PracticeAthena.athena(profile, profile.athena(), true));
        FailureException error = catchThrowableOfType(FailureException.class, () -> lake.rows(new Query("drop table t", List.of(), true)));
        assertThat(error.failure().kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(error.failure().message()).contains("DROP");
        assertThat(lake.athena.aws.calls()).isEmpty();
    }

    @Test
    void refusesWhatOnlyAthenaKnowsBeforeItStarts() {
        for (String sql : List.of("msck repair table t", "unload (select 1) to 's3://b/' with (format = 'PARQUET')", "create external table t (a int) location 's3://b/'",
                "alter table t add partition (d = '1')", "vacuum t", "optimize t rewrite data using bin_pack")) {
            assertThat(lake.failure(sql).kind()).as(sql).isEqualTo(Failure.Kind.DENIED);
        }
        assertThat(lake.athena.aws.calls()).isEmpty();
    }

    @Test
    void bindsParametersOfEachKind() {
        List<Object> values = List.of(5, 5_000_000_000L, new BigDecimal("1.50"), "it's", java.time.LocalDate.of(2008, 2, 29), true, 0.5, java.time.LocalDateTime.of(2008, 1, 2, 3, 4, 5));
        Object[] row = lake.rows(new Query("select ?, ?, cast(? as decimal(8,2)), ?, ?, ?, ?, ?", values, false)).getFirst();
        assertThat(row).containsExactly(5, 5_000_000_000L, new BigDecimal("1.50"), "it's", java.time.LocalDate.of(2008, 2, 29), true, 0.5, java.time.LocalDateTime.of(2008, 1, 2, 3, 4, 5));
    }

    /// A stop may still be under way on a busy computer.
    private int stopped() {
        long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (lake.athena.aws.calls("StopQueryExecution").isEmpty() && System.nanoTime() < patience) {
            Thread.onSpinWait();
        }
        return lake.athena.aws.calls("StopQueryExecution").size();
    }

    @Test
    void stopsTheStatementInAthenaWhenItsJobIsCancelled() {
        Job job = new Job("slow");
        job.onProgress(progress -> {
            if (progress.phase().startsWith("running")) {
                job.cancel();
            }
        });
        assertThatThrownBy(() -> lake.engine.run(Query.of("select sum(hash(i)) from range(2000000000000) t(i)"), job)).isInstanceOf(CancellationException.class);
        assertThat(stopped()).isEqualTo(1);
        assertThat(lake.engine.busy()).isFalse();
    }

    @Test
    void stopsAStatementWhoseStartWasCutOff() {
        Job job = new Job("slow");
        job.onProgress(progress -> Thread.ofPlatform().daemon().start(job::cancel));
        assertThatThrownBy(() -> lake.engine.run(Query.of("select sum(hash(i)) from range(2000000000000) t(i)"), job)).isInstanceOf(CancellationException.class);
        assertThat(stopped()).isEqualTo(1);
        assertThat(lake.athena.aws.calls("StartQueryExecution").stream().map(call -> call.request().path("ClientRequestToken").asText()).distinct()).hasSize(1);
    }

    @Test
    void stopsAStatementThatItCannotFollow() {
        lake.athena.aws.on("GetQueryExecution", _ -> {
            throw new FakeAws.Refusal(400, "AccessDeniedException", "No.");
        });
        Failure failure = lake.failure("select 1");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failure.message()).contains("athena:GetQueryExecution").contains("workgroup/primary");
        assertThat(stopped()).isEqualTo(1);
    }

    @Test
    void saysWhatTheWorkgroupOrSomebodyElseStopped() {
        lake.athena.fails("CANCELLED", "Bytes scanned limit was exceeded", 2, 1);
        assertThat(lake.failure("select 1").message()).contains("workgroup");
        assertThat(lake.athena.aws.calls("StopQueryExecution")).isEmpty();
    }

    @Test
    void saysWhatAthenaRefusesToStart() {
        refuse("InvalidRequestException", "line 1:8: mismatched input 'form'. Expecting: <expression>");
        Failure grammar = lake.failure("select form t");
        assertThat(grammar.kind()).isEqualTo(Failure.Kind.BAD_INPUT);
        assertThat(grammar.message()).isEqualTo("mismatched input 'form'. Expecting: <expression>.");
        assertThat(grammar.position()).hasValue(7);
        refuse("InvalidRequestException", "WorkGroup primary is not found.");
        assertThat(lake.failure("select 1").kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        refuse("InvalidRequestException", "No output location provided. An output location is required either through the Workgroup result configuration setting or as an API input.");
        assertThat(lake.failure("select 1").advice()).contains("s3://");
        refuse("ExpiredTokenException", "The security token included in the request is expired");
        assertThat(lake.failure("select 1").kind()).isEqualTo(Failure.Kind.SIGN_IN);
        refuse("AccessDeniedException", "not authorized to perform: athena:StartQueryExecution");
        assertThat(lake.failure("select 1").detail().orElseThrow()).contains("athena:StartQueryExecution").contains("Allow");
        assertThat(lake.athena.aws.calls("StopQueryExecution")).isEmpty();
    }

    private void refuse(String code, String message) {
        lake.athena.aws.on("StartQueryExecution", _ -> {
            throw new FakeAws.Refusal(400, code, message);
        });
    }

    @Test
    void readsTheWorkgroup() {
        lake.athena.enforces("s3://enforced-bucket/some/where");
        Workgroup workgroup = lake.engine.workgroup();
        assertThat(workgroup.enabled()).isTrue();
        assertThat(workgroup.enforced()).isTrue();
        assertThat(workgroup.output()).hasValue(new S3Place("enforced-bucket", "some/where/"));
        assertThat(workgroup.maxBytes()).hasValue(10_000_000);
    }

    @Test
    void triesTheOutputAndLeavesNothingThere() {
        assertThat(lake.engine.tryOutput()).hasValue(new S3Place("wonderlake-athena", ""));
        assertThat(lake.athena.objects.requests()).hasSize(2).first().asString().startsWith("PUT wonderlake-athena/_wonderlake-");
        assertThat(lake.athena.objects.names()).isEmpty();
        lake.athena.enforces("s3://enforced-bucket/");
        assertThat(lake.engine.tryOutput()).hasValue(new S3Place("enforced-bucket", ""));
        lake.athena.objects.refuse("AccessDenied");
        FailureException denied = catchThrowableOfType(FailureException.class, () -> lake.engine.tryOutput());
        assertThat(denied.failure().message()).contains("s3:PutObject").contains("arn:aws:s3:::enforced-bucket/*");
        lake.athena.keepsResults();
        assertThat(lake.engine.tryOutput()).isEmpty();
    }

    @Test
    void saysThatNothingNamesAnOutput() {
        lake.with(profile -> PracticeAthena.athena(profile, new LakeProfile.Athena("primary", Optional.empty(), BigDecimal.ONE, Duration.ZERO), false));
        assertThatThrownBy(() -> lake.engine.tryOutput()).isInstanceOfSatisfying(FailureException.class, error -> assertThat(error.failure().message()).contains("primary"));
    }

    @Test
    void saysThatTheWorkgroupIsNotThere() {
        lake.athena.aws.on("GetWorkGroup", _ -> {
            throw new FakeAws.Refusal(400, "InvalidRequestException", "WorkGroup primary is not found.");
        });
        assertThatThrownBy(() -> lake.engine.workgroup()).isInstanceOfSatisfying(FailureException.class, error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.NOT_FOUND));
    }
}
