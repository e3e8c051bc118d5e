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
    /// What EXPLAIN answers: a drawing of several lines, printed as it is.
    private static final List<String> PLAN = List.of("explain_key", "explain_value");

    private final PrintWriter out;
    private final boolean counted;
    private List<String> headers = List.of();
    private TextTable block;
    private boolean plan;
    private long rows;

    /// `counted`: ends in the number of rows.
    TableSink(PrintWriter out, boolean counted) {
        this.out = out;
        this.counted = counted;
    }

    @Override
    public void begin(List<Column> columns) {
        headers = columns.stream().map(Column::name).toList();
        block = new TextTable(headers);
        plan = headers.equals(PLAN);
    }

    @Override
    public void add(Object[] row) {
        if (plan) {
            out.println(row[1]);
            return;
        }
        if (block.size() == BLOCK) {
            block.print(out);
            block = new TextTable(headers);
        }
        block.add(Arrays.asList(row));
        rows++;
    }

    @Override
    public void close() {
        boolean table = block != null && !headers.isEmpty() && !plan;
        if (table) {
            block.print(out);
        }
        if (table && counted) {
            out.println(Strings.text("cli.rows", rows, Formats.count(rows)));
        }
        out.flush();
    }
}
