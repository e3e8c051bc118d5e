package io.wonderlake.ui.explore;

import io.wonderlake.engine.QueryStats;
import io.wonderlake.result.StoredResult;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.workspace.TableHead;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The rows of a table or file: the first ones at once, all of them when asked for.
public final class PreviewViewModel {
    /// How many rows come at first.
    public static final long FIRST = 1_000;

    private final Jobs jobs;
    private final Executor uiThread;
    private final String title;
    private final RowsReader reader;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private long wanted = FIRST;

    /// Gets the rows; runs off the UI thread. `ready` is called with the growing rows as soon as the first can be read.
    @FunctionalInterface
    interface RowsReader {
        Rows read(long max, Job job, Consumer<StoredResult> ready);
    }

    /// @param all whether these are all rows there are
    /// @param beginning how they came out of the table's first files; empty where an engine was asked
    public record Rows(StoredResult rows, QueryStats stats, boolean all, Optional<Beginning> beginning) {
        Rows(StoredResult rows, QueryStats stats, boolean all) {
            this(rows, stats, all, Optional.empty());
        }
    }

    /// The first files of a table.
    ///
    /// @param from what gives these rows again, to stand after FROM
    public record Beginning(TableHead head, String from, Duration took) { }

    /// A preview is in exactly one of these.
    public sealed interface State {
        record Idle() implements State { }

        /// @param rows what can be seen already
        record Running(Job job, Optional<StoredResult> rows) implements State { }

        record Shown(Rows rows) implements State { }

        record Broken(Failure failure) implements State { }

        record Cancelled() implements State { }
    }

    PreviewViewModel(String title, RowsReader reader, Jobs jobs, Executor uiThread) {
        this.title = title;
        this.reader = reader;
        this.jobs = jobs;
        this.uiThread = uiThread;
    }

    /// Gets the first rows when nothing is there yet.
    public void start() {
        if (state.get() instanceof State.Idle) {
            load(FIRST);
        }
    }

    /// Tries again what failed or was cancelled.
    public void again() {
        load(wanted);
    }

    public void loadAll() {
        load(Long.MAX_VALUE);
    }

    /// Forgets the rows and gets them anew.
    public void reload() {
        load(FIRST);
    }

    public void cancel() {
        if (state.get() instanceof State.Running(Job job, Optional<StoredResult> rows)) {
            job.cancel();
            rows.ifPresent(StoredResult::discard);
            state.set(new State.Cancelled());
        }
    }

    void close() {
        cancel();
        StoredResult old = state.get() instanceof State.Shown(Rows rows) ? rows.rows() : null;
        state.set(new State.Cancelled());
        if (old != null) {
            old.discard();
        }
    }

    private void load(long max) {
        wanted = max;
        close();
        Job job = new Job(title);
        state.set(new State.Running(job, Optional.empty()));
        jobs.start(job, () -> reader.read(max, job, first -> uiThread.execute(() -> first(job, first))), outcome -> finish(job, outcome));
    }

    private void first(Job job, StoredResult rows) {
        if (state.get() instanceof State.Running(Job running, Optional<StoredResult> before) && running == job) {
            if (before.isEmpty()) {
                state.set(new State.Running(job, Optional.of(rows)));
            }
        } else if (!(state.get() instanceof State.Shown(Rows shown) && shown.rows() == rows)) {
            rows.discard();
        }
    }

    private void finish(Job job, Outcome<Rows> outcome) {
        if (!(state.get() instanceof State.Running(Job running, _) && running == job)) {
            if (outcome instanceof Outcome.Done(Rows late)) {
                late.rows().discard();
            }
            return;
        }
        state.set(switch (outcome) {
            case Outcome.Done(Rows rows) -> new State.Shown(rows);
            case Outcome.Failed(Failure failure) -> new State.Broken(failure);
            case Outcome.Cancelled() -> new State.Cancelled();
        });
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }
}
