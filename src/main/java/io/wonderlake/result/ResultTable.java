package io.wonderlake.result;

import io.wonderlake.catalog.Column;
import io.wonderlake.engine.duckdb.DuckDbValues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.duckdb.DuckDBConnection;

/// A result as a table that only grows, so that its row numbers are its places.
final class ResultTable implements StoredResult {
    private final String table;
    private final List<Column> columns;
    private final Connections connections;
    private volatile long rows;
    private volatile boolean complete;
    private volatile boolean cut;
    private boolean growing = true;
    private boolean discarded;

    /// Opens connections to the store.
    @FunctionalInterface
    interface Connections {
        DuckDBConnection open() throws SQLException;
    }

    ResultTable(String table, List<Column> columns, Connections connections) {
        this.table = table;
        this.columns = columns;
        this.connections = connections;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public long rows() {
        return rows;
    }

    @Override
    public boolean complete() {
        return complete;
    }

    @Override
    public boolean cut() {
        return cut;
    }

    @Override
    public List<Object[]> page(long from, int count) {
        long until = Math.min(rows, from + count);
        if (discarded() || from >= until) {
            return List.of();
        }
        String sql = "SELECT * FROM " + table + " WHERE rowid >= " + from + " AND rowid < " + until + " ORDER BY rowid";
        try (DuckDBConnection connection = connections.open(); Statement statement = connection.createStatement(); ResultSet found = statement.executeQuery(sql)) {
            List<Object[]> page = new ArrayList<>((int) (until - from));
            while (found.next()) {
                page.add(row(found));
            }
            return page;
        } catch (SQLException error) {
            throw ResultFailures.translate(error);
        }
    }

    private Object[] row(ResultSet found) throws SQLException {
        Object[] row = new Object[columns.size()];
        for (int i = 0; i < row.length; i++) {
            row[i] = DuckDbValues.of(found, i + 1);
        }
        return row;
    }

    /// While it grows, the landing stops first and drops the table then.
    @Override
    public void discard() {
        synchronized (this) {
            if (discarded) {
                return;
            }
            discarded = true;
            if (growing) {
                return;
            }
        }
        drop();
    }

    synchronized boolean discarded() {
        return discarded;
    }

    void grewTo(long count) {
        rows = count;
    }

    void complete(boolean wasCut) {
        cut = wasCut;
        complete = true;
    }

    void stopGrowing() {
        synchronized (this) {
            growing = false;
            if (!discarded) {
                return;
            }
        }
        drop();
    }

    private void drop() {
        try (DuckDBConnection connection = connections.open(); Statement statement = connection.createStatement()) {
            statement.execute("DROP TABLE IF EXISTS " + table);
        } catch (SQLException error) {
            throw ResultFailures.translate(error);
        }
    }
}
