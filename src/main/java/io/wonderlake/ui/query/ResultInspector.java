package io.wonderlake.ui.query;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType;
import io.wonderlake.engine.QueryStats;
import io.wonderlake.result.StoredResult;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Chip;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Section;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.ui.kit.grid.CellText;
import io.wonderlake.ui.kit.grid.DataGrid;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// Beside the grid: the chosen column's facts, the cursor's row as a list, and what the statement took.
final class ResultInspector extends ScrollPane {
    private static final int MOST_LETTERS = 400;
    private static final int MOST_FIELDS = 200;
    private final QueryViewModel model;
    private final DataGrid grid;
    private final Jobs jobs;
    private final VBox columnPart = new VBox();
    private final VBox rowPart = new VBox();
    private final VBox runPart = new VBox();
    private final PauseTransition pause = new PauseTransition(Duration.millis(80));
    private Job reading = new Job("");

    ResultInspector(QueryViewModel model, DataGrid grid, Jobs jobs) {
        this.model = model;
        this.grid = grid;
        this.jobs = jobs;
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStylesheets().add(ResultInspector.class.getResource("query.css").toExternalForm());
        getStyleClass().add("facts");
        setContent(new VBox(columnPart, rowPart, runPart));
        pause.setOnFinished(_ -> read());
        grid.cursorRowProperty().subscribe(_ -> pause.playFromStart());
        grid.chosenColumnProperty().subscribe(_ -> pause.playFromStart());
        model.answerProperty().subscribe(answer -> {
            pause.playFromStart();
            if (answer != null) {
                answer.endProperty().subscribe(_ -> pause.playFromStart());
            }
        });
    }

    private record Seen(Optional<ColumnFacts> facts, Optional<Object[]> row) { }

    private void read() {
        reading.cancel();
        Answer answer = model.answerProperty().get();
        runPart.getChildren().setAll(answer == null ? List.of(hint()) : run(answer));
        if (answer == null || answer.rows().isEmpty()) {
            columnPart.getChildren().clear();
            rowPart.getChildren().clear();
            return;
        }
        StoredResult result = answer.rows().get();
        int column = grid.chosenColumnProperty().get();
        long row = grid.cursorRowProperty().get();
        Job job = new Job(Strings.text("query.job.facts"));
        reading = job;
        jobs.start(job, () -> new Seen(
                column >= 0 && column < result.columns().size() && ColumnFacts.cheap(result) ? Optional.of(ColumnFacts.of(result, column, job)) : Optional.empty(),
                row < 0 ? Optional.empty() : result.page(row, 1).stream().findFirst()), outcome -> {
                    if (reading == job && outcome instanceof Outcome.Done(Seen seen)) {
                        show(result, row, seen);
                    }
                });
    }

    private void show(StoredResult result, long row, Seen seen) {
        columnPart.getChildren().setAll(seen.facts().map(ResultInspector::facts).stream().toList());
        rowPart.getChildren().setAll(seen.row().map(values -> row(result.columns(), row, values)).stream().toList());
    }

    private static Node hint() {
        Label label = new Label(Strings.text("query.inspector.empty"));
        label.getStyleClass().addAll(Styles.DENSE, Styles.MUTED);
        label.setWrapText(true);
        return new Section(Strings.text("query.inspector.none"), label);
    }

    private static Node facts(ColumnFacts facts) {
        Section section = new Section(facts.column().name());
        section.aside(Chip.outline(facts.column().type().sql()));
        ((HBox) section.getChildren().getFirst()).getChildren().addFirst(Icons.type(facts.column().type().family(), 14, "strong"));
        facts.numbers().filter(_ -> facts.distinct() != 1).ifPresent(numbers -> section.getChildren().addAll(bars(numbers.shares()), ends(facts)));
        if (facts.numbers().isEmpty() || facts.distinct() == 1) {
            section.getChildren().addAll(fact("query.fact.least", facts.least()), fact("query.fact.greatest", facts.greatest()));
        }
        facts.numbers().ifPresent(numbers -> section.getChildren().addAll(
                fact("query.fact.sum", ColumnFacts.decimal(numbers.sum())), fact("query.fact.mean", ColumnFacts.decimal(numbers.mean()))));
        section.getChildren().add(fact("query.fact.distinct", facts.distinct() < 0 ? Strings.text("query.fact.many") : Formats.count(facts.distinct())));
        section.getChildren().add(fact("query.fact.nulls", Formats.count(facts.nulls())));
        return section;
    }

