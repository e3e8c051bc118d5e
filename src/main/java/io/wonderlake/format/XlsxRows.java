package io.wonderlake.format;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.FileReader;
import io.wonderlake.work.Strings;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reads a sheet of a workbook, each cell as the text that it means: numbers without a needless `.0`, dates as `yyyy-MM-dd`,
/// `yyyy-MM-dd HH:mm:ss` where they have a time, TRUE and FALSE, formulas by their last result, errors such as `#N/A`.
///
/// Columns: `_sheet`, `_row` (row of the sheet), `_bad` (null when the row fits), then one text column for each cell of the header
/// row. Empty cells are null, rows without any value are none.
final class XlsxRows implements FileReader {

    @Override
    public String functionName() {
        return "read_xlsx";
    }

    @Override
    public boolean reads(StorageFormat format) {
        return format instanceof StorageFormat.Xlsx;
    }

    @Override
    public RowCursor open(Path file, StorageFormat format) {
        return open(Source.of(file), (StorageFormat.Xlsx) format);
    }

    Rows open(Source source, StorageFormat.Xlsx format) {
        source.close(source.bytes());
        XlsxGuard.check(source);
        return openGuarded(source, format);
    }

    /// For a file that has passed [XlsxGuard].
    static Rows openGuarded(Source source, StorageFormat.Xlsx format) {
        XlsxBook book = XlsxBook.open(source);
        boolean opened = false;
        try {
            XlsxBook.Sheet sheet = book.sheet(format.sheet());
            var rows = new Rows(book, sheet, book.rows(sheet), format.headerRow());
            opened = true;
            return rows;
        } finally {
            if (!opened) {
                source.close(book);
            }
        }
    }

    /// One pass over the rows of a sheet.
    static final class Rows implements RowCursor {
        private final XlsxBook book;
        private final XlsxBook.Sheet sheet;
        private final XlsxRowReader reader;
        private final List<Column> columns;
        private final int width;
        private final Object[] row;
        private boolean waiting;

        Rows(XlsxBook book, XlsxBook.Sheet sheet, XlsxRowReader reader, int headerRow) {
            this.book = book;
            this.sheet = sheet;
            this.reader = reader;
            this.columns = header(headerRow);
            this.width = columns.size() - 3;
            this.row = new Object[columns.size()];
        }

        @Override
        public List<Column> columns() {
            return columns;
        }

        String sheet() {
            return sheet.name();
        }

        List<String> sheets() {
            return book.sheets().stream().map(XlsxBook.Sheet::name).toList();
        }

        /// Stands on the header row afterwards, or on the first row below it, which then waits.
        private List<Column> header(int headerRow) {
            boolean found = false;
            while (!found && reader.next()) {
                found = reader.row() >= headerRow;
            }
            var names = new ArrayList<String>();
            waiting = found && reader.row() > headerRow;
            for (int i = 0; found && !waiting && i < reader.size(); i++) {
                names.add(reader.cell(i) == null ? "" : reader.cell(i));
            }
            var all = new ArrayList<>(List.of(new Column(ColumnNames.SHEET, "varchar")));
            all.addAll(ColumnNames.columns(ColumnNames.unique(names)));
            return List.copyOf(all);
        }

        @Override
        public Object[] next() {
            book.source().meter().accept(0);
            boolean there = waiting || reader.next();
            waiting = false;
            if (!there) {
                return null;
            }
            row[0] = sheet.name();
            row[1] = (long) reader.row();
            row[2] = reader.size() <= width ? null : Strings.text("format.row.cell", XlsxRowReader.letters(reader.size() - 1) + reader.row());
            for (int i = 0; i < width; i++) {
                row[i + 3] = reader.cell(i);
            }
            return row;
        }

        @Override
        public void close() {
            Source source = book.source();
            source.close((Closeable) () -> {
                try (book; reader) {
                    return;
                }
            });
        }
    }
}
