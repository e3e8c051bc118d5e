package io.wonderlake.result.export;

import io.wonderlake.catalog.Column;
import io.wonderlake.result.Storage;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// A Parquet file (zstd) of rows of any engine. The rows are gathered in a database of their own, in memory up to a limit and on the disk
/// above it, and written at the end. Nested values are written as the JSON text that they come as.
public final class ParquetSink implements RowSink {
    private static final String MEMORY = "400MB";

    private final Path file;
    private final Path spill;
    private final Job job;
    private DuckDBConnection connection;
    private DuckDBAppender appender;
    private List<String> names = List.of();
    private Storage[] storages = {};
    private int[] scales = {};

    /// `file` may be there already. `spill` is a folder that need not be there; what is put into it goes away with the sink.
    /// When the job is cancelled, no file is written.
    public ParquetSink(Path file, Path spill, Job job) {
        this.file = file;
        this.spill = spill;
        this.job = job;
    }

    @Override
    public void begin(List<Column> columns) throws IOException {
        if (columns.isEmpty()) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.parquet.nothing", file.getFileName()).exception();
        }
        names = JsonSink.unique(columns);
        storages = columns.stream().map(column -> Storage.of(column.type())).toArray(Storage[]::new);
        scales = columns.stream().mapToInt(column -> Storage.scale(column.type())).toArray();
        try {
            connection = open();
            execute("CREATE TABLE gathered (" + IntStream.range(0, names.size()).mapToObj(i -> "c" + i + " " + Storage.declaration(columns.get(i)))
                    .collect(Collectors.joining(", ")) + ")");
            appender = connection.createAppender("main", "gathered");
        } catch (SQLException error) {
            throw broken(error);
        }
    }

    private DuckDBConnection open() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("memory_limit", MEMORY);
        settings.setProperty("threads", "2");
        settings.setProperty("temp_directory", spill.toString());
        return (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", settings);
    }

    @Override
    public void add(Object[] row) throws IOException {
        try {
            appender.beginRow();
            for (int i = 0; i < storages.length; i++) {
                storages[i].append(appender, row[i], scales[i]);
            }
            appender.endRow();
        } catch (SQLException error) {
            throw broken(error);
        }
    }

    @Override
    public void close() throws IOException {
        if (connection == null) {
            return;
        }
        try (DuckDBConnection open = connection) {
            connection = null;
            if (appender != null && !job.isCancelled()) {
                appender.close();
                copy(open);
            }
        } catch (SQLException error) {
            job.checkCancelled();
            throw broken(error);
        }
    }

    private void copy(DuckDBConnection open) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add("c" + i + " AS \"" + names.get(i).replace("\"", "\"\"") + '"');
        }
        String target = file.toString().replace('\\', '/').replace("'", "''");
        try (Statement statement = open.createStatement(); Job.Registration _ = job.onCancel(() -> cancel(statement))) {
            statement.execute("COPY (SELECT " + String.join(", ", columns) + " FROM gathered) TO '" + target + "' (FORMAT parquet, COMPRESSION zstd)");
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException ended) {
            System.getLogger(ParquetSink.class.getName()).log(System.Logger.Level.DEBUG, "Nothing to stop any more.", ended);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static IOException broken(SQLException error) {
        return new IOException(String.valueOf(error.getMessage()).lines().findFirst().orElse(""), error);
    }
}
