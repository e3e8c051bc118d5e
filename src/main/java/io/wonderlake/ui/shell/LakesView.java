package io.wonderlake.ui.shell;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.LakeMark;
import io.wonderlake.ui.kit.Spinner;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;

/// The lakes to switch to, under the lake's name in the top bar; and how far the opening of one is.
final class LakesView extends VBox {
    private final LakesViewModel model;
    private final VBox rows = new VBox();
    private final VBox news = new VBox();
    private final Subscription held;

    /// @param manage goes to the page where profiles are kept
    LakesView(LakesViewModel model, Runnable manage) {
        this.model = model;
        getStyleClass().addAll(Styles.OVERLAY, "lakes");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        ScrollPane list = new ScrollPane(rows);
        list.setFitToWidth(true);
        list.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        news.getStyleClass().add("news");
        news.managedProperty().bind(news.visibleProperty());
        getChildren().addAll(list, news, new Separator(), command("fth-folder", Strings.text("shell.lakes.folder"), model::openFolder),
                command("fth-settings", Strings.text("shell.lakes.manage"), manage));
        held = model.choicesProperty().subscribe(this::list).and(model.stateProperty().subscribe(this::say));
    }

    /// Nothing is followed any more.
    void close() {
        held.unsubscribe();
    }

    private void list() {
        rows.getChildren().setAll(model.choicesProperty().get().stream().map(this::row).toList());
    }

    private Node row(LakeChoice choice) {
        Label name = new Label(choice.name());
        name.getStyleClass().addAll(Styles.DENSE, Styles.STRONG);
        Label place = new Label(LakeWords.place(choice));
        place.getStyleClass().addAll(Styles.NOTE, Styles.MUTED);
        VBox words = new VBox(name, place);
        words.setMinWidth(0);
        words.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox inside = new HBox(Icons.of(LakeWords.icon(choice), 16), words);
        if (choice instanceof LakeChoice.OfProfile(LakeProfile profile)) {
            if (profile.readOnly()) {
                inside.getChildren().add(Icons.of("fth-lock", 13, Styles.SUBTLE));
            }
            inside.getChildren().add(new LakeMark(profile.colour()));
        }
        if (model.shown(choice)) {
            inside.getChildren().add(Icons.of("fth-check", 14, Styles.ACCENT));
        }
        inside.getStyleClass().add("inside");
        inside.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button(null, inside);
        button.setAccessibleText(Strings.text("shell.lakes.open", choice.name()));
        button.getStyleClass().addAll(Styles.GHOST, "lake");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(_ -> model.open(choice));
        inside.prefWidthProperty().bind(button.widthProperty().subtract(16));
        return button;
    }

    private static Button command(String icon, String text, Runnable act) {
        Button button = Buttons.withIcon(Buttons.ghost(text, act), icon);
        button.getStyleClass().add("command");
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private void say(LakesViewModel.State state) {
        news.setVisible(!(state instanceof LakesViewModel.State.Idle));
        news.getChildren().clear();
        switch (state) {
            case LakesViewModel.State.Idle() -> { }
            case LakesViewModel.State.Opening(LakeChoice _, Job job) -> opening(job);
            case LakesViewModel.State.Refused(LakeChoice choice, Failure failure) -> {
                FailureBanner banner = new FailureBanner();
                banner.show(failure, () -> model.open(choice));
                news.getChildren().add(banner);
            }
        }
    }

    private void opening(Job job) {
        Label phase = new Label(job.title());
        phase.getStyleClass().add(Styles.DENSE);
        phase.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button cancel = Buttons.link(Strings.text("kit.cancel"), model::cancel);
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(8, new Spinner(14), phase, gap, cancel);
        line.setAlignment(Pos.CENTER_LEFT);
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        bar.setMaxWidth(Double.MAX_VALUE);
        news.getChildren().addAll(line, bar);
        job.onProgress(now -> Platform.runLater(() -> follow(now, job, phase, bar)));
    }

    private static void follow(Progress now, Job job, Label phase, ProgressBar bar) {
        phase.setText(now.phase().isEmpty() ? job.title() : now.phase());
        bar.setProgress(now.fraction());
    }
}
