package io.wonderlake.ui.kit.grid;

import java.util.Optional;

/// What is to be said about one cell.
///
/// @param message one sentence for the person who points at it
public record CellMark(State state, String message) {

    /// How a marked cell looks: each by a shape as well as by a colour.
    public enum State { BAD, WARNING, FIXED }

    /// Says which cells of a grid are marked. Called on the UI thread for cells in view.
    @FunctionalInterface
    public interface Marks {
        Marks NONE = (_, _) -> Optional.empty();

        /// @param row 0-based row of the source
        /// @param column 0-based column of the source
        Optional<CellMark> at(long row, int column);
    }
}
