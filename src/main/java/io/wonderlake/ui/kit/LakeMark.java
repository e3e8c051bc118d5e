package io.wonderlake.ui.kit;

import javafx.scene.shape.Circle;

/// A small dot in the colour that a profile gives its lake, so that one lake is not taken for another.
public final class LakeMark extends Circle {
    private static final double RADIUS = 4;

    /// @param colour one of [io.wonderlake.lake.LakeProfile#COLOURS]; nothing is shown for an empty one
    public LakeMark(String colour) {
        super(RADIUS);
        getStyleClass().add("lake-mark");
        if (!colour.isEmpty()) {
            getStyleClass().add("lake-" + colour);
        }
        setVisible(!colour.isEmpty());
        setManaged(!colour.isEmpty());
    }
}
