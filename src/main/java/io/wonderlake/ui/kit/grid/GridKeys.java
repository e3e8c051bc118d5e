package io.wonderlake.ui.kit.grid;

import javafx.scene.input.KeyEvent;

/// What the keys do in a grid.
final class GridKeys {
    private final DataGrid grid;

    GridKeys(DataGrid grid) {
        this.grid = grid;
    }

    void handle(KeyEvent event) {
        GridModel model = grid.model();
        if (model == null || event.isAltDown()) {
            return;
        }
        boolean done = event.isShortcutDown() ? shortcut(model, event) : plain(model, event);
        if (done) {
            event.consume();
        }
    }

    private boolean plain(GridModel model, KeyEvent event) {
        boolean extend = event.isShiftDown();
        GridSelection cursor = model.selection();
        int page = model.window().full();
        switch (event.getCode()) {
            case UP, KP_UP -> cursor.moveBy(-1, 0, extend);
            case DOWN, KP_DOWN -> cursor.moveBy(1, 0, extend);
            case LEFT, KP_LEFT -> cursor.moveBy(0, -1, extend);
            case RIGHT, KP_RIGHT -> cursor.moveBy(0, 1, extend);
            case PAGE_UP -> cursor.moveBy(-page, 0, extend);
            case PAGE_DOWN -> cursor.moveBy(page, 0, extend);
            case HOME -> cursor.moveTo(Math.max(0, cursor.row()), 0, extend);
            case END -> cursor.moveTo(Math.max(0, cursor.row()), Integer.MAX_VALUE, extend);
            case ENTER -> {
                return grid.openCell();
            }
            case SPACE -> {
                if (!extend) {
                    return false;
                }
                cursor.selectRow(Math.max(0, cursor.row()), false);
            }
            case ESCAPE -> {
                GridRange range = cursor.range();
                if (range == null || range.rows() == 1 && range.columns() == 1) {
                    return false;
                }
                cursor.moveTo(cursor.row(), cursor.place(), false);
            }
            default -> {
                return false;
            }
        }
        grid.cursorMoved();
        return true;
    }

    private boolean shortcut(GridModel model, KeyEvent event) {
        boolean extend = event.isShiftDown();
        GridSelection cursor = model.selection();
        long row = Math.max(0, cursor.row());
        switch (event.getCode()) {
            case HOME -> cursor.moveTo(0, 0, extend);
            case END -> cursor.moveTo(Long.MAX_VALUE, Integer.MAX_VALUE, extend);
            case UP, KP_UP -> cursor.moveTo(0, cursor.place(), extend);
            case DOWN, KP_DOWN -> cursor.moveTo(Long.MAX_VALUE, cursor.place(), extend);
            case LEFT, KP_LEFT -> cursor.moveTo(row, 0, extend);
            case RIGHT, KP_RIGHT -> cursor.moveTo(row, Integer.MAX_VALUE, extend);
            case SPACE -> {
                grid.chooseColumn(cursor.place(), extend);
                return true;
            }
            case A -> {
                cursor.selectAll();
                grid.selectionChanged();
                return true;
            }
            case C, INSERT -> {
                if (extend) {
                    return false;
                }
                grid.copy(false);
                return true;
            }
            default -> {
                return false;
            }
        }
        grid.cursorMoved();
        return true;
    }
}
