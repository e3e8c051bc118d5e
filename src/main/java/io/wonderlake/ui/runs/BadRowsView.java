package io.wonderlake.ui.runs;

import io.wonderlake.catalog.Column;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.ui.kit.grid.CellMark;
import io.wonderlake.ui.kit.grid.DataGrid;
import io.wonderlake.ui.kit.grid.GridSource;
import io.wonderlake.ui.kit.grid.ShortValue;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The rows that a step refused: where each came from, what is wrong, and the cell that is.
final class BadRowsView {
    private static final double LOG_HEIGHT = 32 + 4 * LogView.ROW + 4;
    private static final double ROOM_FOR_LOG = LOG_HEIGHT + 120;
    private final StepViewModel model;
    private final DataGrid grid = new DataGrid();
    private final FailureBanner trouble = new FailureBanner();
    private final VBox box = new VBox(trouble, grid);

    BadRowsView(StepViewModel model) {
        this.model = model;
        VBox.setVgrow(grid, Priority.ALWAYS);
        model.badColumnsProperty().subscribe(_ -> reload());
        model.troubleProperty().subscribe(failure -> failure.ifPresentOrElse(trouble::show, trouble::clear));
    }

    /// With the log of a failed step below, at its first error.
    Node node(Optional<LogViewModel> log) {
        box.getChildren().setAll(trouble, grid);
        log.ifPresent(lines -> List.of(logHead(lines), logBelow(lines)).forEach(part -> {
            part.visibleProperty().bind(box.heightProperty().greaterThan(ROOM_FOR_LOG));
            part.managedProperty().bind(part.visibleProperty());
            box.getChildren().add(part);
        }));
        return box;
    }

    private static Node logHead(LogViewModel lines) {
        Label title = new Label(Strings.text("runs.log.atError"));
        title.getStyleClass().addAll(Styles.DENSE, Styles.STRONG);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, Buttons.link(Strings.text("runs.log.error"), lines::firstError));
        head.getStyleClass().add("log-head");
        return head;
    }

    private static Node logBelow(LogViewModel lines) {
        LogView view = new LogView(lines);
        view.setMinHeight(LOG_HEIGHT - 32);
        view.setPrefHeight(LOG_HEIGHT - 32);
        view.setMaxHeight(LOG_HEIGHT - 32);
        return view;
    }

    void reload() {
        if (model.badColumnsProperty().get().isEmpty()) {
            grid.clear();
        } else {
            Marked fresh = new Marked(model);
            grid.show(fresh);
            grid.setMarks(fresh::mark);
        }
    }

    DataGrid grid() {
        return grid;
    }

    /// How many rows fit on the screen at most.
    long inView() {
        return Math.min(model.badTotalProperty().get(), grid.rowsInView());
    }

    /// The bad rows page by page; remembers what is wrong with those that were read, to mark their cells.
    private static final class Marked implements GridSource {
        private final StepViewModel model;
        private final List<Column> columns;
        private final long total;
        private final Map<String, Integer> places = new HashMap<>();
        private final Map<Long, Wrong> wrong = new ConcurrentHashMap<>();

        private record Wrong(int column, String reason) { }

        Marked(StepViewModel model) {
            this.model = model;
            columns = model.badColumnsProperty().get();
            total = model.badTotalProperty().get();
            for (int i = 0; i < columns.size(); i++) {
                places.put(columns.get(i).name(), i);
            }
        }

        @Override
        public List<Column> columns() {
            return columns;
        }

        @Override
        public long rows() {
            return total;
        }

        @Override
        public boolean complete() {
            return true;
        }

        @Override
        public List<Object[]> page(long from, int count) {
            List<Object[]> rows = model.page(from, count);
            if (wrong.size() > 20_000) {
                wrong.clear();
            }
            List<Object[]> shown = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                note(from + i, rows.get(i));
                shown.add(named(rows.get(i)));
            }
            return shown;
        }

        /// The file by its name, so that the wrong cell stands in view; the whole path is its tooltip.
        private Object[] named(Object[] row) {
            Object[] named = row.clone();
            Optional.ofNullable(places.get("file")).filter(at -> row[at] != null).ifPresent(at -> {
                String path = row[at].toString();
                named[at] = new ShortValue(path.substring(path.lastIndexOf('/') + 1), path);
            });
            return named;
        }

        private void note(long number, Object[] row) {
            Integer column = places.get("column");
            Integer reason = places.get("reason");
            if (column != null && row[column] != null) {
                String why = reason == null ? "" : Objects.toString(row[reason], "");
                int at = places.getOrDefault(row[column].toString(), places.getOrDefault("value", -1));
                wrong.put(number, new Wrong(at, why));
            }
        }

        Optional<CellMark> mark(long row, int column) {
            return Optional.ofNullable(wrong.get(row)).filter(found -> found.column() == column || places.getOrDefault("value", -1) == column)
                    .map(found -> new CellMark(CellMark.State.BAD, found.reason()));
        }
    }
}
