package io.wonderlake.format;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.FileReader;
import io.wonderlake.work.Strings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads delimited text, plain or gzip, in any charset, and says of each row that does not fit why.
///
/// Columns: `_row` (the physical line on which the record begins), `_bad` (null when the row fits), then one text column for each
/// name in the header, or `column0`… as many as most of the first rows have. A missing field is null, an empty one is `""`; with
/// too many fields the last column holds the rest of the line as it stands. A delimiter at the end of the line is no further field.
/// Empty lines are no rows.
final class TextRows implements FileReader {
    private static final int HEAD_RECORDS = 1_000;

    @Override
    public String functionName() {
        return "read_text_rows";
    }

    @Override
    public boolean reads(StorageFormat format) {
        return format instanceof StorageFormat.Text;
    }

    @Override
    public RowCursor open(Path file, StorageFormat format) {
        return open(Source.of(file), (StorageFormat.Text) format);
    }

    Rows open(Source source, StorageFormat.Text format) {
        List<Column> columns = ColumnNames.columns(names(Source.of(source.file()), format));
        RecordScanner scanner = scanner(source, format);
        try {
            if (format.header()) {
                scanner.next();
            }
            return new Rows(source, scanner, columns);
        } catch (IOException error) {
            source.close(scanner);
            throw source.broken(error, Trouble.line(scanner.nextLine()));
        }
    }

    static RecordScanner scanner(Source source, StorageFormat.Text format) {
        var charset = Encodings.named(format.charset());
        var content = source.content();
        try {
            var scanner = new RecordScanner(new MarkingReader(content, charset), format.delimiter(), format.quote());
            scanner.skipLines(format.skip());
            return scanner;
        } catch (IOException error) {
            source.close(content);
            throw source.broken(error, Trouble.start());
        }
    }

    private static List<String> names(Source source, StorageFormat.Text format) {
        try (RecordScanner scanner = scanner(source, format)) {
            return format.header() ? header(scanner) : ColumnNames.numbered(0, usualWidth(scanner));
        } catch (IOException error) {
            throw source.broken(error, Trouble.start());
        }
    }

    private static List<String> header(RecordScanner scanner) throws IOException {
        var names = new ArrayList<String>();
        if (scanner.next()) {
            for (int i = 0; i < scanner.size(); i++) {
                names.add(scanner.field(i));
            }
        }
        return ColumnNames.unique(names);
    }

    private static int usualWidth(RecordScanner scanner) throws IOException {
        Map<Integer, Integer> widths = new HashMap<>();
        int usual = 0;
        try {
            for (int i = 0; i < HEAD_RECORDS && scanner.next(); i++) {
                widths.merge(scanner.size(), 1, Integer::sum);
                usual = widths.get(scanner.size()) > widths.getOrDefault(usual, 0) ? scanner.size() : usual;
            }
        } catch (IOException error) {
            if (usual == 0) {
                throw error;
            }
        }
        return usual;
    }

    /// One pass over the rows of a file.
    static final class Rows implements RowCursor {
        private final Source source;
        private final RecordScanner scanner;
        private final List<Column> columns;
        private final int width;
        private final Object[] row;

        Rows(Source source, RecordScanner scanner, List<Column> columns) {
            this.source = source;
            this.scanner = scanner;
            this.columns = columns;
            this.row = new Object[columns.size()];
            this.width = row.length - 2;
        }

        @Override
        public List<Column> columns() {
            return columns;
        }

        @Override
        public Object[] next() {
            try {
                return scanner.next() ? row() : null;
            } catch (IOException error) {
                throw source.broken(error, Trouble.line(scanner.nextLine()));
            }
        }

        private Object[] row() {
            int size = scanner.size();
            row[0] = scanner.line();
            row[1] = problem(size);
            for (int i = 0; i < width; i++) {
                boolean overfull = size > width && i == width - 1 && row[1] != null;
                row[i + 2] = i >= size ? null : overfull ? scanner.rest(i) : scanner.field(i);
            }
            return row;
        }

        private String problem(int size) {
            if (scanner.problem() != null) {
                return scanner.problem();
            }
            boolean closed = size == width + 1 && scanner.isEmpty(width);
            return size == width || closed ? null : Strings.text(size < width ? "format.row.few" : "format.row.many", size, width);
        }

        @Override
        public void close() {
            source.close(scanner);
        }
    }
}
