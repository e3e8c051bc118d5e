package io.wonderlake.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.FileReader;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderFunctionsTest {
    private static final StorageFormat SHEET = new StorageFormat.Xlsx("", 1);

    @TempDir
    Path folder;
    PracticeLake lake;

    @BeforeEach
    void open() throws Exception {
        lake = new PracticeLake(folder.toRealPath(), "500MB", List.of(new CountingReader()));
    }

    @AfterEach
    void close() {
        lake.close();
    }

    /// Reads a file that holds a number as that many rows; `bad` fails.
    private static final class CountingReader implements FileReader {
        @Override
        public String functionName() {
            return "read_counting";
        }

        @Override
        public boolean reads(StorageFormat format) {
            return format instanceof StorageFormat.Xlsx || format instanceof StorageFormat.Text;
        }

        private static List<Column> columns() {
            return List.of(new Column("_row", "bigint"), new Column("n", "integer"), new Column("price", "decimal(8,2)"), new Column("day", "date"),
                    new Column("at", "timestamp"), new Column("bytes", "blob"), new Column("text", "varchar"));
        }

        @Override
        public RowCursor open(Path file, StorageFormat format) {
            String text = read(file);
            if (text.equals("bad")) {
                throw Failure.of(Failure.Kind.BAD_INPUT, "failure.bug", "the sheet is upside down").exception();
            }
            Iterator<Object[]> rows = IntStream.range(0, Integer.parseInt(text)).mapToObj(i -> new Object[] {(long) i, i, new BigDecimal("1.50"),
                LocalDate.of(2008, 1, 1), LocalDateTime.of(2008, 1, 2, 3, 0), new byte[] {0, 'a', -1}, i % 2 == 0 ? null : ""}).iterator();
            return new RowCursor() {
                @Override
                public List<Column> columns() {
                    return CountingReader.columns();
                }

                @Override
                public Object[] next() {
                    return rows.hasNext() ? rows.next() : null;
                }

                @Override
                public void close() { }
            };
        }

        private static String read(Path file) {
            try {
                return Files.readString(file);
            } catch (IOException error) {
                throw new UncheckedIOException(error);
            }
        }
    }

    private String relation(String object, Column... columns) {
        try (EngineSession session = lake.engine.session(new Job("relation"))) {
            return session.relation(List.of(lake.root.resolve(object)), SHEET, List.of(columns));
        }
    }

    @Test
    void readsATypedTableThroughItsReaderWithPartitionsFromTheFolders() {
        lake.write("raw/r/s/day_of=a%20b/x.xlsx", "3000");
        lake.write("raw/r/s/day_of=c/x.xlsx", "10");
        lake.table("r_raw.s", SHEET, List.of(new Column("n", "integer"), new Column("price", "decimal(8,2)"), new Column("day", "date"), new Column("at", "timestamp"),
                new Column("bytes", "blob"), new Column("missing", "varchar")), List.of(new Column("day_of", "varchar")), "raw/r/s/",
                "raw/r/s/day_of=a%20b/x.xlsx", "raw/r/s/day_of=c/x.xlsx");
        assertThat(lake.rows("select count(*), sum(n) from r_raw.s").getFirst()[0]).isEqualTo(3010L);
        Object[] row = lake.rows("select * from r_raw.s where day_of = 'a b' order by n limit 1").getFirst();
        assertThat(row).containsExactly(0, new BigDecimal("1.50"), LocalDate.of(2008, 1, 1), LocalDateTime.of(2008, 1, 2, 3, 0), new byte[] {0, 'a', -1}, null, "a b");
    }

    @Test
    void tellsEmptyFromMissingWhereRowsAreWantedAsTheyStand() {
        lake.write("raw/r/x.csv", "4");
        try (EngineSession session = lake.engine.session(new Job("exact"))) {
            String relation = session.relation(List.of(lake.root.resolve("raw/r/x.csv")), new StorageFormat.Text(",", "\"", true, 0, "utf-8"),
                    List.of(new Column("_row", "bigint"), new Column("text", "varchar"), new Column("filename", "varchar")));
            assertThat(session.rows("select _row, text from " + relation + " order by 1")).containsExactly(
                    new Object[] {0L, null}, new Object[] {1L, ""}, new Object[] {2L, null}, new Object[] {3L, ""});
            assertThat(session.rows("select distinct filename from " + relation).getFirst()[0]).isEqualTo(lake.root.resolve("raw/r/x.csv").toString());
        }
    }

    @Test
    void takesTheReaderForTextInACharsetThatTheEngineDoesNotKnow() {
        lake.write("raw/r/t/x.csv", "2");
        lake.table("r_raw.t", new StorageFormat.Text(",", "\"", true, 0, "windows-1252"), List.of(new Column("n", "integer"), new Column("text", "integer")), List.of(),
                "raw/r/t/", "raw/r/t/x.csv");
        assertThat(lake.rows("select * from r_raw.t order by n")).containsExactly(new Object[] {0, null}, new Object[] {1, null});
    }

    @Test
    void givesTextWithoutHeaderItsDeclaredNamesByPosition() {
        lake.write("raw/r/u/day_of=1/x.csv", "2");
        lake.table("r_raw.u", new StorageFormat.Text(",", "\"", false, 0, "windows-1252"), List.of(new Column("number", "integer"), new Column("money", "decimal(8,2)")),
                List.of(new Column("day_of", "integer")), "raw/r/u/", "raw/r/u/day_of=1/x.csv");
        assertThat(lake.rows("select money, number, day_of from r_raw.u order by number"))
                .containsExactly(new Object[] {new BigDecimal("1.50"), 0, 1}, new Object[] {new BigDecimal("1.50"), 1, 1});
    }

    @Test
    void givesNullForThePartitionOfNullLikeTheEnginesOwnReaders() {
        lake.write("raw/r/v/day_of=__HIVE_DEFAULT_PARTITION__/x.xlsx", "1");
        lake.table("r_raw.v", SHEET, List.of(new Column("n", "integer")), List.of(new Column("day_of", "integer")), "raw/r/v/", "raw/r/v/day_of=__HIVE_DEFAULT_PARTITION__/x.xlsx");
        assertThat(lake.rows("select n, day_of from r_raw.v")).containsExactly(new Object[] {0, null});
    }

    @Test
    void refusesAReaderCalledByHand() {
        for (String argument : List.of("NULL", "'nonsense'", "'null'", "'{}'", "'{\"files\":[\"a\"]}'")) {
            Failure failure = catchThrowableOfType(FailureException.class, () -> lake.rows("select * from read_counting(" + argument + ")")).failure();
            assertThat(failure.kind()).as(argument).isEqualTo(Failure.Kind.BAD_INPUT);
            assertThat(failure.message()).as(argument).startsWith("This function is how");
        }
    }

    @Test
    void letsTheReadersFailureThrough() {
        lake.write("raw/r/bad.xlsx", "bad");
        String relation = relation("raw/r/bad.xlsx", new Column("n", "integer"));
        Failure failure = catchThrowableOfType(FailureException.class, () -> lake.rows("select * from " + relation)).failure();
        assertThat(failure.message()).contains("upside down");
    }

    @Test
    void tellsAReadersOwnMistakeAsOurs() {
        lake.write("raw/r/worse.xlsx", "no number");
        String relation = relation("raw/r/worse.xlsx", new Column("n", "integer"));
        Failure failure = catchThrowableOfType(FailureException.class, () -> lake.rows("select * from " + relation)).failure();
        assertThat(failure.kind()).isEqualTo(Failure.Kind.BUG);
        assertThat(failure.message()).contains("no number").doesNotContain("Exception");
    }

    @Test
    void keepsReadersInsideTheLake() throws Exception {
        Path outside = Files.writeString(Files.createTempFile("outside", ".xlsx"), "3");
        try (EngineSession session = lake.engine.session(new Job("relation"))) {
            String relation = session.relation(List.of(outside), SHEET, List.of(new Column("n", "integer")));
            Failure failure = catchThrowableOfType(FailureException.class, () -> lake.rows("select * from " + relation)).failure();
            assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void endsEarlyWithoutReadingAll() {
        lake.write("raw/r/many.xlsx", "1000000");
        assertThat(lake.rows("select n from " + relation("raw/r/many.xlsx", new Column("n", "integer")) + " limit 5")).hasSize(5);
    }
}
