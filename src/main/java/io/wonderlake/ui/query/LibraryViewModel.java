package io.wonderlake.ui.query;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Table;
import io.wonderlake.ui.kit.SavedQueries;
import io.wonderlake.ui.kit.SavedQuery;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/// What stands beside the editor: the lake's saved queries, the catalog's tables, and those of them that the text in front names.
public final class LibraryViewModel {
    private static final int LONGEST_SEARCHED = 200_000;
    private final Catalog catalog;
    private final SavedQueries store;
    private final Jobs jobs;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObservableList<SavedQuery> all = FXCollections.observableArrayList();
    private final FilteredList<SavedQuery> saved = new FilteredList<>(all);
    private final ReadOnlyObjectWrapper<List<Table>> tables = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Table>> named = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Failure>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Map<String, Table> known = Map.of();
    private String text = "";
    private long revision = -1;

    private record Seen(long revision, List<Table> tables) { }

    LibraryViewModel(Catalog catalog, SavedQueries store, Jobs jobs) {
        this.catalog = catalog;
        this.store = store;
        this.jobs = jobs;
        filter.subscribe(words -> saved.setPredicate(query -> query.matches(words)));
    }

    /// Reads the saved queries, and the catalog when it has changed since.
    public void refresh() {
        jobs.start(new Job(Strings.text("query.job.saved")), store::list, outcome -> take(outcome, all::setAll));
        long seen = revision;
        jobs.start(new Job(Strings.text("query.job.catalog")), () -> read(seen), outcome -> take(outcome, this::know));
    }

    private Seen read(long seen) {
        long now = catalog.revision();
        return new Seen(now, now == seen ? List.of() : catalog.databases().stream().flatMap(database -> catalog.tables(database).stream()).toList());
    }

    private void know(Seen seen) {
        if (seen.revision() != revision) {
            revision = seen.revision();
            Map<String, Table> byName = new LinkedHashMap<>();
            seen.tables().forEach(table -> byName.put(table.name().toString(), table));
            known = byName;
            tables.set(seen.tables());
            look(text);
        }
    }

    /// The tables that a text names, in the order of their first mention.
    List<Table> tablesIn(String sql) {
        String head = sql.length() > LONGEST_SEARCHED ? sql.substring(0, LONGEST_SEARCHED) : sql;
        return SqlNames.in(head, SqlLexer.tokens(head), known).list();
    }

    /// Shows the tables that `sql` names.
    public void look(String sql) {
        text = sql;
        List<Table> now = tablesIn(sql);
        if (!now.equals(named.get())) {
            named.set(now);
        }
    }

    /// Saves a document under the query it came from, or as a new one with that question.
    void save(QueryDocument document, String question, Runnable then) {
        String sql = document.textProperty().get();
        Job job = new Job(Strings.text("query.job.save", document.title()));
        jobs.start(job, () -> document.saved().map(path -> store.save(path, sql, job)).orElseGet(() -> store.add(question, sql, job)),
                outcome -> take(outcome, query -> {
                    if (document.saved().isEmpty() && document.textProperty().get().equals(sql)) {
                        document.textProperty().set(query.text());
                    }
                    document.savedAs(query);
                    refresh();
                    then.run();
                }));
    }

    private <T> void take(Outcome<T> outcome, Consumer<T> then) {
        switch (outcome) {
            case Outcome.Done(T value) -> {
                trouble.set(Optional.empty());
                then.accept(value);
            }
            case Outcome.Failed(Failure failure) -> trouble.set(Optional.of(failure));
            case Outcome.Cancelled() -> { }
        }
    }

    public StringProperty filterProperty() {
        return filter;
    }

    /// Those that match the filter.
    public ObservableList<SavedQuery> saved() {
        return saved;
    }

    public boolean anySaved() {
        return !all.isEmpty();
    }

    public ReadOnlyObjectProperty<List<Table>> tablesProperty() {
        return tables.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Table>> namedProperty() {
        return named.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Failure>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
