package io.wonderlake.ui.runs;

import io.wonderlake.catalog.TableName;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Chip;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Section;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The parts of a step's page that only tell: its cause, its warnings, its facts, its truth line.
final class StepPages {
    private StepPages() {
    }

    /// @param rejected how many rows the step refused
    static Node cause(Run.Cause why, Optional<StepViewModel.Source> source, long rejected, List<Button> acts) {
        Label message = new Label(why.message());
        message.getStyleClass().add(Styles.STRONG);
        message.setMinHeight(Region.USE_PREF_SIZE);
        Label advice = new Label(why.advice());
        advice.getStyleClass().addAll(Styles.DENSE, Styles.MUTED);
        advice.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(2, message, advice);
        source.ifPresent(from -> text.getChildren().add(1, from(from, rejected)));
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox box = new HBox(Icons.of("fth-x-circle", 18, Styles.DANGER), text);
        box.getStyleClass().add("cause");
        acts.forEach(act -> act.setMinWidth(Region.USE_PREF_SIZE));
        box.getChildren().addAll(acts);
        return box;
    }

    private static Node from(StepViewModel.Source source, long rejected) {
        String name = source.file().name();
        Label label = new Label(source.rows() == rejected ? Strings.text("runs.cause.file.all", name)
                : source.of() < rejected ? Strings.text("runs.cause.file.first", Formats.count(source.rows()), Formats.count(source.of()), name)
                : Strings.text("runs.cause.file", Formats.count(source.rows()), name));
        label.getStyleClass().add(Styles.DENSE);
        label.setTooltip(Buttons.tip(source.file().toString()));
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    static Node warnings(StepRun step) {
        VBox box = new VBox();
        box.getStyleClass().add("warnings");
        step.warnings().forEach(rule -> box.getChildren().add(rule(rule)));
        return scrolled(box);
    }

    private static Node rule(StepRun.RuleCount rule) {
        Label name = new Label(rule.rule());
        name.getStyleClass().addAll(Styles.DENSE, Styles.STRONG);
        Label description = new Label(rule.description());
        description.getStyleClass().addAll(Styles.DENSE, Styles.MUTED);
        description.setWrapText(true);
        description.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(4, name, description);
        if (!rule.values().isEmpty()) {
            FlowPane values = new FlowPane();
            values.getStyleClass().add("values");
            rule.values().forEach(value -> values.getChildren().add(Chip.neutral(
                    Strings.text("runs.warning.value", shortened(value.value()), Formats.count(value.count())))));
            text.getChildren().add(values);
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        Label count = new Label(Formats.count(rule.count()));
        count.getStyleClass().add(Styles.NUMBER);
        count.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(Icons.of("fth-alert-triangle", 15, Styles.WARNING), text, count);
        row.getStyleClass().add("rule");
        return row;
    }

    private static String shortened(String value) {
        String text = value == null ? "null" : value;
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }

    /// @param open goes to a table
    static Node details(Optional<Run> run, StepRun step, Consumer<TableName> open) {
        VBox box = new VBox(4);
        box.getStyleClass().add("details");
        box.getChildren().addAll(fact("runs.fact.step", step.step()), fact("runs.fact.state", RunWords.state(step.state())),
                number("runs.fact.attempts", Formats.count(step.attempts())));
        step.started().ifPresent(time -> box.getChildren().add(number("runs.fact.started", Formats.absolute(time))));
        step.ended().ifPresent(time -> box.getChildren().add(number("runs.fact.ended", Formats.absolute(time))));
        step.started().ifPresent(from -> step.ended().ifPresent(to -> box.getChildren().add(
                number("runs.fact.took", Formats.duration(Duration.between(from, to))))));
        run.filter(one -> one.kind() != Run.Kind.PIPELINE).ifPresent(one -> box.getChildren().add(fact("runs.fact.run", one.id())));
        if (step.counted()) {
            counts(box, step);
        }
        if (!step.table().isEmpty()) {
            box.getChildren().add(table(step, open));
        }
        return scrolled(box);
    }

    private static void counts(VBox box, StepRun step) {
        box.getChildren().addAll(number("runs.rows.in", Formats.count(step.rowsIn())), number("runs.rows.out", Formats.count(step.rowsOut())),
                number("runs.rows.rejected", Formats.count(step.rowsRejected())));
    }

    private static Node table(StepRun step, Consumer<TableName> open) {
        String version = step.version() > 0 ? Strings.text("runs.fact.version", step.table(), String.valueOf(step.version())) : step.table();
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label name = new Label(Strings.text("runs.fact.table"));
        name.getStyleClass().addAll(Styles.DENSE, Styles.MUTED);
        HBox row = new HBox(name, gap, Buttons.link(version, () -> open.accept(TableName.parse(step.table()))));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static Node fact(String key, String value) {
        return Section.fact(Strings.text(key), value);
    }

    private static Node number(String key, String value) {
        return Section.fact(Strings.text(key), value, Styles.NUMBER);
    }

    private static Node scrolled(Node content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return pane;
    }

    static List<String> truth(StepRun step, long bad, long inView) {
        List<String> parts = new ArrayList<>();
        parts.add(step.rowsRejected() > 0 && bad > 0 ? Strings.text("runs.truth.bad", Formats.count(inView), Formats.count(bad), bad)
                : Strings.text("runs.truth.step", step.step()));
        if (step.rowsIn() > 0) {
            parts.add(step.rowsIn() == step.rowsOut() + step.rowsRejected()
                    ? Strings.text("runs.truth.sum", Formats.count(step.rowsIn()), Formats.count(step.rowsOut()), Formats.count(step.rowsRejected()))
                    : Strings.text("runs.truth.inout", Formats.count(step.rowsIn()), Formats.count(step.rowsOut())));
        }
        if (!step.table().isEmpty() && step.version() > 0) {
            parts.add(Strings.text("runs.truth.version", step.table(), String.valueOf(step.version())));
        }
        return parts;
    }
}
