package io.wonderlake.ui.query;

import io.wonderlake.engine.ParameterValue;
import io.wonderlake.engine.Statement;
import io.wonderlake.engine.Statements;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.ui.kit.SavedQuery;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The text of one query tab: where its caret stands, what of it would run, and whether it is saved.
public final class QueryDocument {
    private final String id;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper();
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty kept = new SimpleStringProperty("");
    private final BooleanExpression changed = Bindings.createBooleanBinding(() -> !text.get().equals(kept.get()), text, kept);
    private final Map<String, String> parameters = new HashMap<>();
    private final StringProperty engine = new SimpleStringProperty("");
    private Optional<ObjectPath> saved;
    private int anchor;
    private int caret;

    QueryDocument(Draft draft) {
        id = draft.id();
        title.set(draft.title());
        text.set(draft.text());
        caret = draft.caret();
        anchor = caret;
        engine.set(draft.engine().orElse(""));
        saved = draft.saved().map(ObjectPath::parse);
        kept.set(draft.kept().orElse(""));
    }

    Draft draft() {
        return new Draft(id, title(), text.get(), caret, Optional.of(engine.get()).filter(name -> !name.isEmpty()), saved.map(ObjectPath::toString), saved.map(_ -> kept.get()));
    }

    /// Moves the caret; `from` is where the selection began.
    public void select(int from, int to) {
        anchor = from;
        caret = to;
    }

    public int caret() {
        return caret;
    }

    /// What a run would take: the statements of the selection, else the one at the caret.
    public List<Statement> chosen() {
        int from = Math.clamp(Math.min(anchor, caret), 0, text.get().length());
        int to = Math.clamp(Math.max(anchor, caret), 0, text.get().length());
        String selection = text.get().substring(from, to);
        if (selection.isBlank()) {
            return Statements.at(text.get(), caret).stream().toList();
        }
        return Statements.of(selection).stream()
                .map(part -> new Statement(part.sql(), part.start() + from, part.end() + from)).toList();
    }

    public List<Statement> statements() {
        return Statements.of(text.get());
    }

    /// What was typed for a parameter; empty before.
    String parameter(String name) {
        return parameters.getOrDefault(name, "");
    }

    void parameter(String name, String typed) {
        parameters.put(name, typed);
    }

    /// The values of the parameters that have one.
    Map<String, Object> parameterValues() {
        Map<String, Object> values = new HashMap<>();
        parameters.forEach((name, typed) -> {
            if (!typed.isBlank()) {
                values.put(name, ParameterValue.of(typed));
            }
        });
        return values;
    }

    void savedAs(SavedQuery query) {
        saved = Optional.of(query.path());
        kept.set(query.text());
        title.set(query.title());
    }

    public Optional<ObjectPath> saved() {
        return saved;
    }

    public String title() {
        return title.get();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public StringProperty textProperty() {
        return text;
    }

    /// Name of the engine that it runs on; empty for the lake's usual one.
    public StringProperty engineProperty() {
        return engine;
    }

    /// Whether the text differs from what is saved.
    public BooleanExpression changedProperty() {
        return changed;
    }
}
