package io.wonderlake.ui.kit.grid;

import io.wonderlake.catalog.Column;
import java.util.List;

/// What a grid shows at the moment, without any control: source, window, columns, cursor, and the chosen column.
final class GridModel {
    private final GridSource source;
    private final GridPages pages;
    private final GridWindow window = new GridWindow();
    private final GridSelection selection = new GridSelection();
    private final GridColumns columns;
    private final List<Column> heads;

    GridModel(GridSource source, GridPages pages, GridColumns columns) {
        this.source = source;
        this.pages = pages;
        this.columns = columns;
        this.heads = source.columns();
    }

    GridSource source() {
        return source;
    }

    GridPages pages() {
        return pages;
    }

    GridWindow window() {
        return window;
    }

    GridSelection selection() {
        return selection;
    }

    GridColumns columns() {
        return columns;
    }

    long rows() {
        return source.rows();
    }

    Column columnAt(int place) {
        return heads.get(columns.indexAt(place));
    }

    /// Fits window and cursor to the rows that are there now and to the rows that fit on the screen.
    void fit(int fullRows) {
        window.resize(rows(), fullRows);
        selection.resize(rows(), columns.count());
    }

    /// The source's columns of a range, in the order on the screen.
    int[] indices(GridRange range) {
        int[] indices = new int[range.columns()];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = columns.indexAt(range.left() + i);
        }
        return indices;
    }
}
