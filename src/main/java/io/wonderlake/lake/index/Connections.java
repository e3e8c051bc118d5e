package io.wonderlake.lake.index;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jdbi.v3.core.ConnectionFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/// Connections to the index file. A few idle ones are kept, for opening one takes longer than most questions.
final class Connections implements ConnectionFactory, AutoCloseable {
    private static final int IDLE = 4;
    private static final int BUSY_MILLIS = 5_000;

    private final String url;
    private final SQLiteConfig config = new SQLiteConfig();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean closed;

    Connections(Path file) {
        url = "jdbc:sqlite:" + file.toAbsolutePath();
        config.setBusyTimeout(BUSY_MILLIS);
        config.enforceForeignKeys(true);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
    }

    @Override
    public Connection openConnection() throws SQLException {
        synchronized (idle) {
            if (closed) {
                throw new SQLException("the index is closed");
            }
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        return config.createConnection(url);
    }

    @Override
    public void closeConnection(Connection connection) throws SQLException {
        synchronized (idle) {
            if (!closed && idle.size() < IDLE) {
                idle.push(connection);
                return;
            }
        }
        connection.close();
    }

    @Override
    public void close() {
        synchronized (idle) {
            closed = true;
            for (Connection connection : idle) {
                closeQuietly(connection);
            }
            idle.clear();
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException _) {
            // nothing is lost: every write was committed before
            return;
        }
    }
}
