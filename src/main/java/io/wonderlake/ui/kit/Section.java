package io.wonderlake.ui.kit;

import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A part of an inspector: a heading with a chip or link at its right, then what it says.
public final class Section extends VBox {
    private static final String FACT = "fact";
    private static final double SPACING = 8;

    public Section(String title, Node... content) {
        getStyleClass().add("section");
        setSpacing(SPACING);
        getChildren().addListener((InvalidationListener) _ -> closeUp());
        spacingProperty().subscribe(_ -> closeUp());
        Label name = new Label(title);
        name.getStyleClass().add("section-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(name, gap);
        heading.getStyleClass().add("heading");
        getChildren().add(heading);
        getChildren().addAll(content);
    }

    /// Facts that follow each other stand without a gap.
    private void closeUp() {
        Node before = null;
        for (Node node : getChildren()) {
            boolean follows = isFact(node) && before != null && isFact(before);
            VBox.setMargin(node, follows ? new Insets(-getSpacing(), 0, 0, 0) : null);
            before = node;
        }
    }

    private static boolean isFact(Node node) {
        return node.getStyleClass().contains(FACT);
    }

    /// Puts a chip, a note or a link at the right of the heading.
    public Section aside(Node node) {
        ((HBox) getChildren().getFirst()).getChildren().add(node);
        return this;
    }

    /// A line "name … value".
    public static Node fact(String name, String value, String... valueClasses) {
        Label left = new Label(name);
        left.setMinWidth(Region.USE_PREF_SIZE);
        left.getStyleClass().add("name");
        Label right = new Label(value);
        right.getStyleClass().add("value");
        right.getStyleClass().addAll(valueClasses);
        right.setMaxWidth(Double.MAX_VALUE);
        right.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox line = new HBox(left, right);
        line.getStyleClass().add(FACT);
        return line;
    }
}
