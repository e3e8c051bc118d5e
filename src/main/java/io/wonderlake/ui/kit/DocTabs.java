package io.wonderlake.ui.kit;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Open documents side by side as tabs. Ctrl+W closes the one in front, Ctrl+Tab and Ctrl+Shift+Tab walk through them.
public final class DocTabs extends VBox {
    private static final KeyCombination CLOSE = Keys.CLOSE_TAB.keys();

    private final ObservableList<Doc> docs = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Doc> selected = new ReadOnlyObjectWrapper<>(this, "selected");
    private final TabStrip strip = new TabStrip();
    private final HBox tools = new HBox();
    private final StackPane body = new StackPane();
    private Node empty = new StackPane();

    public DocTabs() {
        HBox head = new HBox(strip, tools);
        head.getStyleClass().add("doc-tabs");
        tools.getStyleClass().add("strip");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(head, body);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        selected.subscribe(this::bring);
    }

    /// What stands in the body while no document is open.
    public void whenEmpty(Node node) {
        empty = node;
        bring(selected.get());
    }

    /// Puts a button behind the last tab.
    public void addTool(Node node) {
        tools.getChildren().add(node);
    }

    /// Adds the document as the last tab and brings it to the front; where one with an equal key is open, brings that to the front.
    public Doc open(Doc doc) {
        Doc shown = find(doc.key()).orElse(doc);
        if (shown == doc) {
            docs.add(doc);
            strip.add(new DocTab(doc, () -> select(doc), () -> close(doc)));
        }
        select(shown);
        return shown;
    }

    public Optional<Doc> find(Object key) {
        return docs.stream().filter(doc -> doc.key().equals(key)).findFirst();
    }

    public List<Doc> docs() {
        return List.copyOf(docs);
    }

    public void select(Doc doc) {
        selected.set(doc);
    }

    /// The document in front; null while none is open.
    public ReadOnlyObjectProperty<Doc> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    /// Closes the tab unless its document refuses.
    public void close(Doc doc) {
        int index = docs.indexOf(doc);
        if (index < 0 || !doc.mayClose()) {
            return;
        }
        docs.remove(doc);
        strip.remove(doc);
        if (selected.get() == doc) {
            selected.set(docs.isEmpty() ? null : docs.get(Math.min(index, docs.size() - 1)));
        }
        doc.closed();
    }

    private void bring(Doc doc) {
        strip.select(doc);
        body.getChildren().setAll(doc == null ? empty : doc.content());
    }

    private void key(KeyEvent event) {
        Doc now = selected.get();
        if (now == null) {
            return;
        }
        if (CLOSE.match(event)) {
            close(now);
            event.consume();
        } else if (event.getCode() == KeyCode.TAB && event.isControlDown()) {
            int step = event.isShiftDown() ? docs.size() - 1 : 1;
            select(docs.get((docs.indexOf(now) + step) % docs.size()));
            event.consume();
        }
    }
}
