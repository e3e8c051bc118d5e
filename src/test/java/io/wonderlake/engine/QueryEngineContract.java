package io.wonderlake.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What every query engine of a lake must do.
@Timeout(60)
public abstract class QueryEngineContract {

    protected abstract QueryEngine engine();

    /// A statement that would run for minutes before its first row.
    protected abstract String slowStatement();

    /// A statement whose first rows come at once, and whose later ones take minutes.
    protected abstract String slowTail();

    private List<Object[]> rows(Query query) {
        try (QueryRun run = engine().run(query, new Job("query"))) {
            List<Object[]> all = new ArrayList<>();
            for (List<Object[]> page = run.next(100); !page.isEmpty(); page = run.next(100)) {
                all.addAll(page);
            }
            return all;
        }
    }

    private List<Object[]> rows(String sql) {
        return rows(Query.of(sql));
    }

    private Failure failure(String sql) {
        FailureException error = catchThrowableOfType(FailureException.class, () -> rows(sql));
        assertThat(error).as(sql).isNotNull();
        return error.failure();
    }

    @Test
    void givesColumnsAndValuesOfEachType() {
        String sql = "select cast(1 as integer) as i, cast(2 as bigint) as l, cast(1.50 as decimal(8,2)) as d, cast(0.5 as double precision) as f, "
                + "'text' as t, date '2008-02-29' as day, timestamp '2008-01-02 03:04:05' as at, cast(1 = 1 as boolean) as b, cast(null as integer) as n";
        try (QueryRun run = engine().run(Query.of(sql), new Job("query"))) {
            assertThat(run.columns()).extracting(column -> column.name()).containsExactly("i", "l", "d", "f", "t", "day", "at", "b", "n");
            assertThat(run.columns().get(2).type().sql().replace(" ", "")).isEqualTo("decimal(8,2)");
            assertThat(run.next(10)).containsExactly(new Object[] {1, 2L, new BigDecimal("1.50"), 0.5, "text", LocalDate.of(2008, 2, 29),
                LocalDateTime.of(2008, 1, 2, 3, 4, 5), true, null});
            assertThat(run.next(10)).isEmpty();
            assertThat(run.next(10)).isEmpty();
        }
    }

    @Test
    void givesNoMoreRowsThanAskedFor() {
        try (QueryRun run = engine().run(Query.of("select n from (values (1), (2), (3)) as t(n) order by n"), new Job("query"))) {
            assertThat(run.next(2)).extracting(row -> row[0]).containsExactly(1, 2);
            assertThat(run.next(2)).extracting(row -> row[0]).containsExactly(3);
            assertThat(run.next(2)).isEmpty();
        }
    }

    @Test
    void answersWithColumnsWhereThereAreNoRows() {
        try (QueryRun run = engine().run(Query.of("select n from (values (1)) as t(n) where n > 1"), new Job("query"))) {
            assertThat(run.columns()).hasSize(1);
            assertThat(run.next(10)).isEmpty();
        }
    }

    @Test
    void takesParametersInTheirOrder() {
        assertThat(rows(new Query("select n from (values (1), (2), (3)) as t(n) where n > ? and n < ?", List.of(1, 3), false)))
                .extracting(row -> row[0]).containsExactly(2);
        assertThat(rows(new Query("select length(?)", List.of("it's; -- "), false)).getFirst()[0].toString()).isEqualTo("9");
    }

    @Test
    void saysWhereAStatementIsWrong() {
        String sql = "select 'é𝄞' as a,\n  nope from (values (1)) as t(n)";
        Failure failure = failure(sql);
        assertThat(failure.kind()).isEqualTo(Failure.Kind.BAD_INPUT);
        assertThat(failure.message()).contains("nope");
        assertThat(failure.position()).hasValue(sql.indexOf("nope"));
        assertThat(failure("select 1 +* 2").kind()).isEqualTo(Failure.Kind.BAD_INPUT);
        assertThat(failure("select n from").kind()).isEqualTo(Failure.Kind.BAD_INPUT);
    }

    @Test
    void saysWhatWentWrongWhileRowsFlow() {
        assertThat(failure("select cast(t as integer) from (values ('1'), ('x')) as v(t)").message()).contains("x");
    }

    @Test
    void refusesToChangeAnything() {
        for (String sql : List.of("create table t as select 1 as a", "drop table t", "insert into t values (1)", "delete from t", "update t set a = 1")) {
            assertThat(failure(sql).kind()).as(sql).isEqualTo(Failure.Kind.DENIED);
        }
    }

    @Test
    void stopsSoonWhenTheJobIsCancelled() throws Exception {
        Job job = new Job("slow");
        Thread canceller = cancelSoon(job);
        assertThatThrownBy(() -> engine().run(Query.of(slowStatement()), job)).isInstanceOf(CancellationException.class);
        canceller.join(Duration.ofSeconds(2));
        assertThat(rows("select 1")).hasSize(1);
    }

    @Test
    void givesFirstRowsBeforeTheLastAreKnownAndStopsInBetween() {
        Job job = new Job("tail");
        try (QueryRun run = engine().run(Query.of(slowTail()), job)) {
            assertThat(run.next(10)).hasSize(10);
            cancelSoon(job);
            long began = System.nanoTime();
            assertThatThrownBy(() -> {
                while (!run.next(1000).isEmpty()) {
                    continue;
                }
            }).isInstanceOf(CancellationException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void doesNotStartForACancelledJob() {
        Job job = new Job("gone");
        job.cancel();
        assertThatThrownBy(() -> engine().run(Query.of(slowStatement()), job)).isInstanceOf(CancellationException.class);
    }

    @Test
    void reportsItsPhases() {
        List<String> phases = new ArrayList<>();
        Job job = new Job("query");
        job.onProgress((Progress progress) -> phases.add(progress.phase()));
        engine().run(Query.of("select 1"), job).close();
        assertThat(phases).isNotEmpty().allSatisfy(phase -> assertThat(phase).isNotBlank());
    }

    @Test
    void runsSeveralStatementsAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Object>> work = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                int number = i;
                work.add(() -> rows("select " + number + " as n").getFirst()[0]);
            }
            List<Object> answers = new ArrayList<>();
            for (Future<Object> answer : threads.invokeAll(work)) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        }
    }

    /// Cancels when the engine says that it runs, or after a moment.
    private static Thread cancelSoon(Job job) {
        return Thread.ofPlatform().daemon().start(() -> {
            java.util.concurrent.locks.LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            job.cancel();
        });
    }
}
