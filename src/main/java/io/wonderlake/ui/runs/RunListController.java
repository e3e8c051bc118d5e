package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.Run;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Navigator;
import io.wonderlake.ui.kit.SearchField;
import io.wonderlake.ui.kit.Views;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Strings;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// Ties RunListView.fxml to the list of runs: grouped by day, narrowed by words.
public final class RunListController {
    private final RunsViewModel model;
    private final Navigator navigator;
    private boolean filling;
    @FXML private HBox head;
    @FXML private StackPane filter;
    @FXML private FailureBanner trouble;
    @FXML private ListView<Line> list;
    @FXML private Label none;

    /// A line of the list.
    sealed interface Line {
        record Day(String name) implements Line { }

        record OfRun(Run run) implements Line { }

        record Older() implements Line { }
    }

    RunListController(RunsViewModel model, Navigator navigator) {
        this.model = model;
        this.navigator = navigator;
    }

    @FXML
    private void initialize() {
        Button start = Buttons.icon("fth-play", Strings.text("runs.start"), () -> { });
        start.setOnAction(_ -> pipelines().show(start, Side.BOTTOM, 0, 4));
        start.disableProperty().bind(javafx.beans.binding.Bindings.isEmpty(model.pipelineNames()));
        head.getChildren().add(start);
        SearchField field = new SearchField(Strings.text("runs.filter"), "fth-search");
        field.textProperty().bindBidirectional(model.filterProperty());
        filter.getChildren().add(field);
        list.setCellFactory(_ -> new RunLineCell());
        list.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
        model.runs().addListener((ListChangeListener<Run>) _ -> fill());
        model.loadProperty().subscribe(_ -> fill());
        model.selectedProperty().subscribe(_ -> mark());
    }

    /// The names of the pipelines, each of which it starts.
    ContextMenu pipelines() {
        ContextMenu menu = new ContextMenu();
        for (String name : model.pipelineNames()) {
            boolean busy = model.busy(name);
            MenuItem item = new MenuItem(Strings.text(busy ? "runs.start.busy" : "runs.start.one", name));
            item.setDisable(busy);
            item.setOnAction(_ -> model.start(name, Optional.empty()));
            menu.getItems().add(item);
        }
        return menu;
    }

    private void chosen(Line line) {
        if (filling || line == null) {
            return;
        }
        switch (line) {
            case Line.OfRun(Run run) -> {
                model.select(run);
                navigator.visited(new Destination.OfRun(run.id(), Optional.empty()));
            }
            case Line.Older() -> model.readOlder();
            case Line.Day _ -> stepOver();
        }
    }

    /// A day is no stop for the arrow keys: goes on to the run behind it.
    private void stepOver() {
        int at = list.getSelectionModel().getSelectedIndex();
        int from = marked().map(list.getItems()::indexOf).orElse(-1);
        int to = at > from ? at + 1 : at - 1;
        if (to >= 0 && to < list.getItems().size() && list.getItems().get(to) instanceof Line.OfRun(Run run)) {
            model.select(run);
        }
        mark();
    }

    private Optional<Line> marked() {
        return model.selectedProperty().get().flatMap(selected -> list.getItems().stream()
                .filter(one -> one instanceof Line.OfRun(Run run) && run.id().equals(selected.id())).findFirst());
    }

    void focus() {
        Views.focus(list);
    }

    private void fill() {
        filling = true;
        list.getItems().setAll(lines());
        filling = false;
        mark();
        trouble.clear();
        switch (model.loadProperty().get()) {
            case RunsViewModel.Load.Broken(Failure failure) -> trouble.show(failure, model::refresh);
            case RunsViewModel.Load.Read(_, Optional<Failure> gap) -> gap.ifPresent(failure -> trouble.show(failure, model::refresh));
            case RunsViewModel.Load.Reading() -> { }
        }
        boolean reading = model.loadProperty().get() instanceof RunsViewModel.Load.Reading;
        none.setVisible(model.runs().isEmpty() && !reading);
        none.setText(Strings.text(model.anyRuns() ? "runs.none.match" : "runs.none.short"));
    }

    private List<Line> lines() {
        LocalDate today = LocalDate.now();
        List<Line> lines = new ArrayList<>();
        LocalDate last = null;
        for (Run run : model.runs()) {
            LocalDate day = RunWords.dayOf(run, ZoneId.systemDefault());
            if (!day.equals(last)) {
                lines.add(new Line.Day(RunWords.day(day, today)));
                last = day;
            }
            lines.add(new Line.OfRun(run));
        }
        if (model.loadProperty().get() instanceof RunsViewModel.Load.Read(boolean more, _) && more) {
            lines.add(new Line.Older());
        }
        return lines;
    }

    private void mark() {
        filling = true;
        marked().ifPresentOrElse(list.getSelectionModel()::select, list.getSelectionModel()::clearSelection);
        filling = false;
    }
}
