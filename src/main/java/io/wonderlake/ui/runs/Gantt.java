package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

/// The steps of a run over time, one row each, with the rows that went in, came out and were refused in the same row.
final class Gantt extends Pane {
    static final double ROW = 28;
    static final double NAME = 222;
    static final double COUNT = 88;
    private static final double LEFT = 8;
    private final List<GanttRow> rows = new ArrayList<>();
    private final List<Node> axis = new ArrayList<>();
    private final Label step = new Label(Strings.text("runs.step"));
    private final List<Label> counts = List.of(new Label(Strings.text("runs.rows.in")), new Label(Strings.text("runs.rows.out")),
            new Label(Strings.text("runs.rows.rejected")));
    private final Consumer<StepRun> choose;
    private boolean counted = true;
    private Scale scale = Scale.of(Duration.ofSeconds(1));

    Gantt(Consumer<StepRun> choose) {
        this.choose = choose;
        getStyleClass().add("gantt");
    }

    void show(Run run, String chosen) {
        counted = run.steps().stream().anyMatch(StepRun::counted);
        scale = Scale.of(run.elapsed(Instant.now()));
        getChildren().clear();
        axis.clear();
        rows.clear();
        step.getStyleClass().setAll("label", "tick");
        getChildren().add(step);
        for (Label count : counted ? counts : List.<Label>of()) {
            count.getStyleClass().setAll("label", "tick");
            getChildren().add(count);
        }
        addAxis();
        for (StepRun one : run.steps()) {
            GanttRow row = new GanttRow(one, run.started(), counted, () -> choose.accept(one));
            row.chosen(one.step().equals(chosen));
            rows.add(row);
            getChildren().add(row);
        }
        requestLayout();
    }

    void choose(String name) {
        rows.forEach(row -> row.chosen(row.step().step().equals(name)));
    }

    private void addAxis() {
        for (Duration tick : scale.ticks()) {
            Label label = new Label(tick.isZero() ? "0 s" : word(tick));
            label.getStyleClass().add("tick");
            Line line = new Line();
            line.getStyleClass().add("grid-line");
            axis.add(line);
            axis.add(label);
        }
        getChildren().addAll(axis);
    }

    /// `0.5 s`, `30 s`, `1 m`, `1 m 30 s`
    private static String word(Duration tick) {
        long seconds = tick.toSeconds();
        if (tick.toMillis() % 1000 != 0) {
            return String.format(Locale.ROOT, "%.2f s", tick.toMillis() / 1000.0).replaceFirst("0 s$", " s");
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds % 60 == 0 && seconds < 3600 ? seconds / 60 + " m" : Formats.duration(tick);
    }

    @Override
    protected double computePrefHeight(double width) {
        return 24 + ROW * rows.size();
    }

    @Override
    protected void layoutChildren() {
        double left = getInsets().getLeft();
        double width = getWidth() - left - getInsets().getRight();
        double chart = chartWidth(width, counted);
        label(step, left + LEFT, 80);
        for (int i = 0; i < counts.size(); i++) {
            label(counts.get(i), left + width - LEFT - (counts.size() - i) * COUNT, COUNT);
            counts.get(i).setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        }
        List<Duration> ticks = scale.ticks();
        for (int i = 0; i < axis.size() / 2; i++) {
            double x = Math.rint(left + NAME + chart * scale.at(ticks.get(i))) + 0.5;
            Line line = (Line) axis.get(2 * i);
            line.setStartX(x);
            line.setEndX(x);
            line.setStartY(24);
            line.setEndY(24 + ROW * rows.size());
            Label tick = (Label) axis.get(2 * i + 1);
            tick.setVisible(x + tick.prefWidth(-1) < left + NAME + chart + 60);
            label(tick, x, tick.prefWidth(-1));
        }
        double y = 24;
        for (GanttRow row : rows) {
            row.scale(scale, chart);
            row.resizeRelocate(left, y, width, ROW);
            y += ROW;
        }
    }

    /// `counted`: whether counts of rows stand at the right.
    private static double chartWidth(double width, boolean counted) {
        return Math.max(80, width - NAME - (counted ? 3 * COUNT : 0) - 2 * LEFT - 132);
    }

    private static void label(Label label, double x, double width) {
        label.resizeRelocate(x, 2, width, 16);
    }

    static Instant end(StepRun step) {
        return step.ended().orElseGet(() -> step.state() == RunState.RUNNING ? Instant.now() : step.started().orElse(Instant.EPOCH));
    }
}
