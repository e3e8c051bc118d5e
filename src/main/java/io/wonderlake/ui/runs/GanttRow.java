package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/// One step of a run: state, name, its bar, its counts.
final class GanttRow extends Pane {
    private static final double BAR = 10;
    private final StepRun step;
    private final Instant start;
    private final Node icon;
    private final Label name;
    private final Region bar = new Region();
    private final Region retry = new Region();
    private final Label word;
    private final List<Label> counts = new ArrayList<>();
    private Scale scale = Scale.of(Duration.ofSeconds(1));
    private double chart;

    GanttRow(StepRun step, Instant start, boolean counted, Runnable choose) {
        this.step = step;
        this.start = start;
        icon = RunIcons.of(step.state(), 15);
        name = new Label(step.step());
        word = new Label(words(step));
        getStyleClass().add("row");
        getStyleClass().addAll(classes(step.state()));
        name.getStyleClass().add("name");
        name.setTooltip(Buttons.tip(step.step()));
        word.getStyleClass().add("word");
        bar.getStyleClass().add("bar");
        retry.getStyleClass().add("retry");
        retry.setVisible(step.attempts() > 1);
        boolean ran = step.started().isPresent() && step.state() != RunState.SKIPPED;
        bar.setVisible(ran);
        getChildren().addAll(icon, name, bar, retry, word);
        if (counted) {
            addCounts(ran);
        }
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleText(step.step() + " " + RunWords.state(step.state()) + " " + word.getText());
        setOnMousePressed(_ -> {
            requestFocus();
            choose.run();
        });
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                choose.run();
                event.consume();
            }
        });
    }

    private void addCounts(boolean ran) {
        for (long count : new long[] {step.rowsIn(), step.rowsOut(), step.rowsRejected()}) {
            Label label = new Label(ran ? count < 0 ? "–" : Formats.count(count) : "");
            label.getStyleClass().addAll("count");
            label.setAlignment(Pos.CENTER_RIGHT);
            counts.add(label);
        }
        counts.getLast().getStyleClass().add(step.rowsRejected() > 0 ? "some" : "none");
        getChildren().addAll(counts);
    }

    private static List<String> classes(RunState state) {
        return switch (state) {
            case FAILED -> List.of("failed");
            case RUNNING -> List.of("running");
            case WAITING, SKIPPED, CANCELLED, INTERRUPTED, UNKNOWN -> List.of("quiet");
            case DONE, WARNED -> List.of();
        };
    }

    private static String words(StepRun step) {
        String took = step.started().map(from -> Formats.duration(Duration.between(from, Gantt.end(step)))).orElse("");
        String first = switch (step.state()) {
            case SKIPPED, WAITING, CANCELLED, INTERRUPTED, UNKNOWN -> RunWords.state(step.state()).toLowerCase(Locale.ENGLISH);
            case RUNNING, DONE, WARNED, FAILED -> took;
        };
        long warned = step.warnings().stream().mapToLong(StepRun.RuleCount::count).sum();
        String retries = step.attempts() > 1 ? Strings.text("runs.retries", step.attempts() - 1) : "";
        String warnings = warned > 0 ? Strings.text("runs.warned", warned, Formats.count(warned)) : "";
        return String.join(" · ", List.of(first, retries, warnings).stream().filter(part -> !part.isEmpty()).toList());
    }

    StepRun step() {
        return step;
    }

    void chosen(boolean now) {
        getStyleClass().remove("chosen");
        if (now) {
            getStyleClass().add("chosen");
        }
    }

    void scale(Scale of, double chartWidth) {
        scale = of;
        chart = chartWidth;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double middle = Gantt.ROW / 2;
        icon.resizeRelocate(8, middle - 7.5, 15, 15);
        label(name, 30, Gantt.NAME - 38);
        double from = Gantt.NAME + chart * scale.at(step.started().map(at -> Duration.between(start, at)).orElse(Duration.ZERO));
        double to = Gantt.NAME + chart * scale.at(step.started().map(_ -> Duration.between(start, Gantt.end(step))).orElse(Duration.ZERO));
        double width = Math.max(3, to - from);
        bar.resizeRelocate(Math.rint(from), middle - BAR / 2, Math.rint(width), BAR);
        retry.resizeRelocate(Math.rint(from), middle - BAR / 2, Math.min(4, width), BAR);
        double right = getWidth() - 8;
        for (int i = 0; i < counts.size(); i++) {
            label(counts.get(i), right - (counts.size() - i) * Gantt.COUNT, Gantt.COUNT);
        }
        double x = (bar.isVisible() ? from + width : Gantt.NAME) + 8;
        label(word, x, Math.min(word.prefWidth(-1), right - counts.size() * Gantt.COUNT - x));
    }

    private static void label(Label label, double x, double width) {
        label.resizeRelocate(Math.rint(x), 4, Math.max(0, width), 20);
    }
}
