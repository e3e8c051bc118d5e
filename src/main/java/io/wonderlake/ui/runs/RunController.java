package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.EmptyState;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Navigator;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.ui.kit.SubTabs;
import io.wonderlake.ui.kit.TruthLine;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Strings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Ties RunView.fxml to the chosen run: its steps over time, what went wrong, and the pages of the chosen step.
public final class RunController {
    private static final int MOST_STEPS_HIGH = 12;
    private static final int LEAST_STEPS_HIGH = 3;

    /// The pages of a step.
    enum Page { BAD, WARNINGS, LOG, DETAILS }

    private final RunsViewModel model;
    private final Navigator navigator;
    private final StepViewModel stepModel;
    private final LogViewModel log;
    private final Supplier<ContextMenu> pipelines;
    private final Gantt gantt;
    private final LogView logView;
    private final BadRowsView badRows;
    private SubTabs<Page> pages = new SubTabs<>();
    private SubTabs.Tab logTab;
    private String shownStep = "";
    @FXML private VBox page;
    @FXML private HBox titleLine;
    @FXML private Label title;
    @FXML private Label facts;
    @FXML private Label reason;
    @FXML private Button cancel;
    @FXML private Button again;
    @FXML private Button fromStep;
    @FXML private FailureBanner trouble;
    @FXML private ScrollPane stepsPane;
    @FXML private StackPane steps;
    @FXML private StackPane cause;
    @FXML private StackPane tabs;
    @FXML private HBox tools;
    @FXML private StackPane body;
    @FXML private TruthLine truth;
    @FXML private StackPane empty;

    /// @param pipelines the menu that starts a pipeline
    RunController(RunsViewModel model, Runs runs, Jobs jobs, Navigator navigator, Supplier<ContextMenu> pipelines) {
        this.model = model;
        this.navigator = navigator;
        this.pipelines = pipelines;
        stepModel = new StepViewModel(runs, jobs);
        log = new LogViewModel(runs, jobs);
        gantt = new Gantt(model::selectStep);
        logView = new LogView(log);
        badRows = new BadRowsView(stepModel);
    }

