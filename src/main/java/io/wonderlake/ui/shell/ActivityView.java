package io.wonderlake.ui.shell;

import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Spinner;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Strings;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The list of jobs: title, how far, how long, and a cross to stop each.
final class ActivityView extends VBox {
    private final ActivityViewModel model;

    ActivityView(ActivityViewModel model) {
        this.model = model;
        getStyleClass().addAll(Styles.OVERLAY, "activity");
        setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        model.linesProperty().subscribe(_ -> show());
    }

    private void show() {
        if (model.linesProperty().get().isEmpty()) {
            Label none = new Label(Strings.text("shell.activity.empty"), Icons.of("fth-check", 14));
            none.getStyleClass().addAll(Styles.DENSE, Styles.MUTED);
            getChildren().setAll(none);
        } else {
            getChildren().setAll(model.linesProperty().get().stream().map(ActivityView::line).toList());
        }
    }

    private static Node line(ActivityViewModel.Line line) {
        Label title = new Label(line.title());
        title.getStyleClass().add(Styles.DENSE);
        Label amount = new Label(Stream.of(line.amount(), line.time()).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · ")));
        amount.getStyleClass().addAll(Styles.NUMBER, Styles.NOTE, Styles.MUTED);
        amount.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button stop = Buttons.icon("fth-x", Strings.text("shell.activity.stop", line.title()), line.job()::cancel);
        stop.setDisable(line.job().isCancelled());
        HBox head = new HBox(new Spinner(14), title, gap, amount, stop);
        head.getStyleClass().add("line-head");
        VBox box = new VBox(head);
        box.getStyleClass().add("job");
        if (line.fraction() >= 0) {
            ProgressBar bar = new ProgressBar(line.fraction());
            bar.setMaxWidth(Double.MAX_VALUE);
            StackPane indented = new StackPane(bar);
            indented.getStyleClass().add("bar-line");
            box.getChildren().add(indented);
        }
        if (!line.phase().isEmpty()) {
            Label phase = new Label(line.phase());
            phase.getStyleClass().addAll(Styles.NOTE, Styles.SUBTLE);
            box.getChildren().add(phase);
        }
        return box;
    }
}
