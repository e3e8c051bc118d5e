package io.wonderlake.cli;

import io.wonderlake.catalog.Column;
import io.wonderlake.result.export.RowSink;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;

/// Prints rows for a terminal in blocks, so that any number of them fits in memory; all rows are printed.
final class TableSink implements RowSink {
    private static final int BLOCK = 1_000;

    private final PrintWriter out;
    private List<String> headers = List.of();
    private TextTable block;
    private long rows;

    TableSink(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void begin(List<Column> columns) {
        headers = columns.stream().map(Column::name).toList();
        block = new TextTable(headers);
    }

    @Override
    public void add(Object[] row) {
        if (block.size() == BLOCK) {
            block.print(out);
            block = new TextTable(headers);
        }
        block.add(Arrays.asList(row));
        rows++;
    }

    @Override
    public void close() {
        if (block != null && !headers.isEmpty()) {
            block.print(out);
            out.println(Strings.text("cli.rows", rows, Formats.count(rows)));
        }
        out.flush();
    }
}
