package io.wonderlake.engine.duckdb;

import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.sql.SQLException;
import java.util.concurrent.CancellationException;

/// A stretch of engine work for a job: cancelling the job interrupts it, its errors become failures, and its progress is reported.
final class Activity {
    private final EngineConnection connection;
    private final Job job;
    private final String sql;
    private volatile boolean reporting;
    private String suspect = "";

    Activity(EngineConnection connection, Job job, String sql) {
        this.connection = connection;
        this.job = job;
        this.sql = sql;
    }

    /// Work that the engine does.
    @FunctionalInterface
    interface Work<T> {
        T run() throws SQLException;
    }

    /// Says which files the work reads, for errors that do not.
    void reads(FileCount files) {
        suspect = files.suspect();
    }

    <T> T plan(Work<T> work) {
        job.report(new Progress(Strings.text("engine.planning"), 0, -1, Progress.Unit.PERCENT));
        return call(work);
    }

    <T> T execute(Work<T> work) {
        job.report(new Progress(Strings.text("engine.running"), 0, -1, Progress.Unit.PERCENT));
        reporting = true;
        try {
            return call(work);
        } finally {
            reporting = false;
        }
    }

    <T> T call(Work<T> work) {
        job.checkCancelled();
        try (Job.Registration _ = job.onCancel(connection::interrupt); Ticker.Watch _ = Ticker.watch(this::tick)) {
            T value = work.run();
            job.checkCancelled();
            return value;
        } catch (SQLException error) {
            if (job.isCancelled()) {
                throw (CancellationException) new CancellationException(job.title()).initCause(error);
            }
            throw Errors.translate(error, sql, suspect);
        }
    }

    /// An interrupt that came before the engine had begun is lost, so it is sent again while the work goes on.
    private void tick() {
        if (job.isCancelled()) {
            connection.interrupt();
        } else if (reporting) {
            double percent = connection.progress();
            if (percent >= 0) {
                job.report(new Progress(Strings.text("engine.running"), Math.round(percent), 100, Progress.Unit.PERCENT));
            }
        }
    }
}
