package io.wonderlake.ui.kit;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A few ways to see the same thing, side by side; exactly one is chosen.
public final class Segments<T> extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<T> value = new SimpleObjectProperty<>(this, "value");

    public Segments() {
        getStyleClass().add("segments");
        setMaxWidth(Region.USE_PREF_SIZE);
        Toggles.keepOne(group, chosen -> value.set(this.<T>valueOf(chosen)));
        value.subscribe(chosen -> Toggles.select(group, chosen));
    }

    /// `graphic` may be null.
    public ToggleButton add(T choice, String text, Node graphic) {
        ToggleButton button = new ToggleButton(text, graphic);
        button.setUserData(choice);
        button.setToggleGroup(group);
        getChildren().add(button);
        if (value.get() == null) {
            value.set(choice);
        }
        button.setSelected(choice.equals(value.get()));
        return button;
    }

    /// The chosen way; the first one added unless set.
    public ObjectProperty<T> valueProperty() {
        return value;
    }

    @SuppressWarnings("unchecked")
    private <V> V valueOf(Object userData) {
        return (V) userData;
    }
}
