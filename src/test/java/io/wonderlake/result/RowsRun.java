package io.wonderlake.result;

import io.wonderlake.catalog.Column;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.QueryStats;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/// A run with made-up rows, for tests.
final class RowsRun implements QueryRun {
    private final List<Column> columns;
    private final long rows;
    private final LongFunction<Object[]> row;
    private long given;
    boolean closed;

    RowsRun(List<Column> columns, long rows, LongFunction<Object[]> row) {
        this.columns = columns;
        this.rows = rows;
        this.row = row;
    }

    @Override
    public List<Column> columns() {
        return columns;
    }

    @Override
    public List<Object[]> next(int max) {
        List<Object[]> page = new ArrayList<>();
        while (page.size() < max && given < rows) {
            page.add(row.apply(given++));
        }
        return page;
    }

    @Override
    public QueryStats stats() {
        return new QueryStats(0, 0, 0, Duration.ZERO);
    }

    @Override
    public void close() {
        closed = true;
    }
}
