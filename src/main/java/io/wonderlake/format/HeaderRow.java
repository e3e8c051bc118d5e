package io.wonderlake.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Finds the row of a sheet that names the columns: below titles and empty rows, and nearly as wide as the widest.
final class HeaderRow {
    private static final int ROWS = 50;

    private HeaderRow() {
    }

    /// The 1-based row in the first visible sheet of a workbook that has passed [XlsxGuard].
    static int of(Source source) {
        XlsxBook book = XlsxBook.open(source);
        try (book; XlsxRowReader reader = book.rows(book.sheet(""))) {
            return of(source, reader);
        } catch (IOException error) {
            throw source.unreadable(error);
        }
    }

    private static int of(Source source, XlsxRowReader reader) {
        List<int[]> rows = new ArrayList<>();
        int widest = 0;
        while (rows.size() < ROWS && reader.next()) {
            int filled = 0;
            int texts = 0;
            for (int i = 0; i < reader.size(); i++) {
                filled += reader.cell(i) == null ? 0 : 1;
                texts += reader.cell(i) == null || TypeGuess.typed(reader.cell(i)) ? 0 : 1;
            }
            rows.add(new int[] {reader.row(), filled, texts});
            widest = Math.max(widest, filled);
        }
        for (int[] row : rows) {
            if (row[1] * 10 >= widest * 8 && row[2] * 2 > row[1]) {
                return row[0];
            }
        }
        return rows.stream().findFirst().orElseThrow(() -> Trouble.emptySheet(source.name()).exception())[0];
    }
}
