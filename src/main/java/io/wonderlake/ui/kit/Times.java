package io.wonderlake.ui.kit;

import io.wonderlake.work.Formats;
import java.time.Instant;
import javafx.scene.control.Label;

/// Labels for moments: how long ago, and exactly when on hover.
public final class Times {
    private Times() {
    }

    public static Label ago(Instant then, Instant now) {
        Label label = new Label(Formats.relative(then, now));
        label.setTooltip(Buttons.tip(Formats.absolute(then)));
        label.getStyleClass().addAll(Styles.NOTE, Styles.MUTED);
        return label;
    }
}
