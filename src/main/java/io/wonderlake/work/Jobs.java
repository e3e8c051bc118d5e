package io.wonderlake.work;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Where background work is started. [ThreadJobs] in the program; tests queue the work and run it themselves.
public interface Jobs extends AutoCloseable {

    /// Runs `work` on a thread of its own and hands its end to `then` on the UI thread (the caller's executor).
    <T> void start(Job job, Callable<T> work, Consumer<Outcome<T>> then);

    /// The jobs that have not ended, oldest first.
    List<Job> active();

    /// Calls `listener` on the UI thread whenever a job starts or ends.
    void onChange(Runnable listener);

    /// Cancels what still runs; a job that is started afterwards ends as cancelled before it begins.
    @Override
    void close();

    /// Turns the end of a job into a value, so that no exception can be lost between threads.
    static <T> Outcome<T> attempt(Job job, Callable<T> work) {
        try {
            T value = work.call();
            return job.isCancelled() ? new Outcome.Cancelled<>() : new Outcome.Done<>(value);
        } catch (Exception | Error error) {
            return job.isCancelled() ? new Outcome.Cancelled<>() : new Outcome.Failed<>(Failure.of(error));
        }
    }
}
