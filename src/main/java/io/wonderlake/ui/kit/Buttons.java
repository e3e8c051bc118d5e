package io.wonderlake.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.util.Duration;

/// The kinds of button there are. One main button per view; ghost in tool rows; link for small jumps.
public final class Buttons {
    private static final int ICON = 14;
    private static final int BARE_ICON = 16;

    private Buttons() {
    }

    public static Button primary(String text, Runnable act) {
        return make(text, act, Styles.PRIMARY);
    }

    public static Button plain(String text, Runnable act) {
        return make(text, act);
    }

    public static Button ghost(String text, Runnable act) {
        return make(text, act, Styles.GHOST);
    }

    public static Button danger(String text, Runnable act) {
        return make(text, act, Styles.DANGER);
    }

    public static Button link(String text, Runnable act) {
        return make(text, act, Styles.LINK);
    }

    /// Only an icon; `tip` says what it does, for the eye and for screen readers.
    public static Button icon(String icon, String tip, Runnable act) {
        Button button = make(tip, act, Styles.GHOST, Styles.ICON_BUTTON);
        button.setGraphic(Icons.of(icon, BARE_ICON));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.setTooltip(tip(tip));
        return button;
    }

    public static Button withIcon(Button button, String icon) {
        button.setGraphic(Icons.of(icon, ICON));
        return button;
    }

    public static Tooltip tip(String text) {
        Tooltip tip = new Tooltip(text);
        tip.setShowDelay(Duration.millis(500));
        return tip;
    }

    /// A tooltip that shows the key, too.
    public static Tooltip tip(String text, KeyCombination keys) {
        Tooltip tip = tip(text);
        tip.setGraphic(new KeyCap(keys));
        return tip;
    }

    private static Button make(String text, Runnable act, String... classes) {
        Button button = new Button(text);
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> act.run());
        button.getStyleClass().addAll(classes);
        return button;
    }
}
