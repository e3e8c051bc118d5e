package io.wonderlake.ui.kit;

import io.wonderlake.lake.Tier;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;

/// Says a tier by its shape: three bars filled from the bottom like a water level, or a dashed square for what stands aside.
public final class TierGlyph extends Pane {
    private static final double SIZE = 14;

    public TierGlyph(Tier tier) {
        getStyleClass().addAll("tier-glyph", styleClass(tier));
        setMinSize(SIZE, SIZE);
        setPrefSize(SIZE, SIZE);
        setMaxSize(SIZE, SIZE);
        setMouseTransparent(true);
        switch (tier) {
            case RAW -> bars(1);
            case CURATED -> bars(2);
            case ANALYTICS -> bars(3);
            case ARCHIVE, QUARANTINE, CONFIG -> square();
        }
    }

    /// The style class under which `-wl-tier` and `-wl-tier-bg` are the tier's colours.
    public static String styleClass(Tier tier) {
        return "tier-" + tier.folder();
    }

    private void bars(int filled) {
        for (int level = 0; level < 3; level++) {
            boolean full = level < filled;
            Rectangle bar = new Rectangle(1.5, 10.5 - level * 4, 11, 2);
            bar.setArcWidth(2);
            bar.setArcHeight(2);
            bar.getStyleClass().add("bar");
            if (full) {
                bar.getStyleClass().add("filled");
            }
            getChildren().add(bar);
        }
    }

    private void square() {
        Rectangle square = new Rectangle(1.5, 1.5, 11, 11);
        square.setArcWidth(3);
        square.setArcHeight(3);
        square.getStrokeDashArray().setAll(2.4, 2.0);
        square.getStyleClass().add("square");
        getChildren().add(square);
    }
}
