package io.wonderlake.ui.explore;

import io.wonderlake.format.FileFacts;
import io.wonderlake.format.Previews.Preview;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.ui.explore.PreviewViewModel.Rows;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/// An object's page: what the file is, its rows where it is a table, its text or bytes otherwise.
public final class ObjectPageViewModel {
    /// How many rows of a file are shown.
    static final long ROWS = 200;

    private final ObjectPath path;
    private final LakeParts lake;
    private final ObjectReader reader;
    private final PreviewViewModel preview;
    private final HistoryViewModel history;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.TABLE);

    /// The ways to look at a file.
    public enum View { TABLE, TEXT, BYTES }

    /// A page is in exactly one of these.
    public sealed interface State {
        record Idle() implements State { }

        record Reading(Job job) implements State { }

        record Ready(ObjectLook look) implements State { }

        record Broken(Failure failure) implements State { }

        record Cancelled() implements State { }
    }

    ObjectPageViewModel(ObjectPath path, LakeParts lake) {
        this.path = path;
        this.lake = lake;
        this.reader = new ObjectReader(path, lake);
        this.preview = new PreviewViewModel(Strings.text("explore.job.preview", path.name()),
                (_, job, ready) -> reader.rows(found().orElseThrow(), ROWS, job, ready), lake.jobs(), lake.uiThread());
        this.history = new HistoryViewModel(path, lake, this::read);
    }

    public void start() {
        if (state.get() instanceof State.Idle) {
            read();
        }
    }

    public void read() {
        Job job = new Job(Strings.text("explore.job.look", path.name()));
        state.set(new State.Reading(job));
        lake.jobs().start(job, () -> reader.look(job), outcome -> {
            if (state.get() instanceof State.Reading(Job running) && running == job) {
                take(outcome);
            }
        });
    }

    private void take(Outcome<ObjectLook> outcome) {
        switch (outcome) {
            case Outcome.Done(ObjectLook look) -> {
                view.set(look.facts().isPresent() ? View.TABLE : look.text() ? View.TEXT : View.BYTES);
                state.set(new State.Ready(look));
                history.read();
                if (look.facts().isPresent()) {
                    preview.reload();
                }
            }
            case Outcome.Failed(Failure failure) -> {
                state.set(new State.Broken(failure));
                if (failure.kind() == Failure.Kind.NOT_FOUND) {
                    history.read();
                }
            }
            case Outcome.Cancelled() -> state.set(new State.Cancelled());
        }
    }

    public void cancel() {
        if (state.get() instanceof State.Reading(Job job)) {
            job.cancel();
            state.set(new State.Cancelled());
        }
    }

    void close() {
        cancel();
        preview.close();
        history.close();
    }

    /// What the truth line says in the view that is in front.
    public List<String> truth(ObjectLook look) {
        List<String> parts = new ArrayList<>();
        long size = look.entry().size();
        if (view.get() == View.TABLE && look.facts().isPresent()) {
            long total = look.facts().get().rows();
            if (preview.state() instanceof PreviewViewModel.State.Shown(Rows rows)) {
                String shown = Formats.count(rows.rows().rows());
                parts.add(rows.all() ? Strings.text("explore.truth.all", rows.rows().rows())
                        : total < 0 ? Strings.text("explore.truth.unread", shown) : Strings.text("explore.truth.preview", shown, Formats.count(total)));
                parts.add(Strings.text("explore.truth.columns", rows.rows().columns().size(), Formats.count(rows.rows().columns().size())));
                parts.add(Strings.text("explore.truth.engine", lake.local().name(), Formats.duration(rows.stats().elapsed())));
            } else if (total >= 0) {
                parts.add(Strings.text("explore.truth.rows", total));
            }
            parts.add(lake.remote() ? fetched(look.preview().orElseThrow(), size) : Formats.bytes(size));
        } else {
            long shown = Math.min(size, view.get() == View.BYTES ? HeadText.shownBytes(look.head()) : look.head().length);
            parts.add(shown >= size ? Strings.text("explore.truth.whole", Formats.bytes(size)) : Strings.text("explore.truth.head", Formats.bytes(shown), Formats.bytes(size)));
        }
        parts.add(Strings.text("explore.truth.changed", Formats.absolute(look.entry().modified())));
        return parts;
    }

    private static String fetched(Preview preview, long size) {
        return preview.fetched() == 0 ? Strings.text(preview.whole() ? "explore.truth.kept.of" : "explore.truth.kept.head", Formats.bytes(size))
                : Strings.text("explore.truth.fetched.of", Formats.bytes(preview.fetched()), Formats.bytes(size));
    }

    public HistoryViewModel history() {
        return history;
    }

    Optional<FileFacts> facts() {
        return found().map(Preview::facts);
    }

    private Optional<Preview> found() {
        return state.get() instanceof State.Ready(ObjectLook look) ? look.preview() : Optional.empty();
    }

    public ObjectPath path() {
        return path;
    }

    public PreviewViewModel preview() {
        return preview;
    }

    public ObjectProperty<View> viewProperty() {
        return view;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }
}
