package io.wonderlake.result;

import io.wonderlake.catalog.Column;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Appends rows to a result's table. Many portions make one transaction, because each transaction costs a sync of the disk; the driver alone
/// would make one of every 2,048 rows.
final class RowWriter {
    private static final long SHOW_NANOS = 500_000_000;

    private final DuckDBConnection connection;
    private final DuckDBAppender appender;
    private final Storage[] storages;
    private final int[] scales;
    private long written;
    private long shown;
    private long lastShown;

    RowWriter(DuckDBConnection connection, DuckDBAppender appender, List<Column> columns) {
        this.connection = connection;
        this.appender = appender;
        this.storages = columns.stream().map(column -> Storage.of(column.type())).toArray(Storage[]::new);
        this.scales = columns.stream().mapToInt(column -> Storage.scale(column.type())).toArray();
    }

    /// Writes the rows. Readers see them from time to time.
    void write(List<Object[]> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        if (shown == written) {
            execute("BEGIN TRANSACTION");
        }
        for (Object[] row : rows) {
            appender.beginRow();
            for (int i = 0; i < storages.length; i++) {
                storages[i].append(appender, row[i], scales[i]);
            }
            appender.endRow();
        }
        written += rows.size();
        if (System.nanoTime() - lastShown > SHOW_NANOS) {
            show();
        }
    }

    /// Makes all rows visible to readers.
    void show() throws SQLException {
        if (shown < written) {
            appender.flush();
            execute("COMMIT");
            shown = written;
        }
        lastShown = System.nanoTime();
    }

    /// Rows that readers can see.
    long shown() {
        return shown;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
