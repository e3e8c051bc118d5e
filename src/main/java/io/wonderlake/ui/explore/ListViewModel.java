package io.wonderlake.ui.explore;

import io.wonderlake.ui.kit.grid.GridSource;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// One of a table's lists (files, partitions, versions…), read when it is looked at for the first time.
public final class ListViewModel {
    private final String title;
    private final Callable<Listed> reader;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());

    /// @param truth parts of the truth line below it
    public record Listed(GridSource source, List<String> truth) { }

    /// A list is in exactly one of these.
    public sealed interface State {
        record Idle() implements State { }

        record Reading(Job job) implements State { }

        record Shown(Listed listed) implements State { }

        record Broken(Failure failure) implements State { }
    }

    ListViewModel(String title, Callable<Listed> reader, Jobs jobs) {
        this.title = title;
        this.reader = reader;
        this.jobs = jobs;
    }

    public void start() {
        if (state.get() instanceof State.Idle) {
            reload();
        }
    }

    public void reload() {
        Job job = new Job(title);
        state.set(new State.Reading(job));
        jobs.start(job, reader, outcome -> {
            if (state.get() instanceof State.Reading(Job running) && running == job) {
                state.set(switch (outcome) {
                    case Outcome.Done(Listed listed) -> new State.Shown(listed);
                    case Outcome.Failed(Failure failure) -> new State.Broken(failure);
                    case Outcome.Cancelled() -> new State.Idle();
                });
            }
        });
    }

    /// Forgets what was read; it is read again when it is looked at.
    void stale() {
        state.set(new State.Idle());
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
