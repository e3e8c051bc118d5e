package io.wonderlake.ui.kit.grid;

import io.wonderlake.catalog.Column;
import io.wonderlake.result.StoredResult;
import java.util.List;

/// The rows of a result in the store, which may still grow.
record StoredRows(StoredResult result) implements GridSource {
    @Override
    public List<Column> columns() {
        return result.columns();
    }

    @Override
    public long rows() {
        return result.rows();
    }

    @Override
    public boolean complete() {
        return result.complete();
    }

    @Override
    public List<Object[]> page(long from, int count) {
        return result.page(from, count);
    }
}
