package io.wonderlake.ui.explore;

import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Formats;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// A frequent value, its count, and behind them a bar from zero.
final class TopValue extends Pane {
    private static final double HEIGHT = 20;
    private static final double PADDING = 6;

    private final Region share = new Region();
    private final Label name;
    private final Label count;
    private final double part;

    TopValue(String value, long rows, long most) {
        getStyleClass().add("top-value");
        share.getStyleClass().add("share");
        name = new Label(value.isEmpty() ? "\"\"" : value);
        name.getStyleClass().add(Styles.DENSE);
        count = new Label(Formats.count(rows));
        count.getStyleClass().add(Styles.NUMBER);
        part = most == 0 ? 0 : (double) rows / most;
        getChildren().addAll(share, name, count);
    }

    @Override
    protected void layoutChildren() {
        double right = Math.ceil(count.prefWidth(-1));
        double height = Math.ceil(name.prefHeight(-1));
        double room = getWidth() - right - 8;
        share.resizeRelocate(0, 1, Math.max(2, Math.rint(room * part)), HEIGHT - 2);
        name.resizeRelocate(PADDING, Math.rint((HEIGHT - height) / 2), room - 2 * PADDING, height);
        count.resizeRelocate(getWidth() - right, Math.rint((HEIGHT - height) / 2), right, height);
    }
}
