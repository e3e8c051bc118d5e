package io.wonderlake.ui.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// The line under every grid: what is shown of what, and what it took. Parts drop from the right when it gets narrow, never the first one.
public final class TruthLine extends Pane {
    private static final double EDGE = 16;
    private static final double GAP = 8;

    private final List<Node> parts = new ArrayList<>();
    private Optional<Button> link = Optional.empty();

    public TruthLine() {
        getStyleClass().add("truth-line");
        setMinWidth(0);
    }

    /// The first part should name the rows. Empty parts are left out.
    public void show(List<String> texts) {
        show(texts, Optional.empty());
    }

    /// With one link at the right.
    public void show(List<String> texts, Optional<Button> jump) {
        parts.clear();
        for (String text : texts) {
            if (!text.isBlank()) {
                parts.add(part(text));
            }
        }
        link = jump;
        getChildren().setAll(parts);
        link.ifPresent(getChildren()::add);
        requestLayout();
    }

    private Label part(String text) {
        Label label = new Label(parts.isEmpty() ? text : "·  " + text);
        label.getStyleClass().add(parts.isEmpty() ? "first" : "later");
        label.setMinWidth(0);
        return label;
    }

    @Override
    protected void layoutChildren() {
        double right = getWidth() - EDGE;
        if (link.isPresent()) {
            Button button = link.get();
            double width = snapSizeX(button.prefWidth(-1));
            place(button, right - width, width);
            right -= width + 2 * GAP;
        }
        double x = EDGE;
        boolean room = true;
        for (Node part : parts) {
            double width = snapSizeX(part.prefWidth(-1));
            boolean first = part == parts.getFirst();
            room = first || room && x + width <= right;
            part.setVisible(room);
            place(part, x, first ? Math.min(width, Math.max(0, right - x)) : width);
            x += width + GAP;
        }
    }

    private void place(Node node, double x, double width) {
        double height = snapSizeY(node.prefHeight(width));
        node.resizeRelocate(snapPositionX(x), snapPositionY((getHeight() - height) / 2), width, height);
    }
}
