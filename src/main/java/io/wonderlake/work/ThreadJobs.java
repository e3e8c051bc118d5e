package io.wonderlake.work;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Runs each job on a named daemon platform thread. Platform, because an engine's native call on a virtual thread starves all others.
public final class ThreadJobs implements Jobs {
    private static final Logger LOG = Logger.getLogger(ThreadJobs.class.getName());

    private final Executor uiThread;
    private final List<Job> active = new CopyOnWriteArrayList<>();
    private volatile boolean closed;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    /// `uiThread` takes what must run on the UI thread: `Platform::runLater` in the window.
    public ThreadJobs(Executor uiThread) {
        this.uiThread = uiThread;
    }

    @Override
    public <T> void start(Job job, Callable<T> work, Consumer<Outcome<T>> then) {
        active.add(job);
        changed();
        Thread.ofPlatform().daemon().name("job " + job.title()).start(() -> {
            Outcome<T> outcome = closed ? new Outcome.Cancelled<>() : Jobs.attempt(job, work);
            if (outcome instanceof Outcome.Failed<T>(Failure failure)) {
                log(job, failure);
            }
            active.remove(job);
            changed();
            uiThread.execute(() -> then.accept(outcome));
        });
    }

    @Override
    public List<Job> active() {
        return List.copyOf(active);
    }

    @Override
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    @Override
    public void close() {
        closed = true;
        active.forEach(Job::cancel);
    }

    /// A mistake in what the user asked is no matter for the log; only what is wrong with us is.
    private static void log(Job job, Failure failure) {
        Level level = failure.kind() == Failure.Kind.BUG ? Level.WARNING : Level.FINE;
        failure.origin().ifPresent(error -> LOG.log(level, job.title() + ": " + failure.message(), error));
    }

    private void changed() {
        listeners.forEach(uiThread::execute);
    }
}
