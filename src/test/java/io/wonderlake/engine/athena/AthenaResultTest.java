package io.wonderlake.engine.athena;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.athena.model.ColumnInfo;

/// How results come in: their form, their types, and what may happen to their object.
@Timeout(60)
class AthenaResultTest {
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

    private static Object value(String type, String text) {
        return new Values(ColumnInfo.builder().name("c").type(type).precision(10).scale(2).build()).of(text);
    }

    @Test
    void tellsNullFromEmptyText() {
        assertThat(lake.rows("select * from (values ('', null, 'x'), (null, '', 'null')) as t(a, b, c)"))
                .containsExactly(new Object[] {"", null, "x"}, new Object[] {null, "", "null"});
    }

    @Test
    void tellsNullFromEmptyTextInASingleColumn() {
        assertThat(lake.rows("select * from (values (null), (''), (null), ('x'), (null)) as t(a)")).extracting(row -> row[0]).containsExactly(null, "", null, "x", null);
    }

    @Test
    void keepsQuotesSeparatorsLineEndsAndEveryAlphabet() {
        String odd = "a\"b\"\",c\n\r\nd\te\\ 'é𝄞日本' \u0085\u2028 \"";
        assertThat(lake.rows(new Query("select cast(? as varchar), 'next'", List.of(odd), false))).containsExactly(new Object[] {odd, "next"});
        assertThat(lake.value("select 'one' || chr(13) as \"odd, \"\"name\"\"\"")).isEqualTo("one\r");
    }

    @Test
    void keepsAHeadingWithOddNames() {
        try (QueryRun run = lake.run("select 1 as \"odd, \"\"name\"\"\", 2 as \"two\nlines\"")) {
            assertThat(run.columns()).extracting(column -> column.name()).containsExactly("odd, \"name\"", "two\nlines");
            assertThat(run.next(10)).hasSize(1);
        }
    }

    @Test
    void readsEachType() {
        assertThat(value("boolean", "true")).isEqualTo(true);
        assertThat(value("tinyint", "-1")).isEqualTo(-1);
        assertThat(value("smallint", "7")).isEqualTo(7);
        assertThat(value("integer", "2147483647")).isEqualTo(Integer.MAX_VALUE);
        assertThat(value("bigint", "-9223372036854775808")).isEqualTo(Long.MIN_VALUE);
        assertThat(value("float", "1.1")).isEqualTo(1.1);
        assertThat(value("double", "NaN")).isEqualTo(Double.NaN);
        assertThat(value("double", "-Infinity")).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(value("double", "1.0E300")).isEqualTo(1e300);
        assertThat(value("decimal", "1.50")).isEqualTo(new BigDecimal("1.50"));
        assertThat(value("date", "2008-02-29")).isEqualTo(LocalDate.of(2008, 2, 29));
        assertThat(value("date", "-0044-03-15")).isEqualTo(LocalDate.of(-44, 3, 15));
        assertThat(value("time", "03:04:05.006")).isEqualTo(LocalTime.of(3, 4, 5, 6_000_000));
        assertThat(value("timestamp", "2008-01-02 03:04:05.006")).isEqualTo(LocalDateTime.of(2008, 1, 2, 3, 4, 5, 6_000_000));
        assertThat(value("timestamp", "2008-01-02 03:04:05.123456")).isEqualTo(LocalDateTime.of(2008, 1, 2, 3, 4, 5, 123_456_000));
        assertThat(value("timestamp with time zone", "2008-01-02 03:04:05.000 UTC")).isEqualTo(OffsetDateTime.parse("2008-01-02T03:04:05Z"));
        assertThat(value("timestamp with time zone", "2008-07-02 03:04:05.000 Europe/Berlin")).isEqualTo(OffsetDateTime.parse("2008-07-02T03:04:05+02:00"));
        assertThat(value("timestamp with time zone", "2008-01-02 03:04:05.000 -05:30")).isEqualTo(OffsetDateTime.parse("2008-01-02T03:04:05-05:30"));
        assertThat((byte[]) value("varbinary", "00 ab ff")).containsExactly(0, 0xab, 0xff);
        assertThat((byte[]) value("varbinary", "")).isEmpty();
        assertThat(value("uuid", "00000000-0000-0000-0000-000000000001")).isEqualTo(new UUID(0, 1));
        assertThat(value("json", "{\"a\":1}")).isEqualTo("{\"a\":1}");
        assertThat(value("array", "[a, b]")).isEqualTo("[\"a\",\"b\"]");
        assertThat(value("row", "{id=1, name=x}")).isEqualTo("{\"id\":1,\"name\":\"x\"}");
        assertThat(value("char", "x  ")).isEqualTo("x  ");
        assertThat(value("interval day to second", "2 00:00:00.000")).isEqualTo("2 00:00:00.000");
        assertThat(value("integer", null)).isNull();
    }

    @Test
    void namesTheValueAndTheColumnThatDoNotFit() {
        for (String type : List.of("boolean", "integer", "bigint", "double", "decimal", "date", "time", "timestamp", "timestamp with time zone", "varbinary", "uuid")) {
            assertThatThrownBy(() -> value(type, "odd")).as(type).isInstanceOfSatisfying(FailureException.class,
                    error -> assertThat(error.failure().message()).contains("odd").contains(" c "));
        }
    }

