package io.wonderlake.engine.redshift;

import com.amazon.redshift.core.BaseConnection;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/// One connection to the warehouse, in use by one statement at a time.
final class Session {
    private static final Logger LOG = Logger.getLogger(Session.class.getName());
    private static final int ANSWER_SECONDS = 5;
    private static final int ANSWER_MILLIS = 1000 * ANSWER_SECONDS;

    private final Connection connection;
    private boolean readOnly;
    private long idleSince;

    Session(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /// Opens it for reading only, or for everything. A server that has no such setting of either name is held back by the statements' kind alone.
    void only(boolean reading) throws SQLException {
        if (reading != readOnly && !set("set readonly = " + (reading ? 1 : 0))) {
            set("set default_transaction_read_only = " + (reading ? "on" : "off"));
        }
        readOnly = reading;
    }

    private boolean set(String setting) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
        try (Statement statement = connection.createStatement()) {
            statement.execute(setting);
            return true;
        } catch (SQLException error) {
            if (Errors.lost(error)) {
                throw error;
            }
            return false;
        } finally {
            if (!connection.isClosed()) {
                connection.setNetworkTimeout(Runnable::run, 0);
            }
        }
    }

    /// Whether the server still answers: one empty statement there and back.
    boolean answers() {
        try {
            return connection.isValid(ANSWER_SECONDS);
        } catch (SQLException broken) {
            LOG.log(Level.FINE, "A connection does not answer.", broken);
            return false;
        }
    }

    void idle() {
        idleSince = System.nanoTime();
    }

    boolean idleFor(Duration span) {
        return System.nanoTime() - idleSince >= span.toNanos();
    }

    /// Ends it politely; nothing may run on it.
    void end() {
        try {
            connection.close();
        } catch (SQLException error) {
            LOG.log(Level.FINE, "A connection could not be closed.", error);
        }
    }

    /// Ends it without a word to the server, also from another thread. The driver's own `Connection.abort` asks the security manager, which
    /// Java no longer has.
    void drop() {
        try {
            connection.unwrap(BaseConnection.class).getQueryExecutor().abort();
            connection.close();
        } catch (SQLException error) {
            LOG.log(Level.FINE, "A connection could not be closed.", error);
        }
    }
}
