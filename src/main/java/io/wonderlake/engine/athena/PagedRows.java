package io.wonderlake.engine.athena;

import io.wonderlake.work.Job;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import software.amazon.awssdk.services.athena.model.ColumnInfo;
import software.amazon.awssdk.services.athena.model.Datum;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.ResultSetMetadata;
import software.amazon.awssdk.services.athena.model.Row;

/// Rows that Athena hands out page by page: listings, and results that no object holds.
final class PagedRows implements RawRows {
    static final int PAGE = 1_000;

    private final AthenaCalls calls;
    private final String id;
    private final Job job;
    private final List<String> labels;
    private final Deque<Row> page = new ArrayDeque<>();
    private String after;

    /// `first` is the first page, whose first row may be the heading.
    PagedRows(AthenaCalls calls, String id, Job job, GetQueryResultsResponse first) {
        this.calls = calls;
        this.id = id;
        this.job = job;
        this.labels = columns(first).stream().map(ColumnInfo::name).toList();
        take(first);
        if (!page.isEmpty() && values(page.peek()).equals(labels)) {
            page.remove();
        }
    }

    /// None for a statement that gives no rows.
    static List<ColumnInfo> columns(GetQueryResultsResponse results) {
        ResultSetMetadata known = results.resultSet() == null ? null : results.resultSet().resultSetMetadata();
        return known == null ? List.of() : known.columnInfo();
    }

    @Override
    public String[] next() {
        while (page.isEmpty() && after != null) {
            take(calls.results(id, after, PAGE, job));
        }
        return page.isEmpty() ? null : cells(page.remove());
    }

    private void take(GetQueryResultsResponse results) {
        page.addAll(results.resultSet() == null ? List.of() : results.resultSet().rows());
        after = results.nextToken();
    }

    private String[] cells(Row row) {
        List<String> values = values(row);
        boolean lines = values.size() == 1 && labels.size() > 1 && values.getFirst() != null;
        String[] found = lines ? values.getFirst().split("\t", -1) : values.toArray(String[]::new);
        String[] cells = new String[labels.size()];
        for (int i = 0; i < Math.min(cells.length, found.length); i++) {
            cells[i] = lines ? found[i].strip() : found[i];
        }
        return cells;
    }

    private static List<String> values(Row row) {
        return row.data().stream().map(Datum::varCharValue).collect(java.util.stream.Collectors.toList());
    }

    /// The job's own cancellation ends the call.
    @Override
    public void abort() {
        after = null;
    }

    @Override
    public void close() {
        page.clear();
        after = null;
    }
}
