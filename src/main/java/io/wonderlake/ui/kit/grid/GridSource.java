package io.wonderlake.ui.kit.grid;

import io.wonderlake.catalog.Column;
import io.wonderlake.result.StoredResult;
import java.util.List;

/// Where a grid's rows come from. `columns`, `rows` and `complete` are cheap; `page` may block and is called off the UI thread.
public interface GridSource {

    List<Column> columns();

    /// Rows that can be read now; may grow until `complete`.
    long rows();

    boolean complete();

    /// Rows `from` to `from + count - 1` (0-based), fewer at the end. Values as an engine gives them.
    List<Object[]> page(long from, int count);

    static GridSource of(StoredResult result) {
        return new StoredRows(result);
    }

    /// Rows that are in memory already, for short lists.
    static GridSource of(List<Column> columns, List<Object[]> rows) {
        return new MemoryRows(List.copyOf(columns), List.copyOf(rows));
    }
}
