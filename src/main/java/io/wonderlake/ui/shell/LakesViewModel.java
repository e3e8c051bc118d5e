package io.wonderlake.ui.shell;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The lakes to switch to, and the one that is just being opened. The present lake stays until another one is open.
public final class LakesViewModel {
    private final LakeDoor door;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<List<LakeChoice>> choices = new ReadOnlyObjectWrapper<>(this, "choices", List.of());
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", new State.Idle());

    /// Whether a lake is being opened, or could not be.
    public sealed interface State {
        record Idle() implements State { }

        record Opening(LakeChoice choice, Job job) implements State { }

        record Refused(LakeChoice choice, Failure failure) implements State { }
    }

    /// @param jobs that go on when the present lake is closed
    public LakesViewModel(LakeDoor door, Jobs jobs) {
        this.door = door;
        this.jobs = jobs;
    }

    public ReadOnlyObjectProperty<List<LakeChoice>> choicesProperty() {
        return choices.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Reads the list again; the old one stays until the new one is there.
    public void refresh() {
        jobs.start(new Job(Strings.text("shell.lakes.job")), door::choices, outcome -> {
            if (outcome instanceof Outcome.Done<List<LakeChoice>>(List<LakeChoice> found)) {
                choices.set(found);
            }
        });
    }

    public boolean shown(LakeChoice choice) {
        return door.shown().equals(Optional.of(choice.opened()));
    }

    /// Opens the lake and then shows it. A lake that is shown already stays as it is; one whose profile is broken says why.
    public void open(LakeChoice choice) {
        cancel();
        if (choice instanceof LakeChoice.Broken(String _, Failure failure)) {
            state.set(new State.Refused(choice, failure));
        } else if (shown(choice)) {
            state.set(new State.Idle());
        } else {
            Job job = new Job(Strings.text("shell.lakes.opening", choice.name()));
            state.set(new State.Opening(choice, job));
            jobs.start(job, () -> open(choice, job), outcome -> finish(choice, job, outcome));
        }
    }

    public void openFolder() {
        door.askFolder().ifPresent(folder -> open(new LakeChoice.OfFolder(folder)));
    }

    public void cancel() {
        if (state.get() instanceof State.Opening(LakeChoice _, Job job)) {
            job.cancel();
        }
        state.set(new State.Idle());
    }

    /// A lake that is no longer wanted when it is open is closed again.
    private Workspace open(LakeChoice choice, Job job) {
        Workspace lake = door.open(choice, job);
        if (job.isCancelled()) {
            lake.close();
        }
        return lake;
    }

    private void finish(LakeChoice choice, Job job, Outcome<Workspace> outcome) {
        boolean wanted = state.get() instanceof State.Opening(LakeChoice _, Job now) && now == job;
        switch (outcome) {
            case Outcome.Done<Workspace>(Workspace lake) when wanted -> {
                state.set(new State.Idle());
                door.show(lake, choice);
            }
            case Outcome.Done<Workspace>(Workspace late) -> late.close();
            case Outcome.Failed<Workspace>(Failure failure) when wanted -> state.set(new State.Refused(choice, failure));
            case Outcome.Failed<Workspace> _, Outcome.Cancelled<Workspace> _ -> { }
        }
    }
}
