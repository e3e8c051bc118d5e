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

/// A folder's page: the objects below it. The first page is shown at once, while the others are still counted; of a lake that stands elsewhere, where
/// each page is a call that costs, ten pages at a time are listed when they are asked for.
public final class FolderPageViewModel {
    private static final int PAGES = 10;

    private final Prefix folder;
    private final LakeParts lake;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private Job job = new Job("");

    /// A page is in exactly one of these.
    public sealed interface State {
        record Idle() implements State { }

        record Reading(Job job) implements State { }

        /// `all`: every object has been counted; `counting`: the others are being counted.
        record Shown(FolderRows rows, boolean all, boolean counting) implements State { }

        record Broken(Failure failure) implements State { }
    }

    FolderPageViewModel(Prefix folder, LakeParts lake) {
        this.folder = folder;
        this.lake = lake;
    }

    /// Lists the folder anew.
    public void read() {
        job.cancel();
        FolderRows rows = new FolderRows(lake.objects(), folder, lake.remote());
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
                boolean go = more && !lake.remote();
                state.set(new State.Shown(rows, !more, go));
                if (go) {
                    countRest(rows, Integer.MAX_VALUE);
                }
            }
            case Outcome.Failed(Failure failure) -> state.set(new State.Broken(failure));
            case Outcome.Cancelled() -> state.set(new State.Idle());
        }
    }

    /// Lists the next objects, where the counting has stopped.
    public void listOn() {
        if (state.get() instanceof State.Shown(FolderRows rows, boolean all, boolean counting) && !all && !counting) {
            state.set(new State.Shown(rows, false, true));
            countRest(rows, PAGES);
        }
    }

    private void countRest(FolderRows rows, int pages) {
        Job own = begin();
        lake.jobs().start(own, () -> {
            boolean more = true;
            for (int page = 0; more && page < pages; page++) {
                more = rows.countOn(own);
            }
            return more;
        }, outcome -> {
            if (job == own) {
                counted(rows, outcome);
            }
        });
    }

    /// Hands over the object that stands in a row.
    public void find(long row, Consumer<ObjectPath> then) {
        if (state.get() instanceof State.Shown(FolderRows rows, _, _)) {
            lake.jobs().start(new Job(Strings.text("explore.job.list", folder.toString())), () -> rows.entries(row, 1), outcome -> {
                if (outcome instanceof Outcome.Done<List<ObjectEntry>>(List<ObjectEntry> found) && !found.isEmpty()) {
                    then.accept(found.getFirst().path());
                }
            });
        }
    }

    public List<String> truth() {
        return switch (state.get()) {
            case State.Shown(FolderRows rows, boolean all, boolean counting) -> List.of(
                    all ? Strings.text("explore.truth.objects", rows.rows(), Formats.count(rows.rows()))
                            : Strings.text(counting ? "explore.truth.counting" : "explore.truth.first.objects", Formats.count(rows.rows())),
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
