package io.wonderlake.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// One piece of background work: its name, how far it is, and how to stop it. Safe for use from any thread.
public final class Job {
    private final String title;
    private final Instant started = Instant.now();
    private final List<Consumer<Progress>> listeners = new CopyOnWriteArrayList<>();
    private final List<Runnable> cancelActions = new ArrayList<>();
    private volatile Progress progress = Progress.NONE;
    private boolean cancelled;

    public Job(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public Instant started() {
        return started;
    }

    public Progress progress() {
        return progress;
    }

    /// Says how far the work is. Called from the working thread; listeners are called on that thread.
    public void report(Progress now) {
        progress = now;
        listeners.forEach(listener -> listener.accept(now));
    }

    public void onProgress(Consumer<Progress> listener) {
        listeners.add(listener);
    }

    /// Registers how to stop what blocks at the moment (a statement, a transfer). Close the registration when it no longer blocks.
    /// When the job is cancelled already, the action runs at once.
    public Registration onCancel(Runnable action) {
        synchronized (cancelActions) {
            if (!cancelled) {
                cancelActions.add(action);
                return () -> {
                    synchronized (cancelActions) {
                        cancelActions.remove(action);
                    }
                };
            }
        }
        action.run();
        return () -> { };
    }

    /// Stops the work through the registered actions: all of them, also when one fails. A second call does nothing.
    public void cancel() {
        List<Runnable> actions;
        synchronized (cancelActions) {
            if (cancelled) {
                return;
            }
            cancelled = true;
            actions = List.copyOf(cancelActions);
            cancelActions.clear();
        }
        RuntimeException failed = null;
        for (Runnable action : actions) {
            try {
                action.run();
            } catch (RuntimeException error) {
                failed = error;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    public boolean isCancelled() {
        synchronized (cancelActions) {
            return cancelled;
        }
    }

    /// For loops: ends the work with a [CancellationException] once the job is cancelled.
    public void checkCancelled() {
        if (isCancelled()) {
            throw new CancellationException(title);
        }
    }

    /// Takes a cancel action back.
    @FunctionalInterface
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
