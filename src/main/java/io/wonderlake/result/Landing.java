package io.wonderlake.result;

import io.wonderlake.catalog.Column;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/// Takes the rows of one run into a table, a few first so that they can be seen at once, then in larger portions.
final class Landing {
    private static final int FIRST_ROWS = 300;
    private static final int PORTION_ROWS = 10_000;

    private final DuckDBConnection connection;
    private final String table;
    private final ResultTable.Connections connections;

    Landing(DuckDBConnection connection, String table, ResultTable.Connections connections) {
        this.connection = connection;
        this.table = table;
        this.connections = connections;
    }

    StoredResult land(QueryRun run, long maxRows, Job job, Consumer<StoredResult> ready) throws SQLException {
        List<Column> columns = run.columns();
        ResultTable result = new ResultTable(table, columns, connections);
        try (connection) {
            create(columns);
            try (DuckDBAppender appender = columns.isEmpty() ? null : connection.createAppender("main", table)) {
                RowWriter writer = new RowWriter(connection, appender, columns);
                try {
                    fill(run, maxRows, job, ready, result, writer);
                } finally {
                    writer.show();
                    result.grewTo(writer.shown());
                }
            }
        } finally {
            result.stopGrowing();
        }
        return result;
    }

    private void create(List<Column> columns) throws SQLException {
        if (!columns.isEmpty()) {
            String declared = IntStream.range(0, columns.size()).mapToObj(i -> "c" + i + " " + Storage.declaration(columns.get(i))).collect(Collectors.joining(", "));
            try (Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE " + table + " (" + declared + ")");
            }
        }
    }

    private void fill(QueryRun run, long maxRows, Job job, Consumer<StoredResult> ready, ResultTable result, RowWriter writer) throws SQLException {
        long rows = 0;
        boolean told = false;
        boolean more = true;
        while (more && rows < maxRows) {
            stopIfUnwanted(job, result);
            List<Object[]> page = run.next((int) Math.min(told ? PORTION_ROWS : FIRST_ROWS, maxRows - rows));
            more = !page.isEmpty();
            writer.write(page);
            rows += page.size();
            result.grewTo(writer.shown());
            job.report(new Progress(Strings.text("result.landing"), rows, -1, Progress.Unit.ROWS));
            if (!told) {
                ready.accept(result);
                told = true;
            }
        }
        stopIfUnwanted(job, result);
        writer.show();
        result.grewTo(rows);
        result.complete(more && !run.next(1).isEmpty());
        if (!told) {
            ready.accept(result);
        }
    }

    private static void stopIfUnwanted(Job job, ResultTable result) {
        job.checkCancelled();
        if (result.discarded()) {
            throw new CancellationException(job.title());
        }
    }
}
