package io.wonderlake.ui.kit.grid;

import java.util.List;
import javafx.scene.layout.Region;

/// Draws a picture of a column: a histogram, or one bar split into shares. Coloured by `-wl-bar`.
public final class BarsPane extends Region {
    private static final double SPLIT_HEIGHT = 8;
    private HeaderBars bars = new HeaderBars(List.of(), false);

    public BarsPane() {
        getStyleClass().add("header-bars");
        setMouseTransparent(true);
    }

    public void show(HeaderBars now) {
        if (now.equals(bars)) {
            return;
        }
        bars = now;
        getChildren().clear();
        for (int i = 0; i < bars.shares().size(); i++) {
            Region bar = new Region();
            bar.getStyleClass().add("bar");
            bar.setOpacity(bars.split() ? Math.max(0.25, 1 - i * 0.14) : 1);
            getChildren().add(bar);
        }
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        if (bars.split()) {
            layoutShares();
        } else {
            layoutHistogram();
        }
    }

    private void layoutShares() {
        double x = 0;
        for (int i = 0; i < bars.shares().size(); i++) {
            double width = Math.max(1, bars.shares().get(i) * getWidth());
            getChildren().get(i).resizeRelocate(x, getHeight() - SPLIT_HEIGHT, Math.max(1, Math.min(width, getWidth() - x) - 1), SPLIT_HEIGHT);
            x += width;
        }
    }

    private void layoutHistogram() {
        int count = bars.shares().size();
        double slot = getWidth() / Math.max(1, count);
        for (int i = 0; i < count; i++) {
            double height = Math.max(bars.shares().get(i) > 0 ? 1 : 0, Math.rint(bars.shares().get(i) * getHeight()));
            double left = Math.rint(i * slot);
            getChildren().get(i).resizeRelocate(left, getHeight() - height, Math.max(1, Math.rint((i + 1) * slot) - left - 1), height);
        }
    }
}
