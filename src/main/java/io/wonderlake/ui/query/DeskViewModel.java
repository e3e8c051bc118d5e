package io.wonderlake.ui.query;

import io.wonderlake.lake.ObjectPath;
import io.wonderlake.result.ResultStore;
import io.wonderlake.ui.kit.SavedQuery;
import io.wonderlake.ui.kit.Spending;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The open query documents: opens, closes, remembers and restores them, and keeps the history of what ran.
public final class DeskViewModel {
    private final Engines engines;
    private final ResultStore results;
    private final Jobs jobs;
    private final Executor uiThread;
    private final Drafts drafts;
    private final History history;
    private final Spending spending;
    private final ObservableList<QueryViewModel> documents = FXCollections.observableArrayList();
    private final ObservableList<QueryViewModel> documentsView = FXCollections.unmodifiableObservableList(documents);
    private final ObjectProperty<QueryViewModel> selected = new SimpleObjectProperty<>();
    private final ObservableList<PastRun> past = FXCollections.observableArrayList();
    private final ObservableList<PastRun> pastView = FXCollections.unmodifiableObservableList(past);
    private final ReadOnlyObjectWrapper<Optional<Failure>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final Deque<Draft> closed = new ArrayDeque<>();
    private boolean restored;
    private boolean saving;
    private boolean stale;

    DeskViewModel(Engines engines, ResultStore results, Jobs jobs, Executor uiThread, Memory memory) {
        this.engines = engines;
        this.results = results;
        this.jobs = jobs;
        this.uiThread = uiThread;
        this.drafts = memory.drafts();
        this.history = memory.history();
        this.spending = memory.spending();
    }

    /// Where the documents, the history and what it has cost are kept.
    record Memory(Drafts drafts, History history, Spending spending) { }

    /// Opens again what was open at the end, or one empty document. Documents that were opened in the meantime stay, in front.
    public void restore() {
        jobs.start(new Job(Strings.text("query.job.restore")), drafts::load, this::restored);
        jobs.start(new Job(Strings.text("query.job.history")), history::load, outcome -> take(outcome, past::setAll));
    }

    private void restored(Outcome<Drafts.Desk> outcome) {
        restored = true;
        take(outcome, desk -> {
            List<QueryViewModel> before = desk.documents().stream().map(this::named).map(this::make).toList();
            boolean first = documents.isEmpty();
            documents.addAll(0, before);
            if (first && !before.isEmpty()) {
                selected.set(before.get(desk.selected()));
            }
        });
        if (documents.isEmpty()) {
            add();
        }
    }

    private Draft named(Draft draft) {
        return draft.title().isBlank() ? new Draft(draft.id(), freeTitle(), draft.text(), draft.caret(), draft.engine(), draft.saved(), draft.kept()) : draft;
    }

    /// A new, empty document in front.
    public QueryViewModel add() {
        return open(freeTitle(), "");
    }

    public QueryViewModel open(String title, String text) {
        return open(title, text, engineInFront());
    }

    /// A statement that ran before, on the engine that ran it.
    public void open(PastRun run) {
        open(run.title(), run.sql(), Optional.of(run.engine()).filter(name -> !name.isEmpty()));
    }

    private QueryViewModel open(String title, String text, Optional<String> engine) {
        return show(make(Draft.of(title.isBlank() ? freeTitle() : title, text, engine)));
    }

    /// A new document begins with the engine that the user has chosen last.
    private Optional<String> engineInFront() {
        return Optional.ofNullable(selected.get()).map(model -> model.document().engineProperty().get()).filter(name -> !name.isEmpty());
    }

    /// Brings the document of a saved query to the front, opening it when it is not open yet.
    public QueryViewModel open(SavedQuery query) {
        Optional<QueryViewModel> open = documents.stream().filter(model -> model.document().saved().equals(Optional.of(query.path()))).findFirst();
        open.ifPresent(selected::set);
        return open.orElseGet(() -> show(make(new Draft(Drafts.newId(), query.title(), query.text(), 0, engineInFront(),
                Optional.of(query.path().toString()), Optional.of(query.text())))));
    }

    public void close(QueryViewModel model) {
        int at = documents.indexOf(model);
        if (at < 0) {
            return;
        }
        if (!model.document().textProperty().get().isBlank()) {
            closed.addFirst(model.document().draft());
        }
        model.close();
        documents.remove(at);
        if (documents.isEmpty()) {
            add();
        } else if (selected.get() == model) {
            selected.set(documents.get(Math.min(at, documents.size() - 1)));
        }
        save();
    }

    /// Opens again the document that was closed last.
    public void reopen() {
        if (!closed.isEmpty()) {
            show(make(closed.removeFirst()));
        }
    }

    /// Writes what is open, when something has changed; called a moment after each change. One write at a time, the last state always lands.
    public void save() {
        if (!restored) {
            return;
        }
        stale = true;
        if (!saving) {
            saving = true;
            stale = false;
            Drafts.Desk desk = desk();
            jobs.start(new Job(Strings.text("query.job.keep")), () -> {
                drafts.save(desk);
                return desk;
            }, this::saved);
        }
    }

    private void saved(Outcome<Drafts.Desk> outcome) {
        saving = false;
        take(outcome, _ -> trouble.set(Optional.empty()));
        if (stale) {
            save();
        }
    }

    /// Writes what is open before the window closes, on the calling thread, and stops what runs.
    public void close() {
        documents.forEach(QueryViewModel::cancel);
        if (restored) {
            drafts.save(desk());
        }
    }

    private Drafts.Desk desk() {
        return new Drafts.Desk(documents.stream().map(model -> model.document().draft()).toList(), Math.max(0, documents.indexOf(selected.get())));
    }

    private QueryViewModel make(Draft draft) {
        return new QueryViewModel(new QueryDocument(draft), engines, results, jobs, uiThread, this::remember);
    }

    private QueryViewModel show(QueryViewModel model) {
        documents.add(model);
        selected.set(model);
        save();
        return model;
    }

    private void remember(PastRun run) {
        List<PastRun> now = new ArrayList<>(past);
        now.addFirst(run);
        past.setAll(now);
        run.dollars().ifPresent(spending::add);
        jobs.start(new Job(Strings.text("query.job.history")), () -> history.add(run), outcome -> take(outcome, _ -> { }));
    }

    private String freeTitle() {
        int number = 1;
        while (taken(Strings.text("query.untitled", String.valueOf(number)))) {
            number++;
        }
        return Strings.text("query.untitled", String.valueOf(number));
    }

    private boolean taken(String title) {
        return documents.stream().anyMatch(model -> model.document().title().equals(title));
    }

    private <T> void take(Outcome<T> outcome, Consumer<T> then) {
        switch (outcome) {
            case Outcome.Done(T value) -> then.accept(value);
            case Outcome.Failed(Failure failure) -> trouble.set(Optional.of(failure));
            case Outcome.Cancelled() -> { }
        }
    }

    public ObservableList<QueryViewModel> documents() {
        return documentsView;
    }

    /// The document in front; null only before `restore` has ended.
    public ObjectProperty<QueryViewModel> selectedProperty() {
        return selected;
    }

    /// Newest first.
    public ObservableList<PastRun> past() {
        return pastView;
    }

    /// Why documents cannot be kept at the moment.
    public ReadOnlyObjectProperty<Optional<Failure>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// The saved query that the document in front came from.
    Optional<ObjectPath> frontPath() {
        return Optional.ofNullable(selected.get()).flatMap(model -> model.document().saved());
    }
}
