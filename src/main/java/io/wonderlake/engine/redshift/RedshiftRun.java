package io.wonderlake.engine.redshift;

import io.wonderlake.catalog.Column;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.QueryStats;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// A statement whose rows the driver reads ahead, a few megabytes at most, while they are asked for.
final class RedshiftRun implements QueryRun {
    /// A page that fills slowly is handed out before it is full.
    private static final long PATIENCE_NANOS = 300_000_000;

    private final Activity activity;
    private final long began;
    private final Consumer<Boolean> after;
    private ResultSet rows;
    private List<Column> columns = List.of();
    private Values values = new Values(columns);
    private boolean ended;
    private boolean closed;
    private long ending;

    /// `began` is on the clock of [System#nanoTime]; `after` is told at the end whether the session can be used again.
    RedshiftRun(Activity activity, long began, Consumer<Boolean> after) {
        this.activity = activity;
        this.began = began;
        this.after = after;
    }

    /// Runs the statement up to its first rows. An error leaves nothing to fetch.
    void start() {
        try {
            activity.call(() -> {
                rows = activity.execute().orElse(null);
                columns = rows == null ? List.of() : Types.columns(rows.getMetaData());
                values = new Values(columns);
                return columns;
            });
        } finally {
            ended = rows == null;
            ending = System.nanoTime();
        }
    }

    /// Whether its session can serve another statement.
    boolean sound() {
        return activity.sound();
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
                page.add(values.row(rows));
            } else {
                proveComplete();
                ended = true;
            }
        }
        ending = System.nanoTime();
        return page;
    }

    /// The driver marks the end of the rows a moment before it notes what broke off their stream, so an end is believed only when the server
    /// still answers and nothing was noted meanwhile.
    private void proveComplete() throws SQLException {
        boolean answers = activity.session().answers();
        if (rows.next() || !answers) {
            throw new SQLException("The connection broke before the last row.", "08006");
        }
    }

    @Override
    public QueryStats stats() {
        return new QueryStats(0, 0, 0, Duration.ofNanos((ended ? ending : System.nanoTime()) - began));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            activity.end(ended);
            ended = true;
            after.accept(activity.sound());
        }
    }
}
