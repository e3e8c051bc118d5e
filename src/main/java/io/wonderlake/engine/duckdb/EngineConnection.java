package io.wonderlake.engine.duckdb;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBConnection;
import org.duckdb.QueryProgress;

/// One connection to the engine, which another thread can interrupt at any moment.
///
/// The driver's own `Statement.cancel` does nothing while a streamed result fetches its next rows, and `getQueryProgress` waits for
/// that fetch to end; so both go to the native calls that stand behind them.
final class EngineConnection implements AutoCloseable {
    private static final Field REFERENCE = reference();
    private static final Method INTERRUPT = nativeCall("duckdb_jdbc_interrupt");
    private static final Method PROGRESS = nativeCall("duckdb_jdbc_query_progress");

    private final DuckDBConnection connection;
    private final Object gate = new Object();
    private boolean closed;

    EngineConnection(DuckDBConnection connection) {
        this.connection = connection;
    }

    DuckDBConnection driver() {
        return connection;
    }

    PreparedStatement prepare(String sql) throws SQLException {
        return connection.prepareStatement(sql);
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Stops what runs on this connection. Has no effect on a statement that has not begun yet.
    void interrupt() {
        synchronized (gate) {
            if (!closed) {
                call(INTERRUPT);
            }
        }
    }

    /// Percent done of the running statement; negative when nobody knows.
    double progress() {
        synchronized (gate) {
            return !closed && call(PROGRESS) instanceof QueryProgress progress ? progress.getPercentage() : -1;
        }
    }

    @Override
    public void close() {
        interrupt();
        synchronized (gate) {
            if (closed) {
                return;
            }
            closed = true;
        }
        try {
            connection.close();
        } catch (SQLException error) {
            throw new IllegalStateException(error);
        }
    }

    private Object call(Method method) {
        try {
            return method.invoke(null, REFERENCE.get(connection));
        } catch (IllegalAccessException | InvocationTargetException error) {
            throw new IllegalStateException(error);
        }
    }

    private static Field reference() {
        try {
            Field field = DuckDBConnection.class.getDeclaredField("connRef");
            field.setAccessible(true);
            return field;
        } catch (NoSuchFieldException error) {
            throw new IllegalStateException(error);
        }
    }

    private static Method nativeCall(String name) {
        try {
            Method method = Class.forName("org.duckdb.DuckDBNative").getDeclaredMethod(name, ByteBuffer.class);
            method.setAccessible(true);
            return method;
        } catch (ReflectiveOperationException error) {
            throw new IllegalStateException(error);
        }
    }
}
