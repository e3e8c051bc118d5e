package io.wonderlake.engine.athena;

import io.wonderlake.catalog.Column;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.QueryStats;
import io.wonderlake.work.Job;
import java.util.ArrayList;
import java.util.List;

/// A statement that has ended in Athena, whose rows flow as they are asked for.
final class AthenaRun implements QueryRun {
    /// A page that fills slowly is handed out before it is full.
    private static final long PATIENCE_NANOS = 300_000_000;

    private final List<Values> columns;
    private final RawRows rows;
    private final Job job;
    private final Cost cost;
    private final Runnable after;
    private boolean ended;
    private boolean closed;
    private long ending;

    AthenaRun(List<Values> columns, RawRows rows, Job job, Cost cost, Runnable after) {
        this.columns = columns;
        this.rows = rows;
        this.job = job;
        this.cost = cost;
        this.after = after;
        this.ended = columns.isEmpty();
        this.ending = System.nanoTime();
    }

    @Override
    public List<Column> columns() {
        return columns.stream().map(Values::column).toList();
    }

    @Override
    public List<Object[]> next(int max) {
        if (ended) {
            return List.of();
        }
        job.checkCancelled();
        try (Job.Registration _ = job.onCancel(rows::abort)) {
            List<Object[]> page = fetch(max);
            job.checkCancelled();
            return page;
        } catch (RuntimeException broken) {
            job.checkCancelled();
            throw broken;
        }
    }

    private List<Object[]> fetch(int max) {
        long patience = System.nanoTime() + PATIENCE_NANOS;
        List<Object[]> page = new ArrayList<>(Math.min(max, 10_000));
        while (page.size() < max && !ended && (page.isEmpty() || System.nanoTime() < patience)) {
            String[] texts = rows.next();
            if (texts == null) {
                ended = true;
            } else {
                page.add(values(texts));
            }
        }
        ending = System.nanoTime();
        return page;
    }

    private Object[] values(String[] texts) {
        Object[] values = new Object[texts.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).of(texts[i]);
        }
        return values;
    }

    @Override
    public QueryStats stats() {
        return cost.until(ended ? ending : System.nanoTime());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            ended = true;
            rows.close();
            after.run();
        }
    }
}
