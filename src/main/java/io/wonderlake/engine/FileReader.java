package io.wonderlake.engine;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import java.nio.file.Path;
import java.util.List;

/// Reads files of a format that an engine does not read itself, or not exactly enough. An engine makes a table function of each reader.
public interface FileReader {

    /// The table function's name: `read_xlsx`, `read_avro`, `read_text_rows`.
    String functionName();

    boolean reads(StorageFormat format);

    /// Opens a file at its first row. Memory stays bounded whatever the file's size.
    RowCursor open(Path file, StorageFormat format);

    /// The columns that `open` gives for this file, for one who does not want its rows.
    default List<Column> columns(Path file, StorageFormat format) {
        try (RowCursor cursor = open(file, format)) {
            return cursor.columns();
        }
    }

    /// Rows one after the other. Value types as in [QueryRun#next].
    interface RowCursor extends AutoCloseable {

        /// Bookkeeping stands first: `_sheet` (varchar, workbooks only), `_row` (bigint, 1-based line, sheet row, element or record) and
        /// `_bad` (varchar: why the row does not fit, null when it does). The file's own columns follow under names made unique, whatever
        /// case; one who knows better names renames them by position.
        List<Column> columns();

        /// The next row in the order of `columns`, or null at the end. The array may be used again for the next row.
        Object[] next();

        @Override
        void close();
    }
}
