package io.wonderlake.ui.kit.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// The heads of the columns in view; dragging an edge resizes, dragging a head moves the column, a click chooses it.
final class HeaderStrip extends Pane {
    private static final double EDGE = 5;
    private static final double DRAG = 6;

    private final DataGrid grid;
    private final List<GridHeader> pool = new ArrayList<>();
    private final Region dropMark = new Region();
    private double scrollX;
    private double pressX;
    private double startWidth;
    private int resizing = -1;
    private int moving = -1;
    private boolean dragged;

    HeaderStrip(DataGrid grid) {
        this.grid = grid;
        getStyleClass().add("grid-header-strip");
        dropMark.getStyleClass().add("drop-mark");
        dropMark.setManaged(false);
        dropMark.setVisible(false);
        getChildren().add(dropMark);
        setOnMouseMoved(event -> setCursor(edgeAt(event.getX()) >= 0 ? Cursor.E_RESIZE : Cursor.DEFAULT));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
    }

    void render(GridModel model, double x, Map<Integer, HeaderBars> pictures, int chosen) {
        scrollX = x;
        GridRange range = model.selection().range();
        GridColumns columns = model.columns();
        int used = 0;
        for (int place = columns.placeAt(x); place >= 0 && place < columns.count() && columns.left(place) < x + getWidth(); place++) {
            GridHeader head = head(used++);
            int index = columns.indexAt(place);
            boolean selected = range != null && place >= range.left() && place <= range.right();
            head.show(model.columnAt(place), Optional.ofNullable(pictures.get(index)), selected, index == chosen);
            head.resizeRelocate(columns.left(place) - x, 0, columns.width(place), getHeight());
        }
        for (int i = 0; i < pool.size(); i++) {
            pool.get(i).setVisible(i < used);
        }
    }

    private GridHeader head(int number) {
        if (number == pool.size()) {
            GridHeader head = new GridHeader();
            pool.add(head);
            getChildren().add(pool.size() - 1, head);
        }
        return pool.get(number);
    }

    private GridColumns columns() {
        return grid.model().columns();
    }

    /// The place whose right edge is under the pointer, or -1.
    private int edgeAt(double x) {
        if (grid.model() == null || columns().count() == 0) {
            return -1;
        }
        double at = x + scrollX;
        int place = columns().placeAt(at);
        double right = columns().left(place) + columns().width(place);
        if (Math.abs(at - right) <= EDGE) {
            return place;
        }
        return place > 0 && at - columns().left(place) <= EDGE ? place - 1 : -1;
    }

    private void press(MouseEvent event) {
        grid.requestFocus();
        resizing = -1;
        moving = -1;
        dragged = false;
        if (grid.model() == null || event.getButton() != MouseButton.PRIMARY || columns().count() == 0) {
            return;
        }
        pressX = event.getX();
        resizing = edgeAt(pressX);
        if (resizing >= 0) {
            startWidth = columns().width(resizing);
            if (event.getClickCount() == 2) {
                grid.fitColumn(resizing);
                resizing = -1;
            }
        } else if (pressX + scrollX < columns().total()) {
            moving = columns().placeAt(pressX + scrollX);
        }
    }

    private void drag(MouseEvent event) {
        if (resizing >= 0) {
            columns().resize(resizing, startWidth + event.getX() - pressX);
            grid.columnsChanged();
        } else if (moving >= 0 && (dragged || Math.abs(event.getX() - pressX) > DRAG)) {
            dragged = true;
            int to = columns().placeAt(Math.max(0, event.getX() + scrollX));
            double edge = columns().left(to) - scrollX + (to > moving ? columns().width(to) : 0);
            dropMark.resizeRelocate(edge - 1, 0, 2, getHeight());
            dropMark.setVisible(to != moving);
        }
    }

    private void release(MouseEvent event) {
        dropMark.setVisible(false);
        if (moving >= 0 && dragged) {
            columns().move(moving, columns().placeAt(Math.max(0, event.getX() + scrollX)));
            grid.columnsChanged();
        } else if (moving >= 0) {
            grid.chooseColumn(moving, event.isShiftDown());
        }
        resizing = -1;
        moving = -1;
    }
}
