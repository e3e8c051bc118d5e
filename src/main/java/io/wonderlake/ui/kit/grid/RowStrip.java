package io.wonderlake.ui.kit.grid;

import io.wonderlake.work.Formats;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/// The row numbers at the left, which stay when the grid scrolls sideways. Counted from 1.
final class RowStrip extends Pane {
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final double DIGIT = 6.7;
    private static final double PADDING = 17;
    private static final double NARROWEST = 36;

    private final List<Label> pool = new ArrayList<>();

    RowStrip() {
        getStyleClass().add("grid-row-strip");
    }

    static double widthFor(long rows) {
        return Math.max(NARROWEST, Math.ceil(Formats.count(Math.max(0, rows)).length() * DIGIT + PADDING));
    }

    void render(GridModel model, double rowHeight) {
        GridRange range = model.selection().range();
        long top = model.window().offset();
        int slots = (int) Math.ceil(getHeight() / rowHeight);
        for (int slot = 0; slot < Math.max(slots, pool.size()); slot++) {
            long row = top + slot;
            Label label = label(slot);
            label.setVisible(slot < slots && row < model.rows());
            if (label.isVisible()) {
                label.setText(Formats.count(row + 1));
                label.resizeRelocate(0, slot * rowHeight, getWidth(), rowHeight);
                label.pseudoClassStateChanged(SELECTED, range != null && row >= range.top() && row <= range.bottom());
            }
        }
    }

    private Label label(int slot) {
        if (slot == pool.size()) {
            Label label = new Label();
            label.getStyleClass().add("row-number");
            label.setManaged(false);
            pool.add(label);
            getChildren().add(label);
        }
        return pool.get(slot);
    }
}