    @FXML
    private void initialize() {
        Buttons.withIcon(fromStep, "fth-play");
        Buttons.withIcon(again, "fth-refresh-cw");
        Buttons.withIcon(cancel, "fth-x");
        fromStep.getStyleClass().add(Styles.PRIMARY);
        for (Node node : List.of(cancel, again, fromStep, reason)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        steps.getChildren().add(gantt);
        model.selectedProperty().subscribe(_ -> show());
        model.stepProperty().subscribe(_ -> showStep());
        model.started().addListener((ListChangeListener<RunsViewModel.Started>) _ -> dressButtons());
        model.loadProperty().subscribe(_ -> show());
        model.pipelineNames().addListener((ListChangeListener<String>) _ -> show());
        model.troubleProperty().subscribe(failure -> failure.ifPresentOrElse(trouble::show, trouble::clear));
        stepModel.badTotalProperty().subscribe(_ -> sayTruth());
        stepModel.sourceProperty().subscribe(_ -> showCause());
        badRows.grid().heightProperty().subscribe(_ -> sayTruth());
        log.sizeProperty().subscribe(_ -> countLog());
    }

    private void show() {
        Optional<Run> run = model.selectedProperty().get();
        page.setVisible(run.isPresent());
        empty.setVisible(run.isEmpty());
        if (run.isEmpty()) {
            showEmpty();
            return;
        }
        showHead(run.get());
        gantt.show(run.get(), model.stepProperty().get().map(StepRun::step).orElse(""));
        stepsPane.setPrefHeight(26 + Gantt.ROW * Math.min(MOST_STEPS_HIGH, run.get().steps().size()));
        stepsPane.setMinHeight(26 + Gantt.ROW * Math.min(LEAST_STEPS_HIGH, run.get().steps().size()));
        dressButtons();
        showStep();
    }

    private void showEmpty() {
        empty.getChildren().clear();
        if (model.loadProperty().get() instanceof RunsViewModel.Load.Read) {
            Button start = Buttons.primary(Strings.text("runs.start"), () -> { });
            start.setOnAction(_ -> pipelines.get().show(start, Side.BOTTOM, 0, 4));
            boolean any = !model.pipelineNames().isEmpty();
            empty.getChildren().add(any ? new EmptyState("fth-activity", Strings.text("runs.none"), Strings.text("runs.none.how"), start)
                    : new EmptyState("fth-activity", Strings.text("runs.none"), Strings.text("runs.none.pipelines")));
        }
    }

    private void showHead(Run run) {
        title.setText(Strings.text("runs.title", run.pipeline(), run.id()));
        titleLine.getChildren().setAll(title, RunIcons.chip(run.state()));
        LocalDate started = LocalDate.ofInstant(run.started(), ZoneId.systemDefault());
        String word = RunWords.day(started, LocalDate.now());
        String day = started.isBefore(LocalDate.now().minusDays(1)) ? word : word.toLowerCase(Locale.ENGLISH);
        facts.setText(Strings.text("runs.facts", capital(run.trigger()), Formats.absolute(run.started()).substring(11), day,
                Formats.duration(run.elapsed(Instant.now())), RunWords.done(run), run.steps().size()));
    }

    private static String capital(String words) {
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    private void dressButtons() {
        model.selectedProperty().get().ifPresent(run -> {
            boolean busy = model.busy(run.pipeline());
            boolean mine = model.mine(run.pipeline());
            cancel.setVisible(mine && run.state() == RunState.RUNNING);
            again.setDisable(busy);
            fromStep.setDisable(busy);
            fromStep.setVisible(model.stepProperty().get().filter(step -> !step.state().good()).isPresent());
            again.setVisible(!cancel.isVisible());
            reason.setVisible(busy && !cancel.isVisible());
            reason.setText(Strings.text("runs.busy", run.pipeline()));
        });
    }

    private void showStep() {
        Optional<Run> run = model.selectedProperty().get();
        Optional<StepRun> step = model.stepProperty().get();
        gantt.choose(step.map(StepRun::step).orElse(""));
        dressButtons();
        if (run.isEmpty() || step.isEmpty()) {
            cause.getChildren().clear();
            tabs.getChildren().clear();
            body.getChildren().clear();
            truth.show(List.of());
            return;
        }
        String key = run.get().id() + " " + step.get().step();
        boolean other = !key.equals(shownStep);
        stepModel.open(run.get().id(), step.get());
        if (other) {
            shownStep = key;
            log.open(run.get().id(), Optional.of(step.get().step()), step.get().state() == RunState.FAILED);
            badRows.reload();
            reveal(run.get(), step.get());
        } else {
            log.refresh();
        }
        makeTabs(step.get(), other);
        showCause();
        sayTruth();
    }

    /// Scrolls the steps so that the chosen one stands in view.
    private void reveal(Run run, StepRun step) {
        int hidden = run.steps().size() - MOST_STEPS_HIGH;
        int at = run.steps().indexOf(step);
        if (hidden > 0) {
            stepsPane.setVvalue(Math.clamp((at - MOST_STEPS_HIGH / 2.0) / hidden, 0, 1));
        }
    }

    private void makeTabs(StepRun step, boolean other) {
        Page before = pages.valueProperty().get();
        pages = new SubTabs<>();
        if (step.rowsRejected() > 0) {
            pages.add(Page.BAD, Strings.text("runs.bad")).count(Formats.count(step.rowsRejected()));
        }
        if (!step.warnings().isEmpty()) {
            pages.add(Page.WARNINGS, Strings.text("runs.warnings")).count(Formats.count(step.warnings().stream().mapToLong(StepRun.RuleCount::count).sum()));
        }
        logTab = pages.add(Page.LOG, Strings.text("runs.log"));
        pages.add(Page.DETAILS, Strings.text("runs.details"));
        boolean keep = !other && before != null && (before != Page.BAD || step.rowsRejected() > 0) && (before != Page.WARNINGS || !step.warnings().isEmpty());
        if (keep) {
            pages.valueProperty().set(before);
        }
        tabs.getChildren().setAll(pages);
        countLog();
        pages.valueProperty().subscribe(now -> showPage(step, now));
    }

    private void countLog() {
        if (logTab != null) {
            logTab.count(log.sizeProperty().get() == 0 ? "" : Strings.text("runs.log.lines", log.sizeProperty().get()));
        }
    }

    private void showPage(StepRun step, Page now) {
        tools.getChildren().clear();
        Node node = switch (now) {
            case BAD -> badRows.node(step.state() == RunState.FAILED ? Optional.of(log) : Optional.empty());
            case WARNINGS -> StepPages.warnings(step);
            case LOG -> {
                tools.getChildren().addAll(logView.tools());
                yield logView;
            }
            case DETAILS -> StepPages.details(step, table -> navigator.open(new Destination.OfTable(table, Optional.empty())));
        };
        sayTruth();
        showCause();
        if (body.getChildren().size() != 1 || body.getChildren().getFirst() != node) {
            body.getChildren().setAll(node);
        }
    }

    private void showCause() {
        cause.getChildren().clear();
        model.stepProperty().get().ifPresent(step -> step.cause().ifPresent(why -> cause.getChildren().add(causeOf(step, why))));
        cause.setManaged(!cause.getChildren().isEmpty());
    }

    private Node causeOf(StepRun step, Run.Cause why) {
        List<Button> acts = new ArrayList<>();
        Optional<StepViewModel.Source> source = stepModel.sourceProperty().get();
        source.map(StepViewModel.Source::file).ifPresent(path -> acts.add(Buttons.plain(Strings.text("runs.open.file"), () -> navigator.open(new Destination.OfObject(path)))));
        Page front = pages.valueProperty().get();
        if (step.rowsRejected() > 0 && front != Page.BAD) {
            acts.add(Buttons.plain(Strings.text("runs.show.bad"), () -> pages.valueProperty().set(Page.BAD)));
        } else if (step.rowsRejected() == 0 && front != Page.LOG) {
            acts.add(Buttons.plain(Strings.text("runs.show.log"), () -> {
                pages.valueProperty().set(Page.LOG);
                log.firstError();
            }));
        }
        return StepPages.cause(why, source, step.rowsRejected(), acts);
    }

    private void sayTruth() {
        model.stepProperty().get().ifPresent(step -> truth.show(StepPages.truth(step, pages.valueProperty().get() == Page.BAD ? stepModel.badTotalProperty().get() : 0, badRows.inView())));
    }

    @FXML
    private void again() {
        model.selectedProperty().get().ifPresent(run -> model.start(run.pipeline(), Optional.empty()));
    }

    @FXML
    private void fromStep() {
        model.selectedProperty().get().ifPresent(run -> model.start(run.pipeline(), model.stepProperty().get().map(StepRun::step)));
    }

    @FXML
    private void cancel() {
        model.selectedProperty().get().ifPresent(run -> model.cancel(run.pipeline()));
    }

    LogViewModel log() {
        return log;
    }
}
