package io.wonderlake.result;

import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.duckdb.EngineSettings;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.duckdb.DuckDBConnection;

/// Results in one DuckDB file of this session, a table for each. The file is opened with the first result and deleted at the end.
public final class DuckDbResults implements ResultStore {
    private final Path folder;
    private final AtomicLong tables = new AtomicLong();
    private Path file;
    private DuckDBConnection database;

    public DuckDbResults(Path folder) {
        this.folder = folder;
    }

    @Override
    public StoredResult land(QueryRun run, long maxRows, Job job, Consumer<StoredResult> ready) {
        try (run) {
            return new Landing(connect(), "r" + tables.incrementAndGet(), this::connect).land(run, maxRows, job, ready);
        } catch (SQLException error) {
            throw ResultFailures.translate(error);
        }
    }

    @Override
    public synchronized void close() {
        if (database == null) {
            return;
        }
        try {
            database.close();
        } catch (SQLException error) {
            throw ResultFailures.translate(error);
        } finally {
            database = null;
            SessionFile.remove(file);
        }
    }

    private synchronized DuckDBConnection connect() throws SQLException {
        if (database == null) {
            file = SessionFile.claim(folder);
            try {
                database = open(file);
            } catch (SQLException error) {
                SessionFile.remove(file);
                throw error;
            }
        }
        return database.duplicate();
    }

    private static DuckDBConnection open(Path file) throws SQLException {
        Properties settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("memory_limit", EngineSettings.defaultMemoryLimit());
        settings.setProperty("temp_directory", file + ".spill");
        DuckDBConnection opened = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file, settings);
        try (Statement statement = opened.createStatement()) {
            statement.execute("SET allow_persistent_secrets=false");
            statement.execute("SET enable_external_access=false");
            statement.execute("SET lock_configuration=true");
            return opened;
        } catch (SQLException error) {
            opened.close();
            throw error;
        }
    }
}
