package io.wonderlake.result.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.catalog.Column;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetSinkTest {
    @TempDir
    Path folder;
    private final Job job = new Job("export");

    private Path file() {
        return folder.resolve("it's.parquet");
    }

    private RowSink sink() {
        return new ParquetSink(file(), folder.resolve("spill"), job);
    }

    private List<List<String>> read(String select) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement()) {
            statement.execute("SET TimeZone='UTC'");
            try (ResultSet rows = statement.executeQuery(select.replace("FILE", "'" + file().toString().replace("'", "''") + "'"))) {
                List<List<String>> all = new ArrayList<>();
                while (rows.next()) {
                    List<String> row = new ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        row.add(rows.getString(i));
                    }
                    all.add(row);
                }
                return all;
            }
        }
    }

    @Test
    void keepsEachTypeAndNull() throws Exception {
        List<Column> columns = List.of(new Column("flag", "boolean"), new Column("small", "smallint"), new Column("whole", "integer"), new Column("long", "bigint"),
                new Column("huge", "hugeint"), new Column("exact", "decimal(12,2)"), new Column("real", "double"), new Column("day", "date"), new Column("clock", "time"),
                new Column("moment", "timestamp"), new Column("instant", "timestamp with time zone"), new Column("id", "uuid"), new Column("bytes", "varbinary"),
                new Column("nested", "row"), new Column("text", "varchar"));
        try (RowSink sink = sink()) {
            sink.begin(columns);
            sink.add(new Object[] {true, 1, 2, 3L, new BigInteger("12345678901234567890123"), new BigDecimal("1.5"), Double.NaN, LocalDate.of(2008, 2, 29), LocalTime.of(3, 4, 5),
                LocalDateTime.of(2008, 1, 2, 3, 4, 5), OffsetDateTime.parse("2008-01-02T03:04:05+02:00"), new UUID(0, 1), new byte[] {1, (byte) 0xab}, "{\"a\":1}", "é𝄞 \"x\""});
            sink.add(new Object[15]);
        }
        List<List<String>> rows = read("select * replace (bytes::varchar as bytes, instant::varchar as instant, moment::varchar as moment) from FILE");
        assertThat(rows.getFirst()).containsExactly("true", "1", "2", "3", "1.2345678901234568E22", "1.50", "NaN", "2008-02-29", "03:04:05", "2008-01-02 03:04:05",
                "2008-01-02 01:04:05+00", "00000000-0000-0000-0000-000000000001", "\\x01\\xAB", "{\"a\":1}", "é𝄞 \"x\"");
        assertThat(rows.getLast()).containsOnlyNulls();
        assertThat(read("describe select * from FILE")).extracting(row -> row.get(1)).containsExactly("BOOLEAN", "INTEGER", "INTEGER", "BIGINT", "DOUBLE", "DECIMAL(12,2)",
                "DOUBLE", "DATE", "TIME", "TIMESTAMP", "TIMESTAMP WITH TIME ZONE", "UUID", "BLOB", "VARCHAR", "VARCHAR");
    }

    @Test
    void keepsTheOrderOfManyRows() throws Exception {
        try (RowSink sink = sink()) {
            sink.begin(List.of(new Column("n", "bigint"), new Column("t", "varchar")));
            for (long n = 0; n < 300_000; n++) {
                sink.add(new Object[] {n, "text " + n % 1_000});
            }
        }
        assertThat(read("select count(*), sum(n), bool_and(n = file_row_number) from read_parquet(FILE, file_row_number=true)")).containsExactly(List.of("300000", "44999850000", "true"));
        assertThat(read("select distinct compression from parquet_metadata(FILE)")).containsExactly(List.of("ZSTD"));
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.filter(path -> !path.equals(file())).filter(path -> path.toFile().list() == null || path.toFile().list().length > 0)).isEmpty();
        }
    }

    @Test
    void losesNoColumnOfTheSameNameAndTakesAnyName() throws Exception {
        try (RowSink sink = sink()) {
            sink.begin(List.of(new Column("a", "integer"), new Column("a", "integer"), new Column("odd \"name\", it's", "integer")));
            sink.add(new Object[] {1, 2, 3});
        }
        assertThat(read("describe select * from FILE")).extracting(List::getFirst).containsExactly("a", "a_2", "odd \"name\", it's");
    }

    @Test
    void writesColumnsWhereThereAreNoRows() throws Exception {
        try (RowSink sink = sink()) {
            sink.begin(List.of(new Column("a", "integer")));
        }
        assertThat(read("select count(*) from FILE")).containsExactly(List.of("0"));
    }

    @Test
    void refusesAnAnswerWithoutColumns() throws IOException {
        try (RowSink sink = sink()) {
            assertThatThrownBy(() -> sink.begin(List.of())).isInstanceOfSatisfying(FailureException.class, error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.BAD_INPUT));
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void writesNothingForACancelledJob() throws IOException {
        try (RowSink sink = sink()) {
            sink.begin(List.of(new Column("a", "integer")));
            sink.add(new Object[] {1});
            job.cancel();
        }
        assertThat(file()).doesNotExist();
    }

    @Test
    void saysWhereItCannotWrite() throws IOException {
        RowSink sink = new ParquetSink(folder.resolve("missing/file.parquet"), folder.resolve("spill"), job);
        sink.begin(List.of(new Column("a", "integer")));
        sink.add(new Object[] {1});
        assertThatThrownBy(sink::close).isInstanceOf(IOException.class).hasMessageContaining("missing");
    }
}
