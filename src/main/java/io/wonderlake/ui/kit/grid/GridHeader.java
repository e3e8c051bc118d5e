package io.wonderlake.ui.kit.grid;

import io.wonderlake.catalog.Column;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Styles;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// One column's head in view: type sign, name, and the picture of its values.
final class GridHeader extends Region {
    static final double HEIGHT = 26;
    static final double TALL = 50;
    static final int ICON = 12;
    private static final double PADDING = 8;
    private static final double BARS = 18;
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");

    private final Label name = new Label();
    private final BarsPane bars = new BarsPane();
    private Column shown;

    GridHeader() {
        getStyleClass().setAll("grid-header");
        setAccessibleRole(AccessibleRole.TABLE_COLUMN);
        setManaged(false);
        name.setGraphicTextGap(4);
        getChildren().addAll(name, bars);
    }

    void show(Column column, Optional<HeaderBars> picture, boolean selected, boolean chosen) {
        if (!column.equals(shown)) {
            shown = column;
            boolean right = CellText.right(column);
            name.setText(CellText.visible(column.name()));
            name.setGraphic(Icons.type(column.type().family(), ICON, Styles.SUBTLE));
            name.setContentDisplay(right ? ContentDisplay.RIGHT : ContentDisplay.LEFT);
            name.setAlignment(right ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
            setAccessibleText(name.getText() + ", " + column.type());
        }
        bars.setVisible(picture.isPresent());
        picture.ifPresent(bars::show);
        pseudoClassStateChanged(CHOSEN, chosen);
        pseudoClassStateChanged(SELECTED, selected);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * PADDING;
        name.resizeRelocate(PADDING, 0, width - 1, HEIGHT - 1);
        bars.resizeRelocate(PADDING, getHeight() - BARS - 5, width, BARS);
    }
}
