package io.wonderlake.ui.shell;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// What floats above the window, one thing at a time. A click beside it or Escape closes it and gives the keyboard back.
final class Overlays extends StackPane {
    private final Region ground = new Region();
    private Node before;

    Overlays() {
        ground.setOnMousePressed(_ -> close());
        addEventHandler(KeyEvent.KEY_PRESSED, this::escape);
        close();
    }

    /// Closes on Escape, wherever in the window the keyboard is.
    void escape(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && isVisible()) {
            close();
            event.consume();
        }
    }

    boolean shows(Node node) {
        return getChildren().contains(node);
    }

    void show(Node node, boolean scrim, Pos where, Insets margin) {
        if (!isVisible() && getScene() != null) {
            before = getScene().getFocusOwner();
        }
        ground.getStyleClass().setAll(scrim ? "scrim" : "ground");
        StackPane.setAlignment(node, where);
        StackPane.setMargin(node, margin);
        getChildren().setAll(ground, node);
        setVisible(true);
    }

    void close() {
        getChildren().clear();
        setVisible(false);
        if (before != null) {
            before.requestFocus();
            before = null;
        }
    }
}
