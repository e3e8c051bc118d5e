package io.wonderlake.ui.kit;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/// A key or a chord as it stands on the keyboard.
public final class KeyCap extends Label {
    private static final boolean MAC = System.getProperty("os.name", "").startsWith("Mac");
    private static final Map<KeyCode, String> SIGNS = Map.of(
            KeyCode.ENTER, "↵", KeyCode.UP, "↑", KeyCode.DOWN, "↓", KeyCode.LEFT, "←", KeyCode.RIGHT, "→",
            KeyCode.ESCAPE, "Esc", KeyCode.BACK_SLASH, "\\", KeyCode.PERIOD, ".", KeyCode.COMMA, ",", KeyCode.SLASH, "/");

    public KeyCap(String text) {
        super(text);
        setMinWidth(USE_PREF_SIZE);
        getStyleClass().add("key-cap");
    }

    public KeyCap(KeyCombination keys) {
        this(text(keys));
    }

    /// `Ctrl Shift F`; with the signs of a Mac on a Mac.
    public static String text(KeyCombination keys) {
        return Stream.of(
                        word(keys.getShortcut(), MAC ? "⌘" : "Ctrl"), word(keys.getControl(), MAC ? "⌃" : "Ctrl"),
                        word(keys.getAlt(), MAC ? "⌥" : "Alt"), word(keys.getShift(), MAC ? "⇧" : "Shift"), key(keys))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String word(KeyCombination.ModifierValue wanted, String name) {
        return wanted == KeyCombination.ModifierValue.DOWN ? name : "";
    }

    private static String key(KeyCombination keys) {
        return keys instanceof KeyCodeCombination code ? SIGNS.getOrDefault(code.getCode(), code.getCode().getName()) : keys.getName();
    }
}
