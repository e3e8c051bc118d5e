package io.wonderlake.ui.kit.grid;

import io.wonderlake.catalog.Column;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// Any number of rows whose cells say where they stand: row 7 of column 2 holds 7 * 1000 + 2.
record NumberRows(long rows, int width) implements GridSource {
    @Override
    public List<Column> columns() {
        return IntStream.range(0, width).mapToObj(i -> new Column("column_" + i, i % 3 == 1 ? "varchar" : "bigint")).toList();
    }

    @Override
    public boolean complete() {
        return true;
    }

    @Override
    public List<Object[]> page(long from, int count) {
        return LongStream.range(from, Math.min(rows, from + count)).mapToObj(this::row).toList();
    }

    private Object[] row(long row) {
        Object[] values = new Object[width];
        for (int i = 0; i < width; i++) {
            long value = row * 1_000 + i;
            values[i] = i % 3 == 1 ? (Object) ("text " + value) : (Object) value;
        }
        return values;
    }
}
