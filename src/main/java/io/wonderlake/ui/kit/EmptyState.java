package io.wonderlake.ui.kit;

import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Stands where nothing is yet: what is missing, how to get it, and at most two buttons, the main one first.
public final class EmptyState extends VBox {
    public EmptyState(String icon, String missing, String how, Button... buttons) {
        getStyleClass().add("empty-state");
        Label what = new Label(missing);
        what.getStyleClass().add(Styles.STRONG);
        Label advice = new Label(how);
        advice.getStyleClass().addAll(Styles.DENSE, Styles.MUTED, "how");
        advice.setMinHeight(Region.USE_PREF_SIZE);
        getChildren().addAll(Icons.of(icon, 24, Styles.SUBTLE), what, advice);
        if (buttons.length > 0) {
            HBox row = new HBox(buttons);
            row.getStyleClass().add("buttons");
            getChildren().add(row);
        }
    }
}