    private static Node bars(List<Double> shares) {
        HBox box = new HBox();
        box.getStyleClass().add("bars");
        for (double share : shares) {
            Region bar = new Region();
            bar.getStyleClass().add("bar");
            bar.setMaxHeight(Math.max(1, 40 * share));
            bar.setPrefHeight(Math.max(1, 40 * share));
            HBox.setHgrow(bar, Priority.ALWAYS);
            box.getChildren().add(bar);
        }
        box.setFillHeight(false);
        return box;
    }

    private static Node ends(ColumnFacts facts) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox ends = new HBox(note(facts.least()), gap, note(facts.greatest()));
        ends.getStyleClass().add("ends");
        return ends;
    }

    private static Label note(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(Styles.NUMBER, Styles.NOTE, Styles.MUTED);
        return label;
    }

    private static Node fact(String key, String value) {
        return Section.fact(Strings.text(key), shortened(value), Styles.NUMBER);
    }

    private static Node row(List<Column> columns, long number, Object[] values) {
        List<Node> lines = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_FIELDS, columns.size()); i++) {
            lines.add(field(columns.get(i), values[i]));
        }
        if (columns.size() > MOST_FIELDS) {
            lines.add(note(Strings.text("query.inspector.more", Formats.count(columns.size() - MOST_FIELDS))));
        }
        return new Section(Strings.text("query.inspector.row", Formats.count(number + 1)), lines.toArray(Node[]::new))
                .aside(Buttons.icon("fth-copy", Strings.text("query.inspector.copy"), () -> copy(columns, values)));
    }

    private static Node field(Column column, Object value) {
        if (value == null) {
            return Section.fact(column.name(), "null", Styles.SUBTLE);
        }
        boolean plain = column.type().family() == ColumnType.Family.TEXT;
        String text = CellText.shown(value, column);
        return plain ? Section.fact(column.name(), shortened(text)) : Section.fact(column.name(), shortened(text), Styles.NUMBER);
    }

    private static String shortened(String text) {
        return text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS) + "…" : text;
    }

    private static void copy(List<Column> columns, Object[] values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            text.append(columns.get(i).name()).append('\t').append(values[i] == null ? "" : values[i]).append('\n');
        }
        copy(text.toString());
    }

    private static List<Node> run(Answer answer) {
        return answer.stats().<Node>map(took -> {
            Section section = new Section(Strings.text("query.inspector.run"), fact("query.fact.engine", answer.engine().name()),
                    fact("query.fact.rows", answer.rowCount() < 0 ? "0" : Formats.count(answer.rowCount())),
                    fact("query.fact.columns", Formats.count(answer.rows().map(rows -> rows.columns().size()).orElse(0))));
            if (took.filesTotal() > 0) {
                section.getChildren().add(fact("query.fact.files", Strings.text("query.fact.of", Formats.count(took.filesRead()), Formats.count(took.filesTotal()))));
            }
            section.getChildren().add(fact("query.fact.bytes", Formats.bytes(took.bytesRead())));
            took.bill().ifPresent(bill -> section.getChildren().addAll(fact("query.fact.charged", Formats.bytes(bill.bytes())), fact("query.fact.cost", ResultWords.cost(bill))));
            section.getChildren().addAll(fact("query.fact.time", Formats.duration(took.elapsed())), fact("query.fact.at", Formats.absolute(answer.at())));
            took.bill().map(QueryStats.Bill::execution).filter(id -> !id.isEmpty()).ifPresent(id -> section.getChildren().addAll(execution(id)));
            return section;
        }).stream().toList();
    }

    private static List<Node> execution(String id) {
        Node copy = Buttons.icon("fth-copy", Strings.text("query.fact.execution.copy"), () -> copy(id));
        Label name = new Label(Strings.text("query.fact.execution"));
        name.getStyleClass().addAll(Styles.DENSE, Styles.MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(name, gap, copy);
        line.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        Label text = new Label(id);
        text.getStyleClass().addAll(Styles.NUMBER, Styles.NOTE);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        return List.of(line, text);
    }

    private static void copy(String text) {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    }
}
