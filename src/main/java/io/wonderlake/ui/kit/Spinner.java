package io.wonderlake.ui.kit;

import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.RotateTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/// The sign of something that goes on: the loader icon, one turn per 900 ms, still where the system asks for less motion.
public final class Spinner extends StackPane {
    public Spinner(int size) {
        Node icon = Icons.of("fth-loader", size, Styles.ACCENT);
        getChildren().add(icon);
        setMinSize(size, size);
        setMaxSize(size, size);
        RotateTransition turn = new RotateTransition(Duration.millis(900), icon);
        turn.setByAngle(360);
        turn.setInterpolator(Interpolator.LINEAR);
        turn.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null || Platform.getPreferences().isReducedMotion()) {
                turn.stop();
            } else {
                turn.play();
            }
        });
    }
}
