package io.wonderlake.work;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/// Queues work until a test says `runAll`, and runs it on the test's thread.
public final class DirectJobs implements Jobs {
    private final Deque<Runnable> queue = new ArrayDeque<>();
    private final List<Job> active = new ArrayList<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private boolean closed;

    @Override
    public <T> void start(Job job, Callable<T> work, Consumer<Outcome<T>> then) {
        active.add(job);
        listeners.forEach(Runnable::run);
        queue.add(() -> {
            Outcome<T> outcome = closed ? new Outcome.Cancelled<>() : Jobs.attempt(job, work);
            active.remove(job);
            listeners.forEach(Runnable::run);
            then.accept(outcome);
        });
    }

    /// Runs what is queued, and what that queues in turn.
    public void runAll() {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    /// Runs only the job that was queued first.
    public void runNext() {
        queue.remove().run();
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
}
