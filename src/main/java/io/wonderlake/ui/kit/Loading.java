package io.wonderlake.ui.kit;

import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import java.time.Duration;
import java.time.Instant;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Bars in the places of the text that will come, and below them the phase, the seconds and a cancel link.
public final class Loading extends VBox {
    private static final double[][] ROWS = {{24, 72, 112}, {24, 56, 96}, {24, 80, 104}, {24, 64, 88}};

    private final Label phase = new Label();
    private final Label seconds = new Label();
    private final Timeline clock = new Timeline(new KeyFrame(javafx.util.Duration.millis(200), _ -> tick()));
    private final Job job;

    /// Follows the job until the node leaves its scene.
    public Loading(Job job) {
        this.job = job;
        getStyleClass().add("loading");
        for (double[] widths : ROWS) {
            getChildren().add(bars(widths));
        }
        seconds.getStyleClass().addAll(Styles.NUMBER, Styles.NOTE, Styles.SUBTLE);
        phase.getStyleClass().add(Styles.DENSE);
        HBox line = new HBox(new Spinner(14), phase, gap(), seconds, Buttons.link(Strings.text("kit.cancel"), job::cancel));
        line.getStyleClass().add("phase");
        getChildren().add(line);
        clock.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                clock.stop();
            } else {
                tick();
                clock.play();
            }
        });
    }

    private void tick() {
        String now = job.progress().phase();
        phase.setText(now.isEmpty() ? job.title() : now);
        seconds.setText(Formats.duration(Duration.between(job.started(), Instant.now())));
    }

    private static HBox bars(double[] widths) {
        HBox row = new HBox();
        row.getStyleClass().add("row");
        for (double width : widths) {
            row.getChildren().add(place(width));
        }
        row.getChildren().addAll(gap(), place(56));
        return row;
    }

    private static Region place(double width) {
        Region region = new Region();
        region.getStyleClass().add("place");
        region.setPrefWidth(width);
        region.setMinWidth(Region.USE_PREF_SIZE);
        return region;
    }

    private static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }
}
