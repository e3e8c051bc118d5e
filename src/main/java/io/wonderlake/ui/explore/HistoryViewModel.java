package io.wonderlake.ui.explore;

import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectVersion;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What a store keeps of an object beside its bytes: its versions, of which an old one can be made the current one again, and its labels.
public final class HistoryViewModel {
    private final ObjectPath path;
    private final LakeParts lake;
    private final Runnable restored;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private final ReadOnlyObjectWrapper<Optional<ObjectVersion>> asked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Failure>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());

    /// @param denied why versions or labels are missing, where they may not be seen
    public record History(List<ObjectVersion> versions, Map<String, String> labels, List<Failure> denied) { }

    /// A history is in exactly one of these.
    public sealed interface State {
        record Idle() implements State { }

        record Reading(Job job) implements State { }

        record Shown(History history) implements State { }

        record Restoring(Job job) implements State { }
    }

    /// @param restored called when the object has another content
    HistoryViewModel(ObjectPath path, LakeParts lake, Runnable restored) {
        this.path = path;
        this.lake = lake;
        this.restored = restored;
    }

    void read() {
        Job job = new Job(Strings.text("explore.job.history", path.name()));
        state.set(new State.Reading(job));
        lake.jobs().start(job, () -> history(job), outcome -> {
            if (state.get() instanceof State.Reading(Job running) && running == job) {
                state.set(switch (outcome) {
                    case Outcome.Done(History history) -> new State.Shown(history);
                    case Outcome.Failed(Failure failure) -> new State.Shown(new History(List.of(), Map.of(), List.of(failure)));
                    case Outcome.Cancelled() -> new State.Idle();
                });
            }
        });
    }

    private History history(Job job) {
        List<Failure> denied = new ArrayList<>();
        List<ObjectVersion> versions = List.of();
        Map<String, String> labels = Map.of();
        try {
            versions = lake.objects().versions(path);
        } catch (FailureException error) {
            job.checkCancelled();
            denied.add(error.failure());
        }
        try {
            labels = versions.stream().anyMatch(ObjectVersion::current) ? lake.objects().labels(path) : labels;
        } catch (FailureException error) {
            job.checkCancelled();
            denied.add(error.failure());
        }
        return new History(versions, labels, denied);
    }

    /// Whether old versions can be brought back from here: what other tiers hold is made anew from raw.
    public boolean restorable() {
        return path.tier() == Tier.RAW && !lake.readOnly();
    }

    /// Asks whether this version is meant; `restore` then does it.
    public void ask(ObjectVersion version) {
        trouble.set(Optional.empty());
        asked.set(Optional.of(version));
    }

    public void leave() {
        asked.set(Optional.empty());
    }

    /// Makes the version that was asked for the current one.
    public void restore() {
        asked.get().ifPresent(version -> {
            asked.set(Optional.empty());
            Job job = new Job(Strings.text("explore.job.restore", path.name()));
            state.set(new State.Restoring(job));
            lake.jobs().start(job, () -> lake.objects().restore(version, job), outcome -> {
                if (outcome instanceof Outcome.Failed<?>(Failure failure)) {
                    trouble.set(Optional.of(failure));
                }
                read();
                if (outcome instanceof Outcome.Done<?>) {
                    restored.run();
                }
            });
        });
    }

    void close() {
        if (state.get() instanceof State.Reading(Job job)) {
            job.cancel();
        }
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// The version about to be restored, while the user is asked.
    public ReadOnlyObjectProperty<Optional<ObjectVersion>> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /// Why the last restoring did not work.
    public ReadOnlyObjectProperty<Optional<Failure>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
