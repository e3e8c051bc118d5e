package io.wonderlake.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.catalog.Column;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.QueryStats;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Answers of an engine that stands elsewhere, in each format.
class AnswerTest {
    @TempDir
    Path folder;

    /// Gives numbers up to a limit, and a bill; may break in the middle.
    private record Far(int rows, boolean breaks, List<Query> asked) implements QueryEngine {
        @Override
        public String name() {
            return "Far";
        }

        @Override
        public QueryRun run(Query query, Job job) {
            asked.add(query);
            return new Numbers(rows, breaks, job);
        }

        @Override
        public void close() {
        }
    }

    private static final class Numbers implements QueryRun {
        private final int rows;
        private final boolean breaks;
        private final Job job;
        private int given;

        Numbers(int rows, boolean breaks, Job job) {
            this.rows = rows;
            this.breaks = breaks;
            this.job = job;
        }

        @Override
        public List<Column> columns() {
            return List.of(new Column("n", "integer"), new Column("t", "varchar"));
        }

        @Override
        public List<Object[]> next(int max) {
            if (given == rows && breaks) {
                job.cancel();
                throw new CancellationException(job.title());
            }
            return given == rows ? List.of() : List.<Object[]>of(new Object[] {given, "text " + given++});
        }

        @Override
        public QueryStats stats() {
            return new QueryStats(0, 0, 5, Duration.ofMillis(1), Optional.of(new QueryStats.Bill("the-execution", 10_000_000, new BigDecimal("0.00005"), false)));
        }

        @Override
        public void close() {
        }
    }

    /// Not asked in any of these.
    private static final class Near implements LocalEngine {
        @Override
        public String name() {
            return "Near";
        }

        @Override
        public QueryRun run(Query query, Job job) {
            throw new AssertionError();
        }

        @Override
        public EngineSession session(Job job) {
            throw new AssertionError();
        }

        @Override
        public void close() {
        }
    }

    private Answer answer(int rows, boolean breaks) {
        return new Answer(new Far(rows, breaks, new ArrayList<>()), new Near(), folder, "select 1", Map.of(), new Job("query"));
    }

    private Path written(RowFormat format) throws IOException {
        Path file = folder.resolve("answer." + format);
        Answer.Written written = answer(3, false).toFile(format, file);
        assertThat(written.rows()).isEqualTo(3);
        assertThat(written.stats().flatMap(QueryStats::bill)).isPresent();
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(file));
        return file;
    }

    @Test
    void writesParquet() throws Exception {
        Path file = written(RowFormat.parquet);
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:"); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select count(*), sum(n), max(t) from '" + file + "'")) {
            assertThat(rows.next()).isTrue();
            assertThat(List.of(rows.getInt(1), rows.getInt(2), rows.getString(3))).containsExactly(3, 3, "text 2");
        }
    }

    @Test
    void writesAWorkbook() throws Exception {
        Path file = written(RowFormat.xlsx);
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile())) {
            assertThat(workbook.getFirstSheet().read()).hasSize(4);
        }
    }

    @Test
    void writesText() throws IOException {
        assertThat(written(RowFormat.csv)).hasContent("n,t\n0,text 0\n1,text 1\n2,text 2\n");
        assertThat(Files.readString(answerAs(RowFormat.json))).contains("\"t\":\"text 2\"");
        assertThat(Files.readString(answerAs(RowFormat.table))).contains("3 rows");
    }

    private Path answerAs(RowFormat format) throws IOException {
        Path file = folder.resolve("more." + format);
        answer(3, false).toFile(format, file);
        return file;
    }

    @Test
    void givesParametersTheTypesThatTheyLookLike() throws IOException {
        List<Query> asked = new ArrayList<>();
        Map<String, String> typed = Map.of("n", "5", "t", "'5'", "d", "2008-02-29");
        new Answer(new Far(1, false, asked), new Near(), folder, "select :n, :t, :d", typed, new Job("query")).toStream(RowFormat.csv, new ByteArrayOutputStream());
        assertThat(asked).containsExactly(new Query("select ?, ?, ?", List.of(5L, "5", LocalDate.of(2008, 2, 29)), false));
    }

    @Test
    void mixesNoBillIntoTheRows() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        answer(1, false).toStream(RowFormat.csv, out);
        assertThat(out.toString(StandardCharsets.UTF_8).lines()).containsExactly("n,t", "0,text 0");
    }

    @Test
    void leavesNoFileOfAnAnswerThatEndsInTheMiddle() {
        for (RowFormat format : RowFormat.values()) {
            assertThatThrownBy(() -> answer(2, true).toFile(format, folder.resolve("answer"))).as(format.name()).isInstanceOf(CancellationException.class);
            assertThat(folder).isEmptyDirectory();
        }
    }

    @Test
    void refusesAFolderForAFile() {
        assertThatThrownBy(() -> answer(1, false).toFile(RowFormat.csv, folder)).hasMessageContaining(folder.toString())
                .satisfies(error -> assertThat(Failure.of(error).kind()).isEqualTo(Failure.Kind.BAD_INPUT));
    }
}
