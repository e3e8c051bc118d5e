package io.wonderlake.ui.query;

import io.wonderlake.catalog.Column;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.result.ResultStore;
import io.wonderlake.result.StoredResult;
import io.wonderlake.work.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Keeps results in memory, and calls `beforeRest` between the first rows and the others.
final class FakeResults implements ResultStore {
    final List<Kept> kept = new ArrayList<>();
    Runnable beforeRest = () -> { };

    @Override
    public StoredResult land(QueryRun run, long maxRows, Job job, Consumer<StoredResult> ready) {
        try (run) {
            Kept result = new Kept(run.columns());
            kept.add(result);
            result.rows.addAll(run.next(2));
            ready.accept(result);
            beforeRest.run();
            job.checkCancelled();
            for (List<Object[]> page = run.next(100); !page.isEmpty() && result.rows.size() < maxRows; page = run.next(100)) {
                result.rows.addAll(page);
            }
            result.cut = result.rows.size() > maxRows;
            result.complete = true;
            return result;
        }
    }

    @Override
    public void close() {
    }

    static final class Kept implements StoredResult {
        private final List<Column> columns;
        final List<Object[]> rows = new ArrayList<>();
        boolean complete;
        boolean cut;
        boolean discarded;

        Kept(List<Column> columns) {
            this.columns = columns;
        }

        @Override
        public List<Column> columns() {
            return columns;
        }

        @Override
        public long rows() {
            return rows.size();
        }

        @Override
        public boolean complete() {
            return complete;
        }

        @Override
        public boolean cut() {
            return cut;
        }

        @Override
        public List<Object[]> page(long from, int count) {
            return List.copyOf(rows.subList((int) Math.min(from, rows.size()), (int) Math.min(from + count, rows.size())));
        }

        @Override
        public void discard() {
            discarded = true;
        }
    }
}
