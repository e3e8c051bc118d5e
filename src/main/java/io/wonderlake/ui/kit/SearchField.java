package io.wonderlake.ui.kit;

import io.wonderlake.work.Strings;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A field that narrows the list below it. Escape and its cross empty it.
public final class SearchField extends HBox {
    private final TextField field = new TextField();

    public SearchField(String prompt) {
        this(prompt, "fth-filter");
    }

    public SearchField(String prompt, String icon) {
        getStyleClass().add("search-field");
        Node sign = Icons.of(icon, 14);
        Button clear = Buttons.icon("fth-x", Strings.text("kit.search.clear"), field::clear);
        clear.setGraphic(Icons.of("fth-x", 12));
        clear.setFocusTraversable(false);
        clear.visibleProperty().bind(field.textProperty().isNotEmpty());
        field.setPromptText(prompt);
        field.setAccessibleText(prompt);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
                field.clear();
                event.consume();
            }
        });
        setOnMouseClicked(_ -> field.requestFocus());
        getChildren().addAll(sign, field, clear);
    }

    public StringProperty textProperty() {
        return field.textProperty();
    }

    public TextField field() {
        return field;
    }
}
