package io.wonderlake.ui.shell;

import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What the window shows while the practice lake is made: how far it is, and a way to stop.
public final class FirstStart {
    private final ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    private final Label phase = new Label();
    private final Label amount = new Label();
    private final Button cancel;
    private final FailureBanner failure = new FailureBanner();
    private final VBox page = new VBox();
    private final StackPane root = new StackPane(page);
    private final Timeline clock = new Timeline(new KeyFrame(javafx.util.Duration.millis(100), _ -> tick()));
    private Job job;

    /// Follows the job until it is told how that ended.
    public FirstStart(Job job) {
        this.job = job;
        cancel = Buttons.plain(Strings.text("kit.cancel"), () -> this.job.cancel());
        build();
        clock.setCycleCount(Animation.INDEFINITE);
        follow(job);
    }

    public Parent node() {
        return root;
    }

    /// Follows another job, after trying again.
    public void follow(Job next) {
        job = next;
        failure.clear();
        cancel.setVisible(true);
        tick();
        clock.play();
    }

    /// The lake could not be made: says why, and offers to try again.
    public void failed(Failure reason, Runnable again) {
        stop(Strings.text("shell.first.failed"));
        cancel.setVisible(false);
        failure.show(reason, Optional.of(new FailureBanner.Remedy(Strings.text("kit.failure.again"), again)));
    }

    /// The user has stopped it: offers to begin again.
    public void cancelled(Runnable again) {
        stop(Strings.text("shell.first.cancelled"));
        cancel.setDisable(false);
        cancel.setText(Strings.text("shell.first.again"));
        cancel.setOnAction(_ -> {
            cancel.setText(Strings.text("kit.cancel"));
            cancel.setOnAction(_ -> job.cancel());
            again.run();
        });
    }

    /// The lake is there; nothing is followed any more.
    public void done() {
        clock.stop();
    }

    private void stop(String words) {
        clock.stop();
        bar.setProgress(0);
        phase.setText(words);
        amount.setText("");
        cancel.setDisable(true);
    }

    private void tick() {
        Progress now = job.progress();
        bar.setProgress(now.fraction());
        phase.setText(job.isCancelled() ? Strings.text("shell.first.stopping") : now.phase().isEmpty() ? job.title() : now.phase());
        String count = ActivityViewModel.amount(now);
        String time = Formats.duration(Duration.between(job.started(), Instant.now()).plusMillis(100));
        amount.setText(count.isEmpty() ? time : Strings.text("shell.first.amount", count, time));
        cancel.setDisable(job.isCancelled());
    }

    private void build() {
        root.getStylesheets().add(Shell.class.getResource("shell.css").toExternalForm());
        root.getStyleClass().addAll(Styles.SURFACE, "first-start");
        Label title = new Label(Strings.text("shell.first.title"));
        title.getStyleClass().add(Styles.TITLE);
        Label words = new Label(Strings.text("shell.first.words"));
        words.getStyleClass().addAll(Styles.MUTED, "words");
        words.setMinHeight(Region.USE_PREF_SIZE);
        bar.setMaxWidth(Double.MAX_VALUE);
        phase.getStyleClass().add(Styles.DENSE);
        amount.getStyleClass().addAll(Styles.NUMBER, Styles.MUTED);
        amount.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(phase, gap, amount);
        line.getStyleClass().add("line");
        HBox buttons = new HBox(cancel);
        buttons.getStyleClass().add("buttons");
        page.getStyleClass().add("page");
        page.getChildren().addAll(Icons.mark(64), title, words, progress(line), failure, buttons);
        page.setMaxHeight(Region.USE_PREF_SIZE);
    }

    private VBox progress(HBox line) {
        VBox box = new VBox(bar, line);
        box.getStyleClass().add("progress");
        return box;
    }
}
