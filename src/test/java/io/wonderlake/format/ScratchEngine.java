package io.wonderlake.format;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/// Just enough of an engine to decode Parquet files with.
final class ScratchEngine implements LocalEngine {
    private final Connection connection;

    ScratchEngine() {
        var settings = new Properties();
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        settings.setProperty("memory_limit", "300MB");
        settings.setProperty("threads", "1");
        try {
            connection = DriverManager.getConnection("jdbc:duckdb:", settings);
        } catch (SQLException error) {
            throw failed(error);
        }
    }

    private static RuntimeException failed(SQLException error) {
        return Failure.of(Failure.Kind.BAD_INPUT, "failure.bug", String.valueOf(error.getMessage())).withOrigin(error).exception();
    }

    @Override
    public String name() {
        return "Scratch";
    }

    @Override
    public QueryRun run(Query query, Job job) {
        throw new UnsupportedOperationException();
    }

    @Override
    public EngineSession session(Job job) {
        return new Session();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException error) {
            throw failed(error);
        }
    }

    private final class Session implements EngineSession {
        @Override
        public long execute(String sql) {
            try (Statement statement = connection.createStatement()) {
                return statement.execute(sql) ? -1 : statement.getUpdateCount();
            } catch (SQLException error) {
                throw failed(error);
            }
        }

        @Override
        public List<Object[]> rows(String sql) {
            var rows = new ArrayList<Object[]>();
            try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
                while (result.next()) {
                    var row = new Object[result.getMetaData().getColumnCount()];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = result.getObject(i + 1);
                    }
                    rows.add(row);
                }
                return rows;
            } catch (SQLException error) {
                throw failed(error);
            }
        }

        @Override
        public List<Column> describe(String select) {
            return rows("describe " + select).stream().map(row -> new Column((String) row[0], (String) row[1])).toList();
        }

        @Override
        public QueryRun query(String sql) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<WrittenFile> writeParquet(String select, Path folder, List<String> partitionBy) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String relation(List<Path> files, StorageFormat format, List<Column> columns) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {
        }
    }
}
