package io.wonderlake.engine.duckdb;

import io.wonderlake.catalog.Column;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.QueryStats;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A statement whose rows stream out of the engine as they are asked for.
final class DuckDbRun implements QueryRun {
    /// A page that fills slowly is handed out before it is full.
    private static final long PATIENCE_NANOS = 300_000_000;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private final Activity activity;
    private final Cost cost;
    private final Runnable after;
    private final List<Column> columns;
    private boolean ended;
    private boolean closed;
    private long ending;

    /// What is known of a statement's cost when it starts.
    ///
    /// @param began on the clock of [System#nanoTime]
    record Cost(FileCount files, long began) { }

    /// `rows` is null for a statement without an answer.
    DuckDbRun(PreparedStatement statement, ResultSet rows, Activity activity, Cost cost, Runnable after) throws SQLException {
        this.statement = statement;
        this.rows = rows;
        this.activity = activity;
        this.cost = cost;
        this.after = after;
        this.columns = rows == null ? List.of() : Types.columns(rows.getMetaData());
        this.ended = rows == null;
        this.ending = System.nanoTime();
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public List<Object[]> next(int max) {
        return ended ? List.of() : activity.call(() -> fetch(max));
    }

    private List<Object[]> fetch(int max) throws SQLException {
        long patience = System.nanoTime() + PATIENCE_NANOS;
        List<Object[]> page = new ArrayList<>(Math.min(max, 10_000));
        while (page.size() < max && !ended && (page.isEmpty() || System.nanoTime() < patience)) {
            if (rows.next()) {
                Object[] row = new Object[columns.size()];
                for (int i = 0; i < row.length; i++) {
                    row[i] = DuckDbValues.of(rows, i + 1);
                }
                page.add(row);
            } else {
                ended = true;
            }
        }
        ending = System.nanoTime();
        return page;
    }

    /// Rows that a statement without an answer has changed; -1 when it says none.
    long changed() {
        try {
            return rows == null ? statement.getLargeUpdateCount() : -1;
        } catch (SQLException error) {
            throw Errors.translate(error);
        }
    }

    @Override
    public QueryStats stats() {
        long until = ended ? ending : System.nanoTime();
        return new QueryStats(cost.files().read(), cost.files().total(), cost.files().bytes(), Duration.ofNanos(until - cost.began()));
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        ended = true;
        try {
            statement.close();
        } catch (SQLException error) {
            throw Errors.translate(error);
        } finally {
            after.run();
        }
    }
}
