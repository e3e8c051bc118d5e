package io.wonderlake.ui.kit.grid;

import io.wonderlake.catalog.Column;
import java.util.List;

/// Rows that lie in memory as a whole.
record MemoryRows(List<Column> columns, List<Object[]> all) implements GridSource {
    @Override
    public long rows() {
        return all.size();
    }

    @Override
    public boolean complete() {
        return true;
    }

    @Override
    public List<Object[]> page(long from, int count) {
        int start = (int) Math.min(from, all.size());
        return all.subList(start, Math.min(all.size(), start + count));
    }
}
