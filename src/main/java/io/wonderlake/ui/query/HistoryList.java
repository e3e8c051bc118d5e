package io.wonderlake.ui.query;

import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.SearchField;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The statements that ran last, over the editor: type to narrow, Enter opens one in a new document, Escape closes.
final class HistoryList extends VBox {
    private static final int ROW = 40;
    private static final int ROWS_SHOWN = 9;
    private static final int MOST_LETTERS = 160;
    private final FilteredList<PastRun> runs;
    private final Consumer<PastRun> open;
    private final SearchField field = new SearchField(Strings.text("query.history.filter"), "fth-search");
    private final ListView<PastRun> list;

    HistoryList(ObservableList<PastRun> past, Consumer<PastRun> open) {
        this.open = open;
        runs = new FilteredList<>(past);
        list = new ListView<>(runs);
        getStyleClass().addAll(Styles.OVERLAY, "history");
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox heading = new HBox(field);
        heading.getStyleClass().add("heading");
        Label none = new Label(Strings.text("query.history.none"));
        none.getStyleClass().addAll(Styles.DENSE, Styles.MUTED);
        list.setPlaceholder(none);
        list.setFocusTraversable(false);
        list.setCellFactory(_ -> new PastCell());
        list.setOnMouseClicked(_ -> choose());
        field.textProperty().subscribe(this::narrow);
        runs.addListener((ListChangeListener<PastRun>) _ -> fit());
        fit();
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        getChildren().addAll(heading, list);
    }

    /// Opens at the top right of the layer, or closes when it is open.
    void toggle(Pane layer) {
        if (getParent() != null) {
            close();
            return;
        }
        layer.getChildren().add(this);
        relocate(Math.max(8, layer.getWidth() - 520 - 12), 44);
        list.getSelectionModel().selectFirst();
        field.field().requestFocus();
        field.field().focusedProperty().subscribe(focused -> {
            if (!focused && !list.isHover() && !list.isFocused()) {
                close();
            }
        });
    }

    private void fit() {
        list.setPrefHeight(ROW * Math.clamp(runs.size(), 2, ROWS_SHOWN) + 4.0);
    }

    private void close() {
        if (getParent() instanceof Pane layer) {
            layer.getChildren().remove(this);
        }
    }

    private void narrow(String words) {
        String low = words.strip().toLowerCase(Locale.ROOT);
        runs.setPredicate(run -> low.isEmpty() || (run.sql() + " " + run.title()).toLowerCase(Locale.ROOT).contains(low));
        list.getSelectionModel().selectFirst();
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.ESCAPE) {
            close();
            event.consume();
        } else if (code == KeyCode.ENTER) {
            choose();
            event.consume();
        } else if (code == KeyCode.DOWN || code == KeyCode.UP) {
            int to = list.getSelectionModel().getSelectedIndex() + (code == KeyCode.DOWN ? 1 : -1);
            list.getSelectionModel().select(Math.clamp(to, 0, Math.max(0, runs.size() - 1)));
            list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - ROWS_SHOWN + 1));
            event.consume();
        }
    }

    private void choose() {
        PastRun chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            close();
            open.accept(chosen);
        }
    }

    /// Two lines: the statement, and what came of it.
    private static final class PastCell extends ListCell<PastRun> {
        @Override
        protected void updateItem(PastRun item, boolean empty) {
            super.updateItem(item, empty);
            setPrefWidth(0);
            setGraphic(empty ? null : row(item));
        }

        private static Node row(PastRun run) {
            String line = run.sql().strip().replaceAll("\\s+", " ");
            Label sql = new Label(line.length() > MOST_LETTERS ? line.substring(0, MOST_LETTERS) + "…" : line);
            sql.getStyleClass().add(Styles.CODE);
            Label what = new Label(words(run));
            what.getStyleClass().addAll(Styles.NOTE, Styles.MUTED);
            VBox text = new VBox(sql, what);
            text.setAlignment(Pos.CENTER_LEFT);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            Label time = new Label(Formats.relative(run.at(), Instant.now()));
            time.getStyleClass().addAll(Styles.NOTE, Styles.SUBTLE);
            time.setMinWidth(Region.USE_PREF_SIZE);
            HBox row = new HBox(12, icon(run), text, time);
            row.setAlignment(Pos.CENTER_LEFT);
            return row;
        }

        private static Node icon(PastRun run) {
            return switch (run.end()) {
                case DONE -> Icons.of("fth-check-circle", 14, Styles.SUCCESS);
                case FAILED -> Icons.of("fth-x-circle", 14, Styles.DANGER);
                case CANCELLED -> Icons.of("fth-slash", 14, Styles.SUBTLE);
            };
        }

        private static String words(PastRun run) {
            List<String> parts = new ArrayList<>(List.of(ended(run)));
            if (!run.engine().isEmpty()) {
                parts.add(run.engine());
            }
            if (run.bytes() > 0) {
                parts.add(Formats.bytes(run.bytes()));
            }
            run.dollars().ifPresent(dollars -> parts.add(Formats.dollars(dollars)));
            return String.join(" · ", parts);
        }

        private static String ended(PastRun run) {
            String took = Formats.duration(Duration.ofMillis(run.millis()));
            return switch (run.end()) {
                case DONE -> run.rows() < 0 ? Strings.text("query.history.done", run.title(), took)
                        : Strings.text("query.history.rows", run.title(), run.rows(), Formats.count(run.rows()), took);
                case FAILED -> Strings.text("query.history.failed", run.title(), run.message().lines().findFirst().orElse(""));
                case CANCELLED -> Strings.text("query.history.cancelled", run.title(), took);
            };
        }
    }
}
