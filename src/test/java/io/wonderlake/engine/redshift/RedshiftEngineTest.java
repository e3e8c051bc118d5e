package io.wonderlake.engine.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wonderlake.catalog.Column;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class RedshiftEngineTest {
    private static final String MANY = "select i, i * 2 as twice, 'row ' || i as name, date '2008-01-01' + i % 365 as day from (select generate_series(1, 200000) as i) as t";
    private PostgresProxy proxy;
    private RedshiftEngine engine;

    @BeforeEach
    void open() {
        proxy = Warehouse.proxy();
        engine = Warehouse.engine(proxy);
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
            proxy.close();
        }
    }

    private List<Object[]> rows(Query query) {
        try (QueryRun run = engine.run(query, new Job("query"))) {
            List<Object[]> all = new ArrayList<>();
            for (List<Object[]> page = run.next(1000); !page.isEmpty(); page = run.next(1000)) {
                all.addAll(page);
            }
            return all;
        }
    }

    private List<Object[]> rows(String sql) {
        return rows(Query.of(sql));
    }

    private Failure failure(Query query) {
        FailureException error = catchThrowableOfType(FailureException.class, () -> rows(query));
        assertThat(error).as(query.sql()).isNotNull();
        return error.failure();
    }

    private Failure failure(String sql) {
        return failure(Query.of(sql));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static boolean runsOnServer(String mark) {
        return Warehouse.askOwner("select count(*) from pg_stat_activity where state = 'active' and query like '%" + mark + "%' and query not like '%pg_stat_activity%'").equals("1");
    }

    @Test
    void givesTheValuesOfEachOfItsTypes() {
        try (QueryRun run = engine.run(Query.of("""
                select cast(7 as smallint) as s, cast(0.1 as real) as r, cast('NaN' as double precision) as nan, cast(12345678901234567890123456789.123456789 as numeric(38,9)) as big,
                  cast('2008-02-29 12:00:00+02' as timestamp with time zone) as at, time '13:14:15' as t, interval '1 day 2 hours' as span, cast('{"a": [1, 2]}' as json) as j,
                  cast('abc' as bytea) as b, cast('5d9b2a52-8d3a-4a9c-9b57-0d1f3f7f0a11' as uuid) as id, array[1, null, 3] as list, cast('x' as char(3)) as c,
                  sum(cast(1.5 as numeric)) as open, date '0001-01-01' as old"""), new Job("query"))) {
            assertThat(run.columns()).extracting(Column::type).extracting(Object::toString).containsExactly("smallint", "real", "double", "decimal(38,9)",
                    "timestamp with time zone", "time", "interval", "json", "varbinary", "varchar", "integer[]", "varchar", "decimal", "date");
            Object[] row = run.next(10).getFirst();
            assertThat(row[0]).isEqualTo(7);
            assertThat(row[1]).isEqualTo(0.1);
            assertThat(row[2]).isEqualTo(Double.NaN);
            assertThat(row[3]).isEqualTo(new BigDecimal("12345678901234567890123456789.123456789"));
            assertThat(((OffsetDateTime) row[4]).toInstant()).isEqualTo(Instant.parse("2008-02-29T10:00:00Z"));
            assertThat(row[5]).isEqualTo(LocalTime.of(13, 14, 15));
            assertThat(row[6]).isInstanceOf(String.class).asString().contains("1 day");
            assertThat(row[7]).isEqualTo("{\"a\": [1, 2]}");
            assertThat(row[8]).isEqualTo("abc".getBytes(StandardCharsets.UTF_8));
            assertThat(row[9]).isEqualTo("5d9b2a52-8d3a-4a9c-9b57-0d1f3f7f0a11");
            assertThat(row[10]).isEqualTo("[1,null,3]");
            assertThat(row[11]).isEqualTo("x  ");
            assertThat(row[12]).isEqualTo(new BigDecimal("1.5"));
            assertThat(row[13]).isEqualTo(LocalDate.of(1, 1, 1));
        }
    }

    @Test
    void takesParametersOfEachType() {
        List<Object> values = new ArrayList<>(List.of(new BigInteger("123"), new BigDecimal("1.5"), LocalDate.of(2008, 1, 2), true, "it's"));
        values.add(null);
        Object[] row = rows(new Query("select cast(? as numeric) + 1, ? * 2.0, cast(? as date), cast(? as boolean), cast(? as varchar), cast(? as integer)", values, false)).getFirst();
        assertThat(row).containsExactly(new BigDecimal("124"), new BigDecimal("3.00"), LocalDate.of(2008, 1, 2), true, "it's", null);
    }

    @Test
    void streamsManyRowsInTheirOrder() {
        long expected = 0;
        try (QueryRun run = engine.run(Query.of(MANY), new Job("query"))) {
            for (List<Object[]> page = run.next(5000); !page.isEmpty(); page = run.next(5000)) {
                for (Object[] row : page) {
                    expected++;
                    assertThat(row[0]).isEqualTo((int) expected);
                }
            }
            assertThat(run.stats().elapsed()).isPositive();
        }
        assertThat(expected).isEqualTo(200_000);
    }

    @Test
    void saysThatTheServerWentAwayAndNeverGivesAShortResult() {
        for (int i = 0; i < 8; i++) {
            proxy.breakAfter(700_000 + 100_000L * i);
            Failure failure = failure(MANY);
            assertThat(failure.kind()).isEqualTo(Failure.Kind.OFFLINE);
            assertThat(failure.message()).contains("broke before the statement had ended");
        }
        proxy.breakAfter(Long.MAX_VALUE);
        assertThat(rows(MANY)).hasSize(200_000);
    }

    @Test
    void saysThatTheServerEndedTheSession() throws InterruptedException {
        Thread ending = Thread.ofVirtual().start(() -> {
            await(() -> runsOnServer("pg_sleep(121)"));
            Warehouse.askOwner("select count(pg_terminate_backend(pid)) from pg_stat_activity where query like '%pg_sleep(121)%' and pid <> pg_backend_pid()");
        });
        assertThat(failure("select pg_sleep(121)").kind()).isEqualTo(Failure.Kind.OFFLINE);
        ending.join();
    }

    @Test
    void replacesConnectionsThatBrokeMeanwhile() {
        rows("select 1");
        proxy.breakAll();
        assertThat(rows("select 2").getFirst()[0]).isEqualTo(2);
        assertThat(proxy.sessions()).isEqualTo(2);
    }

    @Test
    void keepsAConnectionAlsoAfterAnError() {
        rows("select 1");
        failure("select nope");
        failure("select 1 +* 2");
        rows("select 2");
        assertThat(proxy.sessions()).isEqualTo(1);
    }

    @Test
    void stopsTheServersWorkWhenCancelledBeforeTheFirstRow() {
        Job job = new Job("slow");
        long[] cancelled = new long[1];
        Thread.ofVirtual().start(() -> {
            await(() -> runsOnServer("pg_sleep(122)"));
            cancelled[0] = System.nanoTime();
            job.cancel();
        });
        assertThatThrownBy(() -> engine.run(Query.of("select pg_sleep(122)"), job)).isInstanceOf(CancellationException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - cancelled[0])).isLessThan(Duration.ofSeconds(1));
        await(() -> !runsOnServer("pg_sleep(122)"));
        assertThat(engine.busy()).isFalse();
    }

    @Test
    void stopsTheServersWorkWhenCancelledDuringAFetch() {
        Job job = new Job("tail");
        try (QueryRun run = engine.run(Query.of("select i, case when i > 20000 then pg_sleep(0.123) end from (select generate_series(1, 2000000) as i) as t"), job)) {
            assertThat(run.next(10)).hasSize(10);
            assertThat(engine.busy()).isTrue();
            Thread.ofVirtual().start(job::cancel);
            long began = System.nanoTime();
            assertThatThrownBy(() -> {
                while (!run.next(1000).isEmpty()) {
                    continue;
                }
            }).isInstanceOf(CancellationException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(1));
        }
        await(() -> !runsOnServer("pg_sleep(0.123)"));
    }

    @Test
    void stopsTheServersWorkWhenClosedEarly() {
        long began = System.nanoTime();
        try (QueryRun run = engine.run(Query.of("select i, repeat('x', 1000), pg_sleep(0.0) from (select generate_series(1, 50000000) as i) as t"), new Job("head"))) {
            assertThat(run.next(10)).hasSize(10);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        await(() -> !runsOnServer("50000000"));
    }

    @Test
    void hangsUpOnAServerThatNoLongerAnswers() {
        Job job = new Job("silence");
        long[] cancelled = new long[1];
        Thread.ofVirtual().start(() -> {
            await(() -> runsOnServer("pg_sleep(125)"));
            proxy.freeze();
            cancelled[0] = System.nanoTime();
            job.cancel();
        });
        assertThatThrownBy(() -> engine.run(Query.of("select pg_sleep(125)"), job)).isInstanceOf(CancellationException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - cancelled[0])).isLessThan(Duration.ofSeconds(2));
        proxy.breakAll();
    }

    @Test
    void doesNotWaitForAConnectionOnceCancelled() throws Exception {
        try (java.net.ServerSocket silent = new java.net.ServerSocket(0, 5, java.net.InetAddress.getLoopbackAddress());
                RedshiftEngine far = at("127.0.0.1:" + silent.getLocalPort() + "/dev?ssl=false")) {
            Job job = new Job("connect");
            Thread.ofVirtual().start(() -> {
                LockSupport.parkNanos(200_000_000);
                job.cancel();
            });
            long began = System.nanoTime();
            assertThatThrownBy(() -> far.run(Query.of("select 1"), job)).isInstanceOf(CancellationException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @Test
    void namesTheTableThatWasMeant() {
        String sql = "select *\nfrom tickit.sale";
        Failure failure = failure(sql);
        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failure.message()).contains("tickit.sale");
        assertThat(failure.advice()).isEqualTo("Did you mean tickit.sales?");
        assertThat(failure.nearest()).contains("tickit.sales");
        assertThat(failure.position()).hasValue(sql.indexOf("tickit.sale"));
        assertThat(failure("select * from evnt").nearest()).contains("tickit.event");
        assertThat(failure("select * from zzzzzzz.yyyyyy").nearest()).isEmpty();
    }

    @Test
    void namesTheColumnThatWasMeant() {
        Failure failure = failure(new Query("select salesid from tickit.sales s where salesid > ? and s.prise > ?", List.of(1, 2), false));
        assertThat(failure.kind()).isEqualTo(Failure.Kind.BAD_INPUT);
        assertThat(failure.message()).contains("prise");
        assertThat(failure.nearest()).contains("price");
        assertThat(failure.position()).hasValue("select salesid from tickit.sales s where salesid > ? and ".length());
        assertThat(failure("select zzzzzz from tickit.sales").nearest()).isEmpty();
    }

    @Test
    void givesTheServersWordsForOtherMistakes() {
        Failure failure = failure("select 1 / 0");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.BAD_INPUT);
        assertThat(failure.message()).isEqualTo("division by zero.");
        assertThat(failure("select 1; select 2").message()).isEqualTo("This is more than one statement.");
    }

    @Test
    void namesWhatMayNotBeUsed() {
        Failure failure = failure("select * from secret.salary");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failure.message()).isEqualTo("You may not use secret.");
    }

    @Test
    void changesSomethingOnlyWhenUnlocked() {
        String insert = "insert into tickit.event values (77, 'Unlocked')";
        assertThat(failure(insert).kind()).isEqualTo(Failure.Kind.DENIED);
        try (RedshiftEngine held = new RedshiftEngine(Warehouse.settings(proxy), login(Warehouse.PASSWORD), true)) {
            FailureException refused = catchThrowableOfType(FailureException.class, () -> held.run(new Query(insert, List.of(), true), new Job("insert")));
            assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.DENIED);
        }
        assertThat(rows("select 1 from tickit.event where eventid = 77")).isEmpty();
        assertThat(rows(new Query(insert, List.of(), true))).isEmpty();
        assertThat(rows("select 1 from tickit.event where eventid = 77")).hasSize(1);
    }

    @Test
    void letsTheServerRefuseWhatASelectWouldChange() {
        Failure failure = failure("select tickit.sneak()");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failure.message()).contains("read-only");
        assertThat(rows("select 1 from tickit.sales where salesid = 99")).isEmpty();
    }

    @Test
    void refusesTransactionsThatWouldHaveNoEffect() {
        for (String sql : List.of("begin", "COMMIT", "rollback", "start transaction")) {
            Failure failure = failure(new Query(sql, List.of(), true));
            assertThat(failure.kind()).as(sql).isEqualTo(Failure.Kind.BAD_INPUT);
            assertThat(failure.message()).contains("each statement is a transaction of its own");
        }
        assertThat(proxy.sessions()).isZero();
    }

    @Test
    void keepsNothingOfAChangeInLaterSessions() {
        rows(new Query("set statement_timeout = 1", List.of(), true));
        assertThat(rows("select 1")).hasSize(1);
        assertThat(rows("show statement_timeout").getFirst()[0]).isEqualTo("0");
    }

    @Test
    void closesConnectionsThatNobodyUses() {
        RedshiftAddress address = RedshiftAddress.of(Warehouse.settings(proxy).url());
        try (Sessions sessions = new Sessions(new Connector(address, login(Warehouse.PASSWORD)), address, Duration.ofMillis(50))) {
            Session session = sessions.take(true, new Job("query"));
            assertThat(sessions.busy()).isTrue();
            sessions.give(session, true);
            assertThat(sessions.busy()).isFalse();
            await(() -> proxy.connections() == 0);
        }
    }

    @Test
    void endsWhatRunsWhenItIsClosed() {
        QueryRun run = engine.run(Query.of("select i, case when i > 20000 then pg_sleep(0.124) end from (select generate_series(1, 2000000) as i) as t"), new Job("open"));
        engine.close();
        assertThatThrownBy(() -> {
            while (!run.next(1000).isEmpty()) {
                continue;
            }
        }).isInstanceOf(FailureException.class);
        run.close();
        await(() -> proxy.connections() == 0);
    }

    @Test
    void waitsForAFreeConnectionWhenAllAreTaken() {
        List<QueryRun> open = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            open.add(engine.run(Query.of("select " + i), new Job("open")));
        }
        Job ninth = new Job("ninth");
        ninth.onProgress(progress -> {
            if (progress.phase().startsWith("waiting")) {
                open.removeFirst().close();
            }
        });
        assertThat(engine.run(Query.of("select 9"), ninth).next(10)).hasSize(1);
        Job cancelled = new Job("tenth");
        cancelled.onProgress(_ -> cancelled.cancel());
        assertThatThrownBy(() -> engine.run(Query.of("select 10"), cancelled)).isInstanceOf(CancellationException.class);
        open.forEach(QueryRun::close);
        assertThat(rows("select 11")).hasSize(1);
    }

    @Test
    void saysWhatAnswersAndAsWhom() {
        RedshiftEngine.Server server = engine.server(new Job("doctor"));
        assertThat(server.version()).startsWith("PostgreSQL 15");
        assertThat(server.user()).isEqualTo(Warehouse.USER);
        assertThat(server.database()).isEqualTo("dev");
    }

    /// Temporary credentials may be withdrawn before their time.
    @Test
    void logsInAgainWhereKeptCredentialsAreRefused() {
        List<String> given = new ArrayList<>(List.of("withdrawn", Warehouse.PASSWORD));
        RedshiftLogin changing = new RedshiftLogin() {
            @Override
            public Access access(Job job) {
                return new Access(Warehouse.USER, given.removeFirst().toCharArray());
            }

            @Override
            public boolean refused() {
                return !given.isEmpty();
            }
        };
        try (RedshiftEngine renewed = new RedshiftEngine(Warehouse.settings(proxy), changing, false)) {
            assertThat(renewed.server(new Job("connect")).user()).isEqualTo(Warehouse.USER);
        }
        assertThat(given).isEmpty();
    }

    private static PasswordLogin login(String password) {
        return new PasswordLogin(Warehouse.USER, () -> java.util.Optional.of(password.toCharArray()));
    }

    private static RedshiftEngine at(String place) {
        return new RedshiftEngine(new io.wonderlake.lake.LakeProfile.Redshift("jdbc:redshift://" + place, java.util.Optional.of(Warehouse.USER)), login(Warehouse.PASSWORD), false);
    }
}
