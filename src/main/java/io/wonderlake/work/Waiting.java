package io.wonderlake.work;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for requests over the network that a cancelled job has to end at once. They run on virtual threads, where an interrupt also ends a blocked read.
public final class Waiting {
    private static final Duration PATIENCE = Duration.ofMillis(800);

    private Waiting() {
    }

    /// Returns what the work gives, or throws what it throws. Cancelling the job ends the wait at once with a [CancellationException].
    public static <T> T on(Job job, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = Thread.ofVirtual().name(job.title()).unstarted(task);
        try (Job.Registration _ = job.onCancel(() -> task.cancel(true))) {
            thread.start();
            return task.get();
        } catch (ExecutionException error) {
            job.checkCancelled();
            throw unwrap(error.getCause());
        } catch (CancellationException cancelled) {
            settle(thread);
            throw cancelled;
        } catch (InterruptedException interrupted) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw cancelled(interrupted, job);
        }
    }

    /// Does what is worth a moment and no more; says whether it was done.
    public static boolean briefly(Runnable work) {
        FutureTask<Boolean> task = new FutureTask<>(work, true);
        Thread.ofVirtual().start(task);
        try {
            return task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            task.cancel(true);
            return false;
        } catch (ExecutionException error) {
            throw unwrap(error.getCause());
        } catch (InterruptedException _) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static RuntimeException unwrap(Throwable error) {
        return switch (error) {
            case RuntimeException known -> known;
            case Error fatal -> throw fatal;
            case Throwable other -> new IllegalStateException(other);
        };
    }

    static CancellationException cancelled(InterruptedException interrupted, Job job) {
        CancellationException cancelled = new CancellationException(job.title());
        cancelled.initCause(interrupted);
        return cancelled;
    }

    /// An interrupted request needs a moment to end.
    private static void settle(Thread thread) {
        try {
            thread.join(PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
