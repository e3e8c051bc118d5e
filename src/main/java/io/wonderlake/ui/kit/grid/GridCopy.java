package io.wonderlake.ui.kit.grid;

import io.wonderlake.catalog.Column;
import java.util.List;

/// The text that goes to the clipboard: raw values, a tab between cells, a line for each row; as spreadsheets read it.
///
/// @param rows rows in the text
/// @param wanted rows that were selected
public record GridCopy(String text, long rows, long wanted) {
    /// More than this is an export, not a copy.
    static final long MAX_CELLS = 1_000_000;
    static final int MAX_CHARACTERS = 32 << 20;
    private static final int PAGE_CELLS = 8_192;

    public boolean cut() {
        return rows < wanted;
    }

    /// Reads the range from the source, page by page; blocks. `indices` are the source's columns in the order on the screen.
    /// `names` puts the columns' names first.
    static GridCopy of(GridSource source, long top, long bottom, int[] indices, boolean names) {
        StringBuilder text = new StringBuilder();
        long wanted = bottom - top + 1;
        long most = Math.min(wanted, Math.max(1, MAX_CELLS / indices.length));
        if (names) {
            appendNames(text, source.columns(), indices);
        }
        int pageRows = Math.max(1, PAGE_CELLS / indices.length);
        long done = 0;
        while (done < most && text.length() < MAX_CHARACTERS) {
            List<Object[]> page = source.page(top + done, (int) Math.min(pageRows, most - done));
            if (page.isEmpty()) {
                break;
            }
            for (Object[] row : page) {
                if (text.length() >= MAX_CHARACTERS) {
                    break;
                }
                appendRow(text, row, indices);
                done++;
            }
        }
        if (done > 0) {
            text.setLength(text.length() - 1);
        }
        return new GridCopy(text.toString(), done, wanted);
    }

    private static void appendNames(StringBuilder text, List<Column> columns, int[] indices) {
        for (int i = 0; i < indices.length; i++) {
            text.append(i == 0 ? "" : "\t").append(quoted(columns.get(indices[i]).name()));
        }
        text.append('\n');
    }

    private static void appendRow(StringBuilder text, Object[] row, int[] indices) {
        for (int i = 0; i < indices.length; i++) {
            if (i > 0) {
                text.append('\t');
            }
            text.append(indices.length == 1 ? CellText.raw(row[indices[i]]) : quoted(CellText.raw(row[indices[i]])));
        }
        text.append('\n');
    }

    private static String quoted(String value) {
        boolean special = value.indexOf('\t') >= 0 || value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0 || value.startsWith("\"");
        return special ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }
}
