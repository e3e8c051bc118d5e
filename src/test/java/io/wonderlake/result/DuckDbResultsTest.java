package io.wonderlake.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.catalog.Column;
import io.wonderlake.work.Job;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbResultsTest {
    private static final List<Column> NUMBERS = List.of(new Column("n", "bigint"), new Column("text", "varchar"));

    @TempDir
    Path folder;
    DuckDbResults results;

    @BeforeEach
    void open() {
        results = new DuckDbResults(folder);
    }

    @AfterEach
    void close() {
        results.close();
    }

    private static RowsRun numbers(long rows) {
        return new RowsRun(NUMBERS, rows, n -> new Object[] {n, "row " + n});
    }

    private StoredResult land(RowsRun run, long max) {
        return results.land(run, max, new Job("land"), _ -> { });
    }

    @Test
    void givesEachValueBackAsItCame() {
        List<Column> columns = List.of(new Column("b", "boolean"), new Column("s", "smallint"), new Column("l", "bigint"), new Column("h", "hugeint"),
                new Column("d", "decimal(8,2)"), new Column("f", "double"), new Column("t", "varchar"), new Column("day", "date"), new Column("time", "time"),
                new Column("at", "timestamp"), new Column("when", "timestamp with time zone"), new Column("id", "uuid"), new Column("x", "blob"),
                new Column("n", "struct(a integer)"), new Column("a", "integer[]"), new Column("u", "uhugeint"));
        Object[] row = {true, 7, 8L, BigInteger.TWO.pow(100), new BigDecimal("1.50"), 2.5, "it's", LocalDate.of(2008, 2, 29), LocalTime.of(10, 30),
            LocalDateTime.of(2008, 3, 30, 2, 30, 1, 5000), OffsetDateTime.parse("2008-01-01T00:00:00Z"), new UUID(1, 2), new byte[] {0, -1},
            "{\"a\":1}", "[1,2]", BigInteger.TEN};
        StoredResult result = land(new RowsRun(columns, 2, n -> n == 0 ? row : new Object[row.length]), 100);
        List<Object[]> page = result.page(0, 10);
        Object[] expected = row.clone();
        expected[15] = "10";
        assertThat(page.get(0)).usingRecursiveComparison().isEqualTo(expected);
        assertThat(page.get(1)).containsOnlyNulls();
    }

    @Test
    void showsTheFirstRowsWhileTheRestStillComes() throws Exception {
        CountDownLatch seen = new CountDownLatch(1);
        AtomicReference<StoredResult> growing = new AtomicReference<>();
        RowsRun slow = new RowsRun(NUMBERS, 50_000, n -> {
            await(n == 20_000 ? seen : new CountDownLatch(0));
            return new Object[] {n, "x"};
        });
        CountDownLatch ready = new CountDownLatch(1);
        Thread landing = Thread.ofPlatform().start(() -> results.land(slow, 1_000_000, new Job("land"), result -> {
            growing.set(result);
            ready.countDown();
        }));
        ready.await();
        assertThat(growing.get().page(0, 5)).extracting(row -> row[0]).containsExactly(0L, 1L, 2L, 3L, 4L);
        assertThat(growing.get().complete()).isFalse();
        seen.countDown();
        landing.join();
        assertThat(growing.get().rows()).isEqualTo(50_000);
        assertThat(growing.get().complete()).isTrue();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException error) {
            throw new IllegalStateException(error);
        }
    }

    @Test
    void cutsAtTheLimitAndSaysSo() {
        assertThat(land(numbers(1_001), 1_000)).extracting(StoredResult::rows, StoredResult::cut, StoredResult::complete).containsExactly(1_000L, true, true);
        assertThat(land(numbers(1_000), 1_000)).extracting(StoredResult::rows, StoredResult::cut, StoredResult::complete).containsExactly(1_000L, false, true);
    }

    @Test
    void keepsTheRowsOfACancelledLanding() {
        Job job = new Job("land");
        AtomicReference<StoredResult> kept = new AtomicReference<>();
        RowsRun run = new RowsRun(NUMBERS, 1_000_000, n -> {
            if (n == 30_000) {
                job.cancel();
            }
            return new Object[] {n, "x"};
        });
        assertThatThrownBy(() -> results.land(run, 1_000_000, job, kept::set)).isInstanceOf(CancellationException.class);
        assertThat(run.closed).isTrue();
        assertThat(kept.get().rows()).isGreaterThanOrEqualTo(20_000);
        assertThat(kept.get().page(kept.get().rows() - 1, 10)).hasSize(1);
    }

    @Test
    void pagesAMillionRowsRightAnywhere() {
        StoredResult result = land(numbers(1_000_000), 10_000_000);
        for (long from : List.of(0L, 299L, 9_950L, 122_879L, 500_000L, 999_900L)) {
            List<Object[]> page = result.page(from, 200);
            assertThat(page).hasSize((int) Math.min(200, 1_000_000 - from));
            for (int i = 0; i < page.size(); i++) {
                assertThat(page.get(i)).containsExactly(from + i, "row " + (from + i));
            }
        }
        assertThat(result.page(1_000_000, 10)).isEmpty();
    }

    @Test
    void landsAnAnswerWithoutRowsOrColumns() {
        List<StoredResult> ready = new ArrayList<>();
        StoredResult empty = results.land(numbers(0), 10, new Job("land"), ready::add);
        assertThat(ready).containsExactly(empty);
        assertThat(empty.rows()).isZero();
        assertThat(empty.page(0, 10)).isEmpty();
        assertThat(land(new RowsRun(List.of(), 0, _ -> new Object[0]), 10).page(0, 10)).isEmpty();
    }

    @Test
    void forgetsADiscardedResultAndKeepsTheOthers() {
        StoredResult first = land(numbers(10), 100);
        StoredResult second = land(numbers(20), 100);
        first.discard();
        first.discard();
        assertThat(first.page(0, 10)).isEmpty();
        assertThat(second.page(0, 100)).hasSize(20);
    }

    @Test
    void leavesNoFileBehindAndRemovesThoseOfDeadProcesses() throws Exception {
        Path dead = Files.writeString(folder.resolve("session-999999999-1.duckdb"), "left over");
        Path other = Files.writeString(folder.resolve("notes.txt"), "not ours");
        try (DuckDbResults second = new DuckDbResults(folder)) {
            land(numbers(10), 100);
            second.land(numbers(10), 100, new Job("land"), _ -> { });
            assertThat(dead).doesNotExist();
            try (var files = Files.list(folder)) {
                assertThat(files.filter(file -> file.toString().endsWith(".duckdb"))).hasSize(2);
            }
        }
        results.close();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(other);
        }
    }
}
