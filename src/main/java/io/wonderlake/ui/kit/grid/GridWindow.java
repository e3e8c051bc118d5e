package io.wonderlake.ui.kit.grid;

/// Which rows of a long list stand in view: the arithmetic of scrolling, without a control.
final class GridWindow {
    private long rows;
    private int full = 1;
    private long offset;
    private double wheelRest;

    /// Sets how many rows there are and how many fit in whole; keeps the top row where it can.
    void resize(long rowCount, int fullRows) {
        rows = Math.max(0, rowCount);
        full = Math.max(1, fullRows);
        offset = clamp(offset);
    }

    /// The row at the top.
    long offset() {
        return offset;
    }

    /// The furthest that the top row can go.
    long last() {
        return Math.max(0, rows - full);
    }

    int full() {
        return full;
    }

    /// Brings `row` to the top as far as possible. Returns whether anything moved.
    boolean moveTo(long row) {
        long before = offset;
        offset = clamp(row);
        return offset != before;
    }

    /// Moves by what a wheel or a touch pad says, in rows; fractions add up.
    boolean wheel(double rowsDown) {
        wheelRest += rowsDown;
        long whole = (long) wheelRest;
        wheelRest -= whole;
        return whole != 0 && moveTo(offset + whole);
    }

    /// Moves just as far as needed for `row` to stand in view in whole.
    boolean reveal(long row) {
        if (row < offset) {
            return moveTo(row);
        }
        return row >= offset + full && moveTo(row - full + 1);
    }

    private long clamp(long row) {
        return Math.max(0, Math.min(last(), row));
    }
}
