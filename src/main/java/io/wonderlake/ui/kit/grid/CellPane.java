package io.wonderlake.ui.kit.grid;

import io.wonderlake.catalog.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The cells in view. However large the source is, there are never more cells than fit on the screen.
final class CellPane extends Pane {
    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private final List<GridCell> pool = new ArrayList<>();
    private final Region ring = new Region();
    private int used;

    CellPane() {
        getStyleClass().add("grid-cells");
        ring.getStyleClass().add("cell-cursor");
        ring.setManaged(false);
        ring.setMouseTransparent(true);
        ring.setVisible(false);
        getChildren().add(ring);
    }

    void render(GridModel model, double scrollX, double rowHeight, CellMark.Marks marks, int chosen) {
        used = 0;
        GridColumns columns = model.columns();
        int slots = (int) Math.min(Math.ceil(getHeight() / rowHeight), model.rows() - model.window().offset());
        for (int slot = 0; slot < slots; slot++) {
            renderRow(model, slot, scrollX, rowHeight, marks, chosen);
        }
        for (int i = 0; i < pool.size(); i++) {
            pool.get(i).setVisible(i < used);
        }
        placeRing(model, columns, scrollX, rowHeight, marks);
    }

    private void renderRow(GridModel model, int slot, double scrollX, double rowHeight, CellMark.Marks marks, int chosen) {
        long row = model.window().offset() + slot;
        Object[] values = model.pages().row(row);
        GridColumns columns = model.columns();
        GridRange range = model.selection().range();
        boolean many = range != null && (range.rows() > 1 || range.columns() > 1);
        for (int place = columns.placeAt(scrollX); place >= 0 && place < columns.count() && columns.left(place) < scrollX + getWidth(); place++) {
            int index = columns.indexAt(place);
            Column column = model.columnAt(place);
            GridCell cell = cell(used++);
            cell.place(row, place, columns.left(place) - scrollX, slot * rowHeight, columns.width(place), rowHeight);
            cell.show(column, values == null ? null : values[index], values == null);
            cell.mark(many && range.contains(row, place), index == chosen, marks.at(row, index));
        }
    }

    private void placeRing(GridModel model, GridColumns columns, double scrollX, double rowHeight, CellMark.Marks marks) {
        GridSelection selection = model.selection();
        ring.setVisible(selection.hasCursor());
        if (!selection.hasCursor()) {
            return;
        }
        double slot = selection.row() - model.window().offset();
        ring.setVisible(slot >= 0 && slot * rowHeight < getHeight());
        ring.resizeRelocate(columns.left(selection.place()) - scrollX - 1, slot * rowHeight - 1, columns.width(selection.place()) + 1, rowHeight + 1);
        boolean bad = marks.at(selection.row(), columns.indexAt(selection.place())).filter(mark -> mark.state() == CellMark.State.BAD).isPresent();
        ring.pseudoClassStateChanged(BAD, bad);
        ring.toFront();
    }

    /// The cell in view at a row and place.
    Optional<GridCell> find(long row, int place) {
        return pool.subList(0, used).stream().filter(cell -> cell.row() == row && cell.place() == place).findFirst();
    }

    private GridCell cell(int number) {
        if (number == pool.size()) {
            GridCell cell = new GridCell();
            pool.add(cell);
            getChildren().add(cell);
        }
        return pool.get(number);
    }
}
