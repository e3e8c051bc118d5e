package io.wonderlake.ui.kit.grid;

import io.wonderlake.work.Strings;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;

/// The menu of a grid's cells.
final class GridMenu {
    private final DataGrid grid;

    GridMenu(DataGrid grid) {
        this.grid = grid;
    }

    void install() {
        ContextMenu menu = new ContextMenu(
                item(Strings.text("grid.copy"), KeyCombination.SHORTCUT_DOWN, KeyCode.C, () -> grid.copy(false)),
                item(Strings.text("grid.copy.names"), null, null, () -> grid.copy(true)),
                new SeparatorMenuItem(),
                item(Strings.text("grid.open"), null, KeyCode.ENTER, grid::openCell));
        grid.setOnContextMenuRequested(event -> {
            if (grid.selectedRange().isPresent()) {
                menu.show(grid, event.getScreenX(), event.getScreenY());
                event.consume();
            }
        });
        grid.addEventFilter(javafx.scene.input.MouseEvent.MOUSE_PRESSED, _ -> menu.hide());
    }

    private static MenuItem item(String text, KeyCombination.Modifier modifier, KeyCode key, Runnable act) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> act.run());
        if (key != null) {
            item.setAccelerator(modifier == null ? new KeyCodeCombination(key) : new KeyCodeCombination(key, modifier));
        }
        return item;
    }
}
