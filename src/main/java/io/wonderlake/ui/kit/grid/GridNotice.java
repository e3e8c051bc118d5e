package io.wonderlake.ui.kit.grid;

import javafx.animation.PauseTransition;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.util.Duration;

/// One sentence at the foot of a grid, with at most one button; goes away by itself when there is nothing to press.
final class GridNotice extends HBox {
    private final Label text = new Label();
    private final Button button = new Button();
    private final PauseTransition pause = new PauseTransition(Duration.seconds(6));

    GridNotice() {
        getStyleClass().add("grid-notice");
        button.getStyleClass().add("link");
        text.setMinWidth(0);
        getChildren().addAll(text, button);
        setManaged(false);
        setVisible(false);
        pause.setOnFinished(_ -> hide());
    }

    void say(String sentence) {
        text.setText(sentence);
        button.setVisible(false);
        button.setManaged(false);
        appear();
        pause.playFromStart();
    }

    void say(String sentence, String act, Runnable run) {
        pause.stop();
        text.setText(sentence);
        button.setText(act);
        button.setVisible(true);
        button.setManaged(true);
        button.setOnAction(_ -> {
            hide();
            run.run();
        });
        appear();
    }

    void hide() {
        setVisible(false);
    }

    void place(double gridWidth, double gridHeight) {
        double width = Math.min(gridWidth - 32, prefWidth(-1));
        double height = prefHeight(-1);
        resizeRelocate(Math.rint((gridWidth - width) / 2), gridHeight - height - 24, width, height);
    }

    private void appear() {
        setVisible(true);
        applyCss();
        getParent().requestLayout();
    }
}
