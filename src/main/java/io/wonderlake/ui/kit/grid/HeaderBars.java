package io.wonderlake.ui.kit.grid;

import java.util.List;

/// The small picture of a column's values under its name.
///
/// @param shares each between 0 and 1
/// @param split one bar split into shares of the whole (the top values of a text column), instead of a histogram
public record HeaderBars(List<Double> shares, boolean split) {
    public HeaderBars {
        shares = List.copyOf(shares);
    }
}
