package io.wonderlake.ui.kit;

import io.wonderlake.work.Strings;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Circle;

/// The tab of one document: glyph, title, and at its end the unsaved dot, which becomes a cross on hover.
final class DocTab extends HBox {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Doc doc;

    DocTab(Doc doc, Runnable select, Runnable close) {
        this.doc = doc;
        getStyleClass().add("doc-tab");
        setAccessibleRole(AccessibleRole.TAB_ITEM);
        accessibleTextProperty().bind(doc.titleProperty());
        Label title = new Label();
        title.textProperty().bind(doc.titleProperty());
        StackPane glyph = new StackPane();
        doc.graphicProperty().subscribe(node -> show(glyph, node));
        getChildren().addAll(glyph, title, end(close));
        setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                select.run();
            }
        });
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.MIDDLE) {
                close.run();
            }
        });
    }

    Doc doc() {
        return doc;
    }

    void selected(boolean now) {
        pseudoClassStateChanged(SELECTED, now);
    }

    private Node end(Runnable close) {
        Circle dot = new Circle(3);
        dot.getStyleClass().add("unsaved");
        dot.visibleProperty().bind(doc.unsavedProperty().and(hoverProperty().not()));
        Button cross = Buttons.icon("fth-x", Strings.text("kit.tab.close"), close);
        cross.setGraphic(Icons.of("fth-x", 12));
        cross.getStyleClass().add("close");
        cross.setFocusTraversable(false);
        cross.visibleProperty().bind(hoverProperty());
        return new StackPane(dot, cross);
    }

    private static void show(StackPane glyph, Node node) {
        glyph.getChildren().clear();
        if (node != null) {
            glyph.getChildren().add(node);
        }
        glyph.setManaged(node != null);
    }
}
