package io.wonderlake.ui.kit.grid;

/// The cell cursor and the selected rectangle. Two corners are all it holds, so that selecting ten million rows costs nothing.
final class GridSelection {
    private long rows;
    private int columns;
    private long anchorRow = -1;
    private int anchorPlace;
    private long row = -1;
    private int place;
    private boolean wholeRows;

    /// Fits the selection to the size of the grid; a cursor beyond it is taken back to the edge.
    void resize(long rowCount, int columnCount) {
        rows = rowCount;
        columns = columnCount;
        if (rows == 0 || columns == 0) {
            clear();
        } else if (hasCursor()) {
            row = Math.min(row, rows - 1);
            anchorRow = Math.min(anchorRow, rows - 1);
            place = Math.min(place, columns - 1);
            anchorPlace = Math.min(anchorPlace, columns - 1);
        }
    }

    void clear() {
        row = -1;
        anchorRow = -1;
        place = 0;
        anchorPlace = 0;
        wholeRows = false;
    }

    boolean hasCursor() {
        return row >= 0;
    }

    long row() {
        return row;
    }

    int place() {
        return place;
    }

    /// Puts the cursor on a cell; extending keeps the other corner where it is.
    void moveTo(long toRow, int toPlace, boolean extend) {
        if (rows == 0 || columns == 0) {
            return;
        }
        row = Math.max(0, Math.min(rows - 1, toRow));
        place = Math.max(0, Math.min(columns - 1, toPlace));
        if (!extend || anchorRow < 0) {
            anchorRow = row;
            anchorPlace = place;
            wholeRows = false;
        }
    }

    void moveBy(long down, int right, boolean extend) {
        moveTo(hasCursor() ? row + down : 0, hasCursor() ? place + right : 0, extend);
    }

    /// Selects rows from side to side; extending adds the rows between.
    void selectRow(long toRow, boolean extend) {
        moveTo(toRow, hasCursor() ? place : 0, extend);
        wholeRows = hasCursor();
    }

    /// Selects a column from top to bottom; the cursor stays in its row.
    void selectColumn(int toPlace, boolean extend) {
        if (rows == 0) {
            return;
        }
        int from = extend && hasCursor() ? anchorPlace : toPlace;
        place = Math.max(0, Math.min(columns - 1, toPlace));
        row = rows - 1;
        anchorRow = 0;
        anchorPlace = from;
        wholeRows = false;
    }

    void selectAll() {
        if (rows == 0 || columns == 0) {
            return;
        }
        if (!hasCursor()) {
            moveTo(0, 0, false);
        }
        anchorRow = 0;
        anchorPlace = 0;
        row = rows - 1;
        place = columns - 1;
        wholeRows = true;
    }

    /// The selected rectangle; null without a cursor.
    GridRange range() {
        if (!hasCursor()) {
            return null;
        }
        return wholeRows
                ? GridRange.between(anchorRow, 0, row, columns - 1)
                : GridRange.between(anchorRow, anchorPlace, row, place);
    }
}
