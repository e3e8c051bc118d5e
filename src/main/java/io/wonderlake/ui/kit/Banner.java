package io.wonderlake.ui.kit;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One sentence across a region, with at most one action at its end.
public final class Banner extends HBox {

    /// What the sentence is about.
    public enum Kind {
        INFO("info", "fth-info"), ADVICE("advice", "fth-zap"), DANGER("danger", "fth-x-circle"), SUCCESS("success", "fth-check-circle");

        private final String styleClass;
        private final String icon;

        Kind(String styleClass, String icon) {
            this.styleClass = styleClass;
            this.icon = icon;
        }
    }

    public Banner(Kind kind, String sentence) {
        getStyleClass().addAll("banner", kind.styleClass);
        Label text = new Label(sentence);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().addAll(Icons.of(kind.icon, 16), text);
    }

    public Banner(Kind kind, String sentence, String action, Runnable act) {
        this(kind, sentence);
        getChildren().add(Buttons.link(action, act));
    }
}