    @Test
    void givesNestedValuesAsJson() {
        Object[] row = lake.rows("select [1, 2], {'a': 1, 'b': ['x', 'y']}, map {'k': 2.5}, '\\xAB\\x01'::blob").getFirst();
        assertThat(row[0]).isEqualTo("[1,2]");
        assertThat(row[1]).isEqualTo("{\"a\":1,\"b\":[\"x\",\"y\"]}");
        assertThat(row[2]).isEqualTo("{\"k\":2.5}");
        assertThat((byte[]) row[3]).containsExactly(0xab, 1);
    }

    @Test
    void readsOneObjectAndNoPages() {
        lake.rows("select i from range(5000) t(i)");
        assertThat(lake.athena.aws.calls("GetQueryResults")).singleElement().satisfies(call -> assertThat(call.request().path("MaxResults").asInt()).isEqualTo(1));
        assertThat(lake.athena.objects.requests()).containsExactly("GET " + lake.athena.lastObject());
    }

    @Test
    void goesOnWhereTheConnectionBreaks() {
        lake.athena.objects.breakEvery(70_000);
        List<Object[]> rows = lake.rows("select i, 'wörd ' || i from range(20000) t(i)");
        assertThat(rows).hasSize(20_000);
        assertThat(rows.getLast()).containsExactly(19_999L, "wörd 19999");
        assertThat(rows.stream().mapToLong(row -> (Long) row[0]).sum()).isEqualTo(199_990_000L);
        assertThat(lake.athena.objects.requests().subList(1, 3)).allSatisfy(request -> assertThat(request).contains(" bytes="));
    }

    @Test
    void givesUpOnAConnectionThatBreaksAgainAndAgain() {
        lake.athena.objects.breakEvery(0);
        Failure failure = lake.failure("select 1");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.OFFLINE);
        assertThat(failure.message()).contains(".csv");
    }

    @Test
    void neverMixesTwoObjects() {
        try (QueryRun run = lake.run("select i, repeat('x', 200) from range(100000) t(i)")) {
            assertThat(run.next(10)).hasSize(10);
            lake.athena.objects.put(lake.athena.lastObject(), "\"i\"\n\"other\"\n".repeat(500_000));
            lake.athena.objects.breakEvery(20_000);
            assertThatThrownBy(() -> {
                while (!run.next(1_000).isEmpty()) {
                    continue;
                }
            }).isInstanceOfSatisfying(FailureException.class, error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.CONFLICT));
        }
    }

    @Test
    void saysThatTheBucketOfTheResultsIsClosed() {
        lake.athena.objects.refuse("AccessDenied");
        Failure failure = lake.failure("select 1");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failure.message()).contains("s3:GetObject").contains("wonderlake-athena");
    }

    @Test
    void saysThatTheLoginExpired() {
        lake.athena.objects.refuse("ExpiredToken");
        assertThat(lake.failure("select 1").kind()).isEqualTo(Failure.Kind.SIGN_IN);
    }

    @Test
    void saysThatAResultIsGone() {
        lake.with(profile -> PracticeAthena.reusing(profile, Duration.ofHours(1)));
        lake.rows("select 1");
        lake.athena.objects.remove(lake.athena.lastObject());
        Failure failure = lake.failure("select 1");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failure.message()).contains(lake.athena.lastObject());
    }

    @Test
    void saysThatAResultIsDamaged() {
        lake.with(profile -> PracticeAthena.reusing(profile, Duration.ofHours(1)));
        lake.rows("select 1 as a, 2 as b");
        for (String text : List.of("\"a\",\"b\"\n\"1\"\n", "\"a\",\"b\"\n\"1\",\"2\",\"3\"\n", "\"a\",\"b\"\n\n", "\"a\",\"b\"\n\"1\",\"2\"x\n")) {
            lake.athena.objects.put(lake.athena.lastObject(), text);
            assertThat(lake.failure("select 1 as a, 2 as b").kind()).as(text).isEqualTo(Failure.Kind.BAD_INPUT);
        }
    }

    @Test
    void streamsAMillionRowsInLittleMemory() {
        long before = used();
        try (QueryRun run = lake.run("select i, 'a rather long text to fill the object with ' || i as t from range(1000000) t(i)")) {
            long rows = 0;
            long sum = 0;
            long most = 0;
            for (List<Object[]> page = run.next(10_000); !page.isEmpty(); page = run.next(10_000)) {
                rows += page.size();
                for (Object[] row : page) {
                    sum += (Long) row[0];
                }
                if (rows % 200_000 == 0) {
                    most = Math.max(most, used() - before);
                }
            }
            assertThat(rows).isEqualTo(1_000_000);
            assertThat(sum).isEqualTo(499_999_500_000L);
            assertThat(most).isLessThan(60_000_000);
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    @Test
    void fetchesNothingThatNobodyReads() {
        try (QueryRun run = lake.run("select i, repeat('x', 1000) from range(10000) t(i)")) {
            assertThat(run.next(10)).hasSize(10);
        }
        assertThat(lake.engine.busy()).isFalse();
    }

    @Test
    void endsAReadThatBlocksWhenItsJobIsCancelled() {
        for (int bytes : List.of(0, 3, 40, 1_000)) {
            Job job = new Job("query");
            lake.athena.objects.stallAfter(bytes, job::cancel);
            long began = System.nanoTime();
            assertThatThrownBy(() -> {
                try (QueryRun run = lake.engine.run(Query.of("select i from range(1000) t(i)"), job)) {
                    while (!run.next(1_000).isEmpty()) {
                        continue;
                    }
                }
            }).isInstanceOf(CancellationException.class);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        }
    }
}
