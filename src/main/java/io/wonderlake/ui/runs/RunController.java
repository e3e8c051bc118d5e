package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.Pipelines.Act;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Chip;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.EmptyState;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Navigator;
import io.wonderlake.ui.kit.Segments;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.ui.kit.SubTabs;
import io.wonderlake.ui.kit.TruthLine;
import io.wonderlake.work.Failure;
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
import java.util.Set;
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
    private static final int BAR = 14;
    private static final int LEAST_STEPS_HIGH = 3;

    /// The pages of a step.
    enum Page { BAD, WARNINGS, LOG, DETAILS }

    /// How the steps are drawn.
    enum Shape { TIME, GRAPH }

    private final RunsViewModel model;
    private final Navigator navigator;
    private final StepViewModel stepModel;
    private final LogViewModel log;
    private final Supplier<ContextMenu> pipelines;
    private final Gantt gantt;
    private final StepGraph graph = new StepGraph();
    private final Segments<Shape> shape = new Segments<>();
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
    @FXML private Button resume;
    @FXML private HBox shapes;
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
        Buttons.withIcon(resume, "fth-corner-up-right");
        fromStep.getStyleClass().add(Styles.PRIMARY);
        resume.getStyleClass().add(Styles.PRIMARY);
        resume.setTooltip(Buttons.tip(Strings.text("runs.resume.what")));
        for (Node node : List.of(cancel, again, fromStep, resume, reason, shapes)) {
            node.managedProperty().bind(node.visibleProperty());
        }
        shape.add(Shape.TIME, Strings.text("runs.shape.time"), null);
        shape.add(Shape.GRAPH, Strings.text("runs.shape.graph"), null);
        shapes.getChildren().add(shape);
        shape.valueProperty().subscribe(_ -> showShape());
        model.graphProperty().subscribe(_ -> drawGraph());
        graph.setOnChoose(name -> model.selectedProperty().get().flatMap(run -> run.steps().stream().filter(step -> step.step().equals(name)).findFirst())
                .ifPresent(model::selectStep));
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
        shapes.setVisible(run.get().kind() == Run.Kind.PIPELINE || run.get().kind() == Run.Kind.STATE_MACHINE);
        showShape();
        stepsPane.setMinHeight(26 + Gantt.ROW * Math.min(LEAST_STEPS_HIGH, run.get().steps().size()));
        dressButtons();
        showStep();
    }

    /// The steps over time, or as a graph where the run has one.
    private void showShape() {
        boolean drawn = shapes.isVisible() && shape.valueProperty().get() == Shape.GRAPH;
        if (drawn) {
            model.readGraph();
            drawGraph();
        }
        steps.getChildren().setAll(drawn ? graph : gantt);
        stepsPane.setHbarPolicy(drawn ? ScrollPane.ScrollBarPolicy.AS_NEEDED : ScrollPane.ScrollBarPolicy.NEVER);
        stepsPane.setFitToWidth(!drawn);
        sizeSteps(drawn);
    }

    private void sizeSteps(boolean drawn) {
        int count = model.selectedProperty().get().map(run -> run.steps().size()).orElse(0);
        stepsPane.setPrefHeight(drawn ? Math.min(26 + Gantt.ROW * MOST_STEPS_HIGH, graph.prefHeight(-1) + BAR) : 26 + Gantt.ROW * Math.min(MOST_STEPS_HIGH, count));
    }

    private void drawGraph() {
        model.selectedProperty().get().ifPresent(run -> graph.show(model.graphProperty().get(), run, model.stepProperty().get().map(StepRun::step).orElse("")));
        if (steps.getChildren().contains(graph)) {
            sizeSteps(true);
        }
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
        title.setText(Strings.text("runs.title", run.pipeline(), run.label()));
        title.setTooltip(run.kind() == Run.Kind.PIPELINE ? null : Buttons.tip(run.id()));
        titleLine.getChildren().setAll(title, RunIcons.chip(run));
        if (run.kind() != Run.Kind.PIPELINE) {
            titleLine.getChildren().add(Chip.outline(RunWords.kind(run.kind())));
        }
        LocalDate started = LocalDate.ofInstant(run.started(), ZoneId.systemDefault());
        String word = RunWords.day(started, LocalDate.now());
        String day = started.isBefore(LocalDate.now().minusDays(1)) ? word : word.toLowerCase(Locale.ENGLISH);
        String time = Formats.absolute(run.started()).substring(11);
        String took = Formats.duration(run.elapsed(Instant.now()));
        String when = run.trigger().isEmpty() ? Strings.text("runs.facts.started", time, day, took) : Strings.text("runs.facts.by", capital(run.trigger()), time, day, took);
        facts.setText(run.steps().size() > 1 ? when + " " + Strings.text("runs.facts.steps", RunWords.done(run), run.steps().size()) : when);
    }

    private static String capital(String words) {
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ENGLISH) + words.substring(1);
    }

    private void dressButtons() {
        model.selectedProperty().get().ifPresent(run -> {
            boolean busy = model.busy(run.pipeline());
            boolean mine = model.mine(run.pipeline());
            boolean local = run.kind() == Run.Kind.PIPELINE;
            Set<Act> acts = model.acts(run);
            cancel.setVisible(local && mine && run.state() == RunState.RUNNING || acts.contains(Act.STOP));
            cancel.setText(Strings.text(local ? "runs.cancel" : "runs.stop"));
            cancel.setTooltip(local ? null : Buttons.tip(Strings.text("runs.stop.what")));
            again.setDisable(busy);
            fromStep.setDisable(busy);
            fromStep.setVisible((local || acts.contains(Act.FROM_STEP)) && model.stepProperty().get().filter(step -> !step.state().good()).isPresent());
            resume.setVisible(acts.contains(Act.RESUME) && !acts.contains(Act.FROM_STEP));
            again.setVisible(!cancel.isVisible() && (local || acts.contains(Act.AGAIN)));
            reason.setVisible(busy && !cancel.isVisible());
            reason.setText(Strings.text("runs.busy", run.pipeline()));
        });
    }

    private void showStep() {
        Optional<Run> run = model.selectedProperty().get();
        Optional<StepRun> step = model.stepProperty().get();
        gantt.choose(step.map(StepRun::step).orElse(""));
        graph.choose(step.map(StepRun::step).orElse(""));
        dressButtons();
        if (run.isEmpty() || step.isEmpty()) {
            cause.getChildren().clear();
            tabs.getChildren().clear();
            tools.getChildren().clear();
            body.getChildren().clear();
            truth.show(List.of());
            shownStep = "";
            run.filter(Run::whole).ifPresent(this::showWithoutSteps);
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

    /// A run that failed before its first step has a cause and a log all the same.
    private void showWithoutSteps(Run run) {
        showCause();
        log.open(run.id(), Optional.empty(), run.state() == RunState.FAILED);
        pages = new SubTabs<>();
        logTab = pages.add(Page.LOG, Strings.text("runs.log"));
        tabs.getChildren().setAll(pages);
        tools.getChildren().setAll(logView.tools());
        body.getChildren().setAll(logView);
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
            case DETAILS -> StepPages.details(model.selectedProperty().get(), step, table -> navigator.open(new Destination.OfTable(table, Optional.empty())));
        };
        sayTruth();
        showCause();
        if (body.getChildren().size() != 1 || body.getChildren().getFirst() != node) {
            body.getChildren().setAll(node);
        }
    }

    private void showCause() {
        cause.getChildren().clear();
        Optional<StepRun> step = model.stepProperty().get();
        step.ifPresent(one -> one.cause().ifPresent(why -> cause.getChildren().add(causeOf(one, why))));
        model.selectedProperty().get().filter(run -> run.state() == RunState.FAILED && run.failedStep().isEmpty() && !run.cause().isEmpty() && cause.getChildren().isEmpty())
                .ifPresent(run -> cause.getChildren().add(StepPages.cause(new Run.Cause(Failure.Kind.BAD_INPUT, run.cause(), ""), Optional.empty(), 0, List.of())));
        cause.setManaged(!cause.getChildren().isEmpty());
    }

    private Node causeOf(StepRun step, Run.Cause why) {
        List<Button> acts = new ArrayList<>();
        Optional<StepViewModel.Source> source = stepModel.sourceProperty().get();
        source.map(StepViewModel.Source::file).ifPresent(path -> acts.add(Buttons.plain(Strings.text("runs.open.file"), () -> navigator.open(new Destination.OfObject(path)))));
        Page front = pages.valueProperty().get();
        if (step.rowsRejected() > 0 && front != Page.BAD) {
            acts.add(Buttons.plain(Strings.text("runs.show.bad"), () -> pages.valueProperty().set(Page.BAD)));
        } else if (step.rowsRejected() <= 0 && front != Page.LOG) {
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
        model.selectedProperty().get().ifPresent(model::stop);
    }

    @FXML
    private void resume() {
        model.selectedProperty().get().ifPresent(model::resume);
    }

    LogViewModel log() {
        return log;
    }
}
