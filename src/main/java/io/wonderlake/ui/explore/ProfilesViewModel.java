package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Table;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableMap;

/// The profiles of a table's columns: the chosen one at once, the others in the background for tables that are quickly read. Each is measured once.
public final class ProfilesViewModel {
    /// Larger tables are measured column by column, when a column is chosen.
    static final long QUICK_ROWS = 2_000_000;
    private static final int QUICK_COLUMNS = 32;

    private final Profiler profiler;
    private final Jobs jobs;
    private final Executor uiThread;
    private final ObservableMap<String, Profile> known = FXCollections.observableMap(new HashMap<>());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.None());
    private Job all;

    /// What stands of the chosen column.
    public sealed interface State {
        record None() implements State { }

        record Measuring(Column column, Job job) implements State { }

        record Shown(Profile profile) implements State { }

        record Broken(Column column, Failure failure) implements State { }

        record Cancelled(Column column) implements State { }
    }

    ProfilesViewModel(Profiler profiler, Jobs jobs, Executor uiThread) {
        this.profiler = profiler;
        this.jobs = jobs;
        this.uiThread = uiThread;
    }

    /// Shows the column's profile, measuring it first when it is not known. `from` is what stands after FROM.
    void choose(String from, Column column) {
        stop();
        if (known.containsKey(column.name())) {
            state.set(new State.Shown(known.get(column.name())));
            return;
        }
        Job job = new Job(Strings.text("explore.job.profile", column.name()));
        state.set(new State.Measuring(column, job));
        jobs.start(job, () -> profiler.measure(from, column, job), outcome -> finish(column, job, outcome));
    }

    private void finish(Column column, Job job, Outcome<Profile> outcome) {
        if (outcome instanceof Outcome.Done(Profile profile)) {
            known.put(column.name(), profile);
        }
        if (state.get() instanceof State.Measuring(_, Job running) && running == job) {
            state.set(switch (outcome) {
                case Outcome.Done(Profile profile) -> new State.Shown(profile);
                case Outcome.Failed(Failure failure) -> new State.Broken(column, failure);
                case Outcome.Cancelled() -> new State.Cancelled(column);
            });
        }
    }

    /// Measures the columns one after the other in one job.
    void measureAll(Table table) {
        if (all != null || table.rows() < 0 || table.rows() > QUICK_ROWS) {
            return;
        }
        String from = SqlName.of(table.name());
        List<Column> columns = table.allColumns().stream().limit(QUICK_COLUMNS).toList();
        Job job = new Job(Strings.text("explore.job.profiles", table.name().table()));
        all = job;
        jobs.start(job, () -> {
            for (Column column : columns) {
                job.checkCancelled();
                Profile profile = profiler.measure(from, column, job);
                uiThread.execute(() -> put(job, profile));
            }
            return columns.size();
        }, _ -> { });
    }

    private void put(Job job, Profile profile) {
        if (job == all) {
            known.putIfAbsent(profile.column().name(), profile);
        }
    }

    void none() {
        stop();
        state.set(new State.None());
    }

    /// Forgets all profiles, because the table has a new version.
    void stale() {
        none();
        if (all != null) {
            all.cancel();
            all = null;
        }
        known.clear();
    }

    private void stop() {
        if (state.get() instanceof State.Measuring(_, Job job)) {
            job.cancel();
        }
    }

    Optional<Profile> known(String column) {
        return Optional.ofNullable(known.get(column));
    }

    Map<String, Profile> known() {
        return Map.copyOf(known);
    }

    /// Called on the UI thread whenever a profile has come.
    void onKnown(Runnable listener) {
        known.addListener((javafx.collections.MapChangeListener<String, Profile>) _ -> listener.run());
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
