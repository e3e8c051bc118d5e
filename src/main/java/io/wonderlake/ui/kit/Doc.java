package io.wonderlake.ui.kit;

import java.util.function.BooleanSupplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;

/// One document in [DocTabs]: what its tab says and what it shows.
public final class Doc {
    private final Object key;
    private final Node content;
    private final StringProperty title = new SimpleStringProperty(this, "title", "");
    private final ObjectProperty<Node> graphic = new SimpleObjectProperty<>(this, "graphic");
    private final BooleanProperty unsaved = new SimpleBooleanProperty(this, "unsaved");
    private BooleanSupplier closing = () -> true;
    private Runnable closed = () -> { };

    /// @param key equal for two requests to open the same thing
    public Doc(Object key, String title, Node graphic, Node content) {
        this.key = key;
        this.content = content;
        this.title.set(title);
        this.graphic.set(graphic);
    }

    public Object key() {
        return key;
    }

    public Node content() {
        return content;
    }

    public StringProperty titleProperty() {
        return title;
    }

    public ObjectProperty<Node> graphicProperty() {
        return graphic;
    }

    /// Shows a dot while it is true.
    public BooleanProperty unsavedProperty() {
        return unsaved;
    }

    /// Asked before the tab closes; false keeps it open.
    public Doc whenClosing(BooleanSupplier mayClose) {
        closing = mayClose;
        return this;
    }

    /// Called after the tab has closed, to stop its work.
    public Doc whenClosed(Runnable action) {
        closed = action;
        return this;
    }

    boolean mayClose() {
        return closing.getAsBoolean();
    }

    void closed() {
        closed.run();
    }
}
