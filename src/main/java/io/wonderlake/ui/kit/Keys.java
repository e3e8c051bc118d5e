package io.wonderlake.ui.kit;

import static javafx.scene.input.KeyCombination.ALT_DOWN;
import static javafx.scene.input.KeyCombination.SHIFT_DOWN;
import static javafx.scene.input.KeyCombination.SHORTCUT_DOWN;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// The one table of keys. `Shortcut` is Ctrl, and Cmd on a Mac.
public enum Keys {
    PALETTE(KeyCode.K, SHORTCUT_DOWN),
    RECENT(KeyCode.E, SHORTCUT_DOWN),
    HOME(KeyCode.DIGIT0, SHORTCUT_DOWN),
    EXPLORE(KeyCode.DIGIT1, SHORTCUT_DOWN),
    QUERY(KeyCode.DIGIT2, SHORTCUT_DOWN),
    RUNS(KeyCode.DIGIT4, SHORTCUT_DOWN),
    SETTINGS(KeyCode.DIGIT7, SHORTCUT_DOWN),
    SIDEBAR(KeyCode.B, SHORTCUT_DOWN),
    INSPECTOR(KeyCode.B, SHORTCUT_DOWN, SHIFT_DOWN),
    CLOSE_TAB(KeyCode.W, SHORTCUT_DOWN),
    RUN(KeyCode.ENTER, SHORTCUT_DOWN),
    RUN_ALL(KeyCode.ENTER, SHORTCUT_DOWN, SHIFT_DOWN),
    CANCEL(KeyCode.PERIOD, SHORTCUT_DOWN),
    NEW_QUERY(KeyCode.T, SHORTCUT_DOWN),
    FIX(KeyCode.ENTER, ALT_DOWN),
    SAVE(KeyCode.S, SHORTCUT_DOWN),
    FIND(KeyCode.F, SHORTCUT_DOWN),
    REFRESH(KeyCode.F5),
    OPEN_DATA(KeyCode.F4);

    private final KeyCombination keys;

    Keys(KeyCode code, KeyCombination.Modifier... modifiers) {
        keys = new KeyCodeCombination(code, modifiers);
    }

    public KeyCombination keys() {
        return keys;
    }
}
