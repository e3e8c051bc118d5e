package io.wonderlake.ui.kit;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;

/// The pages of one object, underlined, each with its count.
public final class SubTabs<T> extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<T> value = new SimpleObjectProperty<>(this, "value");

    public SubTabs() {
        getStyleClass().add("sub-tabs");
        Toggles.keepOne(group, chosen -> value.set(this.<T>valueOf(chosen)));
        value.subscribe(chosen -> Toggles.select(group, chosen));
    }

    public Tab add(T page, String text) {
        ToggleButton button = new ToggleButton(text);
        button.setUserData(page);
        button.setToggleGroup(group);
        getChildren().add(button);
        if (value.get() == null) {
            value.set(page);
        }
        button.setSelected(page.equals(value.get()));
        return new Tab(button);
    }

    /// The page in front; the first one added unless set.
    public ObjectProperty<T> valueProperty() {
        return value;
    }

    @SuppressWarnings("unchecked")
    private <V> V valueOf(Object userData) {
        return (V) userData;
    }

    /// One page's tab.
    public record Tab(ToggleButton button) {

        /// Shows how many things the page holds; an empty text hides the count.
        public void count(String count) {
            Label label = new Label(count);
            label.getStyleClass().add("count");
            button.setGraphic(count.isEmpty() ? null : label);
        }
    }
}
