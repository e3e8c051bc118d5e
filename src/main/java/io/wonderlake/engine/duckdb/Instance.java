package io.wonderlake.engine.duckdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.duckdb.DuckDBConnection;

/// The one DuckDB database of a lake, in memory and locked down: no network, no extensions, only the allowed folders, and no setting
/// that a statement could change.
final class Instance implements AutoCloseable {
    private static final List<String> SESSION = List.of(
            "SET errors_as_json=true", "SET enable_progress_bar=true", "SET enable_progress_bar_print=false", "SET progress_bar_time=0",
            "SET streaming_buffer_size='10KB'", "SET TimeZone='UTC'");
    private static final String ALLOWED_CONFIGS =
            "['errors_as_json', 'enable_progress_bar', 'enable_progress_bar_print', 'progress_bar_time', 'streaming_buffer_size', 'TimeZone', 'schema', 'search_path']";

    private final DuckDBConnection base;
    private final AtomicLong databases = new AtomicLong();
    private final Set<String> attached = ConcurrentHashMap.newKeySet();

    Instance(EngineSettings settings) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("jdbc_stream_results", "true");
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("autoload_known_extensions", "false");
        base = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:", properties);
        try {
            lockDown(settings);
        } catch (SQLException error) {
            base.close();
            throw error;
        }
    }

    private void lockDown(EngineSettings settings) throws SQLException {
        List<String> folders = settings.allowedFolders().stream().map(Instance::spelled).toList();
        try (Statement statement = base.createStatement()) {
            statement.execute("SET allow_community_extensions=false");
            statement.execute("SET allow_persistent_secrets=false");
            statement.execute("SET memory_limit=" + Sql.text(settings.memoryLimit()));
            statement.execute("SET threads=" + settings.threads());
            statement.execute("SET temp_directory=" + Sql.text(spillFolder(settings.spillFolder())));
            statement.execute("SET max_temp_directory_size=" + Sql.text(maxSpill(settings.spillFolder())));
            statement.execute("SET allowed_directories=" + Sql.texts(folders));
            statement.execute("SET allowed_configs=" + ALLOWED_CONFIGS);
            statement.execute("SET enable_external_access=false");
            statement.execute("SET lock_configuration=true");
        }
    }

    void attached(String database) {
        attached.add(database);
    }

    boolean busy() {
        return !attached.isEmpty();
    }

    /// A connection of one's own. Statements on different connections run side by side.
    EngineConnection connect() throws SQLException {
        EngineConnection connection = new EngineConnection(base.duplicate());
        for (String setting : SESSION) {
            connection.execute(setting);
        }
        return connection;
    }

    DuckDBConnection base() {
        return base;
    }

    String newDatabaseName() {
        return "q" + databases.incrementAndGet();
    }

    void detach(String database) {
        attached.remove(database);
        synchronized (base) {
            try (Statement statement = base.createStatement()) {
                statement.execute("DETACH " + Sql.name(database));
            } catch (SQLException error) {
                throw Errors.translate(error);
            }
        }
    }

    @Override
    public void close() {
        try {
            base.close();
        } catch (SQLException error) {
            throw Errors.translate(error);
        }
    }

    private static String spelled(Path folder) {
        String text = real(folder).toString().replace('\\', '/');
        return text.endsWith("/") ? text : text + "/";
    }

    private static Path real(Path folder) {
        try {
            return Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static String spillFolder(Path folder) {
        try {
            return Files.createDirectories(folder).toString();
        } catch (IOException error) {
            throw Errors.spillFolder(folder, error);
        }
    }

    /// Half of what is free on the disk: spilling must never fill it up.
    private static String maxSpill(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            return Math.max(64, free / 2 / 1024 / 1024) + "MiB";
        } catch (IOException error) {
            throw Errors.spillFolder(folder, error);
        }
    }
}
