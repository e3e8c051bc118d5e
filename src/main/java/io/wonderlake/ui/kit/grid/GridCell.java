package io.wonderlake.ui.kit.grid;

import io.wonderlake.catalog.Column;
import io.wonderlake.ui.kit.Buttons;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// One cell in view; used again for another row or column when the grid scrolls.
final class GridCell extends Region {
    private static final PseudoClass RIGHT = PseudoClass.getPseudoClass("right");
    private static final PseudoClass MONO = PseudoClass.getPseudoClass("mono");
    private static final PseudoClass NULL = PseudoClass.getPseudoClass("null");
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass FIXED = PseudoClass.getPseudoClass("fixed");
    private static final double NARROWEST_CHARACTER = 3.5;

    private final Label text = new Label();
    private final Region sign = new Region();
    private long row;
    private int place;
    private String whole = "";
    private CellMark.State state;
    private Tooltip tip;

    GridCell() {
        getStyleClass().setAll("grid-cell");
        setAccessibleRole(AccessibleRole.TABLE_CELL);
        setManaged(false);
        sign.getStyleClass().add("sign");
        sign.setVisible(false);
        getChildren().addAll(text, sign);
    }

    void place(long atRow, int atPlace, double x, double y, double width, double height) {
        row = atRow;
        place = atPlace;
        resizeRelocate(x, y, width, height);
    }

    long row() {
        return row;
    }

    int place() {
        return place;
    }

    String whole() {
        return whole;
    }

    void show(Column column, Object value, boolean waiting) {
        boolean isNull = value == null && !waiting;
        pseudoClassStateChanged(RIGHT, CellText.right(column));
        pseudoClassStateChanged(MONO, CellText.mono(column) && !isNull);
        pseudoClassStateChanged(NULL, isNull);
        pseudoClassStateChanged(WAITING, waiting);
        whole = waiting ? "…" : CellText.shown(value, column);
        int fits = (int) (getWidth() / NARROWEST_CHARACTER) + 1;
        text.setText(whole.length() <= fits ? whole : whole.substring(0, fits) + "…");
        tell(value instanceof ShortValue(_, String all) && !CellText.right(column) ? CellText.visible(all) : "");
    }

    /// The tooltip is made only where there is something to tell.
    private void tell(String words) {
        if (words.isEmpty() && tip != null) {
            Tooltip.uninstall(this, tip);
            tip = null;
        } else if (!words.isEmpty() && tip == null) {
            tip = Buttons.tip(words);
            Tooltip.install(this, tip);
        } else if (!words.isEmpty() && !tip.getText().equals(words)) {
            tip.setText(words);
        }
    }

    /// The width at which the text is not cut.
    double neededWidth() {
        return Math.ceil(text.prefWidth(-1)) + 1;
    }

    void mark(boolean selected, boolean chosen, Optional<CellMark> mark) {
        pseudoClassStateChanged(SELECTED, selected);
        pseudoClassStateChanged(CHOSEN, chosen);
        CellMark.State now = mark.map(CellMark::state).orElse(null);
        if (now != state) {
            state = now;
            pseudoClassStateChanged(BAD, state == CellMark.State.BAD);
            pseudoClassStateChanged(WARNING, state == CellMark.State.WARNING);
            pseudoClassStateChanged(FIXED, state == CellMark.State.FIXED);
            sign.setVisible(state != null);
            requestLayout();
        }
        setAccessibleHelp(mark.map(CellMark::message).orElse(null));
    }

    @Override
    protected void layoutChildren() {
        text.resizeRelocate(0, 0, getWidth() - 1, getHeight() - 1);
        if (state != null) {
            placeSign();
        }
    }

    private void placeSign() {
        switch (state) {
            case BAD -> sign.resizeRelocate(getWidth() - 9, 1, 7, 7);
            case WARNING -> sign.resizeRelocate(0, getHeight() - 4, getWidth() - 1, 3);
            case FIXED -> sign.resizeRelocate(8, Math.rint((getHeight() - 6) / 2), 8, 6);
        }
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case ROW_INDEX -> (int) Math.min(Integer.MAX_VALUE, row);
            case COLUMN_INDEX -> place;
            case TEXT -> whole;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }
}
