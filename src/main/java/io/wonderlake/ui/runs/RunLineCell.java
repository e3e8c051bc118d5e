package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.Run;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.ui.runs.RunListController.Line;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.time.Instant;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A run in the list: its state, its pipeline and what it came to, how long it took and when.
final class RunLineCell extends ListCell<Line> {
    private static final int ROW = 44;
    private static final int DAY = 32;

    RunLineCell() {
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        getStyleClass().remove("day");
        setTooltip(null);
        if (empty || line == null) {
            setGraphic(null);
            return;
        }
        switch (line) {
            case Line.Day(String name) -> showDay(name);
            case Line.OfRun(Run run) -> showRun(run);
            case Line.Older() -> showOlder();
        }
    }

    private void showDay(String name) {
        getStyleClass().add("day");
        setPrefHeight(getIndex() == 0 ? 28 : DAY);
        Label label = new Label(name);
        label.getStyleClass().add("day-name");
        HBox row = new HBox(label);
        row.setAlignment(getIndex() == 0 ? Pos.CENTER_LEFT : Pos.BOTTOM_LEFT);
        row.setMinHeight(24);
        setGraphic(row);
    }

    private void showOlder() {
        setPrefHeight(DAY);
        Label label = new Label(Strings.text("runs.older"));
        label.getStyleClass().addAll(Styles.DENSE, Styles.ACCENT_TEXT);
        setGraphic(label);
    }

    private void showRun(Run run) {
        setPrefHeight(ROW);
        Label name = new Label(run.pipeline());
        name.getStyleClass().addAll(Styles.DENSE, Styles.STRONG);
        VBox left = new VBox(name, note(RunWords.second(run)));
        left.setAlignment(Pos.CENTER_LEFT);
        left.setMinWidth(0);
        HBox.setHgrow(left, Priority.ALWAYS);
        Label took = new Label(Formats.duration(run.elapsed(Instant.now())));
        took.getStyleClass().addAll(Styles.NUMBER, Styles.NOTE);
        Label time = note(Formats.clock(run.started()));
        time.getStyleClass().add(Styles.NUMBER);
        VBox right = new VBox(took, time);
        right.setAlignment(Pos.CENTER_RIGHT);
        right.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(RunIcons.of(run.state(), 15), left, right);
        row.getStyleClass().add("row");
        setGraphic(row);
        setTooltip(Buttons.tip(Strings.text("runs.tip", RunWords.state(run), Formats.absolute(run.started()))));
        setAccessibleText(run.pipeline() + " " + run.id() + " " + RunWords.state(run.state()));
    }

    private static Label note(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(Styles.NOTE, Styles.MUTED);
        return label;
    }
}
