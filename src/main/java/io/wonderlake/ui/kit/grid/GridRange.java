package io.wonderlake.ui.kit.grid;

/// A rectangle of cells: rows of the source, and places of columns in the order on the screen; both ends included.
public record GridRange(long top, int left, long bottom, int right) {

    static GridRange between(long row, int place, long otherRow, int otherPlace) {
        return new GridRange(Math.min(row, otherRow), Math.min(place, otherPlace), Math.max(row, otherRow), Math.max(place, otherPlace));
    }

    boolean contains(long row, int place) {
        return row >= top && row <= bottom && place >= left && place <= right;
    }

    public long rows() {
        return bottom - top + 1;
    }

    public int columns() {
        return right - left + 1;
    }
}
