package io.wonderlake.result;

import io.wonderlake.catalog.Column;
import java.sql.SQLException;
import java.util.List;
import org.duckdb.DuckDBAppender;

/// Appends rows to a result's table.
final class RowWriter {
    private final DuckDBAppender appender;
    private final Storage[] storages;
    private final int[] scales;

    RowWriter(DuckDBAppender appender, List<Column> columns) {
        this.appender = appender;
        this.storages = columns.stream().map(column -> Storage.of(column.type())).toArray(Storage[]::new);
        this.scales = columns.stream().mapToInt(column -> Storage.scale(column.type())).toArray();
    }

    /// Writes the rows and makes them visible to readers.
    void write(List<Object[]> rows) throws SQLException {
        for (Object[] row : rows) {
            appender.beginRow();
            for (int i = 0; i < storages.length; i++) {
                storages[i].append(appender, row[i], scales[i]);
            }
            appender.endRow();
        }
        if (!rows.isEmpty()) {
            appender.flush();
        }
    }
}
