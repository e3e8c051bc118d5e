package io.wonderlake.ui.explore;

import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// A folder's page: the objects below it. The first page is shown at once, while the others are still counted.
public final class FolderPageViewModel {
    private final Prefix folder;
    private final LakeParts lake;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private Job job = new Job("");

    /// A page is in exactly one of these.
    public sealed interface State {
        record Idle() implements State { }

        record Reading(Job job) implements State { }

        /// `all`: every object has been counted.
        record Shown(FolderRows rows, boolean all) implements State { }

        record Broken(Failure failure) implements State { }
    }

    FolderPageViewModel(Prefix folder, LakeParts lake) {
        this.folder = folder;
        this.lake = lake;
    }

    /// Lists the folder anew.
    public void read() {
        job.cancel();
        FolderRows rows = new FolderRows(lake.objects(), folder);
        Job own = begin();
        state.set(new State.Reading(own));
        lake.jobs().start(own, () -> rows.countOn(own), outcome -> {
            if (job == own) {
                counted(rows, outcome);
            }
        });
    }

    private Job begin() {
        job = new Job(Strings.text("explore.job.list", folder.toString()));
        return job;
    }

    private void counted(FolderRows rows, Outcome<Boolean> outcome) {
        switch (outcome) {
            case Outcome.Done(Boolean more) -> {
                state.set(new State.Shown(rows, !more));
                if (more) {
                    countRest(rows);
                }
            }
            case Outcome.Failed(Failure failure) -> state.set(new State.Broken(failure));
            case Outcome.Cancelled() -> state.set(new State.Idle());
        }
    }

    private void countRest(FolderRows rows) {
        Job own = begin();
        lake.jobs().start(own, () -> {
            while (rows.countOn(own)) {
                own.checkCancelled();
            }
            return false;
        }, outcome -> {
            if (job == own) {
                counted(rows, outcome);
            }
        });
    }

    /// Hands over the object that stands in a row.
    public void find(long row, Consumer<ObjectPath> then) {
        if (state.get() instanceof State.Shown(FolderRows rows, _)) {
            lake.jobs().start(new Job(Strings.text("explore.job.list", folder.toString())), () -> rows.entries(row, 1), outcome -> {
                if (outcome instanceof Outcome.Done<List<ObjectEntry>>(List<ObjectEntry> found) && !found.isEmpty()) {
                    then.accept(found.getFirst().path());
                }
            });
        }
    }

    public List<String> truth() {
        return switch (state.get()) {
            case State.Shown(FolderRows rows, boolean all) -> List.of(
                    all ? Strings.text("explore.truth.objects", rows.rows(), Formats.count(rows.rows())) : Strings.text("explore.truth.counting", Formats.count(rows.rows())),
                    Formats.bytes(rows.bytes()));
            case State.Idle _, State.Reading _, State.Broken _ -> List.of();
        };
    }

    void close() {
        job.cancel();
    }

    public Prefix folder() {
        return folder;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
