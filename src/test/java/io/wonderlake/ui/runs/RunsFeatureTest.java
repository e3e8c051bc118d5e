package io.wonderlake.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.lake.ObjectPath;
import io.wonderlake.pipeline.LogLine.Level;
import io.wonderlake.pipeline.Pipelines.Act;
import io.wonderlake.pipeline.Pipelines.Node;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.settings.Appearance;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.FxTest;
import io.wonderlake.ui.kit.grid.DataGrid;
import io.wonderlake.work.Failure;
import io.wonderlake.work.ThreadJobs;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.application.Platform;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The place as support staff meet it: find the failed run, its step, its rows and its log line.
class RunsFeatureTest extends FxTest {
    private final FakeRuns runs = new FakeRuns();
    private final List<Destination> gone = new ArrayList<>();
    private RunsFeature feature;
    private Stage stage;

    @AfterEach
    void close() {
        runFx(() -> theme().mode(Appearance.Mode.LIGHT));
        runFx(feature::hidden);
        runFx(stage::close);
    }

    @Test
    void showsTheFailedStepWithItsRowsAndItsLog() {
        open();
        await(() -> texts().contains("retail #418"));
        await(() -> labels(stage.getScene().getRoot()).stream().anyMatch(text -> text.contains("27 bad rows in view")));
        await(() -> grid().shownText(0, 4).equals(Optional.of("net is not a decimal(12,2)")));
        await(() -> texts().stream().anyMatch(text -> text.startsWith("rejected 27")));
        picture("runs");
        runFx(() -> {
            stage.setWidth(1280);
            stage.setHeight(800);
        });
        settle();
        picture("runs-1280");
        assertThat(texts()).contains("25 of them come from one file, sales_report_0031_2026-W46.xlsx");
        assertThat(onFx(() -> grid().shownText(0, 1))).contains("sales_report_0007_2026-W46.xlsx");
        runFx(() -> button("Open the file").fire());
        assertThat(gone).containsExactly(new Destination.OfObject(ObjectPath.parse("raw/retail/sales_report/sales_report_0031_2026-W46.xlsx")));
    }

    @Test
    void searchesTheLogOfAStep() {
        open();
        await(() -> texts().contains("retail #418"));
        runFx(() -> press("Log"));
        await(() -> stage.getScene().getRoot().lookup(".sub-tools .text-field") != null);
        runFx(() -> ((TextField) stage.getScene().getRoot().lookup(".sub-tools .text-field")).setText("part 1177"));
        await(() -> texts().contains("1 of 1"));
        await(() -> texts().stream().anyMatch(text -> text.equals("part 1177 of the file")));
        picture("runs-log");
    }

    @Test
    void goesToAnotherRunFromTheList() {
        open();
        await(() -> texts().contains("retail #418"));
        runFx(() -> list().getSelectionModel().select(list().getItems().size() - 1));
        await(() -> texts().contains("workforce #409"));
        picture("runs-done");
    }

    @Test
    void saysThatThereAreNoRunsAndOffersToStartOne() {
        feature = onFx(() -> new RunsFeature(runs, new FakePipelines(runs), new ThreadJobs(Platform::runLater), gone::add));
        stage = show(onFx(() -> window(feature)), 1280, 800);
        runFx(feature::shown);
        await(() -> texts().contains("No runs yet") && texts().contains("Run a pipeline"));
        picture("runs-none");
    }

    @Test
    void showsARunOfAnotherSystemWithoutWhatItDoesNotKnow() {
        runs.runs.add(FakeRuns.execution("shop-nightly/4f1c2a9e-77aa-4c61-9f1d-3b8f60f0a6d1", RunState.FAILED, ""));
        runs.runs.add(FakeRuns.execution("shop-nightly/2026-11-18", RunState.DONE, ""));
        runs.line(Level.INFO, "curate.sales", "TaskScheduled  resourceType=glue  resource=startJobRun.sync");
        runs.line(Level.ERROR, "curate.sales", "TaskFailed  error=States.TaskFailed  cause=column net is missing");
        FakePipelines pipelines = new FakePipelines(runs);
        pipelines.acts = Set.of(Act.AGAIN, Act.RESUME);
        pipelines.graph = List.of(new Node("crawl.sales", "Task glue:startJobRun.sync", List.of(), ""), new Node("each file", "Map", List.of("crawl.sales"), ""),
                new Node("curate.sales", "Task lambda", List.of(), "each file"), new Node("publish", "Succeed", List.of("each file"), ""),
                new Node("tell", "Task sns:publish", List.of("each file"), ""));
        feature = onFx(() -> new RunsFeature(runs, pipelines, new ThreadJobs(Platform::runLater), gone::add));
        stage = show(onFx(() -> window(feature)), 1280, 800);
        runFx(feature::shown);
        await(() -> texts().contains("State machine") && texts().contains("Redrive"));
        await(() -> texts().stream().anyMatch(text -> text.startsWith("TaskFailed")));
        assertThat(texts()).contains("States.TaskFailed: column net is missing").doesNotContain("rows in", "rejected", "-1");
        assertThat(button("Run again from this step").isVisible()).isFalse();
        picture("runs-aws");
        runFx(() -> choose("Graph"));
        await(() -> stage.getScene().getRoot().lookupAll(".step-graph .node").size() == 5);
        picture("runs-aws-graph");
        runFx(() -> button("Redrive").fire());
        await(() -> pipelines.calls.contains("resume shop-nightly/4f1c2a9e-77aa-4c61-9f1d-3b8f60f0a6d1"));
    }

    private void choose(String segment) {
        stage.getScene().getRoot().lookupAll(".segments .toggle-button").stream().map(javafx.scene.control.ToggleButton.class::cast)
                .filter(button -> button.getText().equals(segment)).findFirst().orElseThrow().setSelected(true);
    }

    private void open() {
        for (int id = 409; id <= 417; id++) {
            String[] names = {"workforce", "tickit", "retail"};
            runs.runs.addFirst(new Run(String.valueOf(id), names[(id - 409) % 3], id == 414 ? RunState.WARNED : RunState.DONE, "schedule",
                    Instant.now().minus(Duration.ofHours(7 * (418 - id))), Optional.of(Instant.now().minus(Duration.ofHours(7 * (418 - id))).plusSeconds(58)),
                    List.of(step("crawl.sales", RunState.DONE, 0, 12, 172_456, 0), step("curate.sales", RunState.DONE, 12, 40, 172_456, 0),
                            step("build.sales_by_category", RunState.DONE, 40, 58, 172_456, 0)), ""));
        }
        runs.runs.addFirst(failed());
        for (int i = 0; i < 1_200; i++) {
            runs.line(Level.INFO, "curate.sales_report", "part " + i + " of the file");
        }
        runs.line(Level.INFO, "curate.sales_report", "62 files, 14,920 rows read");
        runs.line(Level.WARN, "curate.sales_report", "27 rows to quarantine/retail/sales_report/run=418");
        runs.line(Level.ERROR, "curate.sales_report", "rejected 27 (0.18 %) is over the limit 0.1 % of contract sales_report v2");
        runs.line(Level.INFO, "curate.sales_report", "version 60 stays published; 2 steps skipped");
        for (int i = 0; i < 27; i++) {
            String store = i < 2 ? "0007" : "0031";
            runs.bad.add(new Object[] {"Sheet1!H" + (17 + 5 * i), "raw/retail/sales_report/sales_report_" + store + "_2026-W46.xlsx", i % 7 == 6 ? "sku" : "net",
                i % 7 == 6 ? "TEA-9981" : "1.234,56", i % 7 == 6 ? "sku is not in products" : "net is not a decimal(12,2)",
                i % 7 == 6 ? "TEA-9981" : "CLK-0031", i % 7 == 6 ? "48.00" : "1.234,56"});
        }
        feature = onFx(() -> new RunsFeature(runs, new FakePipelines(runs), new ThreadJobs(Platform::runLater), gone::add));
        stage = show(onFx(() -> window(feature)), 1360, 860);
        runFx(feature::shown);
    }

    private static final Instant START = Instant.now().minus(Duration.ofMinutes(40));

    private static Run failed() {
        StepRun bad = step("curate.sales_report", RunState.FAILED, 12, 106, 14_920, 27);
        return new Run("418", "retail", RunState.FAILED, "schedule", START, Optional.of(START.plusSeconds(106)), List.of(
                step("crawl.sales_report", RunState.DONE, 0, 12, 48_210, 0), step("crawl.inventory_log", RunState.DONE, 0, 5, 12_004, 0),
                new StepRun("crawl.products", RunState.DONE, 2, Optional.of(START), Optional.of(START.plusSeconds(21)), 6_120, 6_120, 0, List.of(), "", 0, Optional.empty()),
                new StepRun("curate.inventory_log", RunState.WARNED, 1, Optional.of(START.plusSeconds(12)), Optional.of(START.plusSeconds(34)), 31_882, 31_871, 11,
                        List.of(new StepRun.RuleCount("inventory_log.sku.unknown", "The article is not in the list of products.", 1_245,
                                List.of(new StepRun.ValueCount("TEA-9981", 812), new StepRun.ValueCount("HAT-0000", 433)))), "retail_curated.inventory_log", 12, Optional.empty()),
                new StepRun(bad.step(), bad.state(), 1, bad.started(), bad.ended(), bad.rowsIn(), bad.rowsOut(), bad.rowsRejected(), List.of(), "", 0,
                        Optional.of(new Run.Cause(Failure.Kind.BAD_INPUT, "27 of 14,920 rows were rejected; the contract of sales_report allows 14.",
                                "Correct the rows at their source, or raise maxRejectedPercent in the contract."))),
                step("build.stock_out_risk", RunState.DONE, 34, 58, 31_871, 0),
                skipped("build.store_sales_daily"), skipped("build.store_sales_weekly")), "27 of 14,920 rows were rejected");
    }

    private static StepRun step(String name, RunState state, int from, int to, long in, long rejected) {
        return new StepRun(name, state, 1, Optional.of(START.plusSeconds(from)), Optional.of(START.plusSeconds(to)), in, in - rejected, rejected, List.of(), "", 0,
                Optional.empty());
    }

    private static StepRun skipped(String name) {
        return new StepRun(name, RunState.SKIPPED, 0, Optional.empty(), Optional.empty(), 0, 0, 0, List.of(), "", 0, Optional.empty());
    }

    private void picture(String name) {
        for (Appearance.Mode mode : List.of(Appearance.Mode.LIGHT, Appearance.Mode.DARK)) {
            runFx(() -> theme().mode(mode));
            settle();
            snapshot(stage.getScene().getRoot(), Path.of("target/pictures/" + name + (mode == Appearance.Mode.LIGHT ? "-light" : "-dark") + ".png"));
        }
    }

    private static BorderPane window(RunsFeature feature) {
        BorderPane side = new BorderPane(feature.sidebar());
        side.getStyleClass().add("line-right");
        side.setMinWidth(260);
        side.setMaxWidth(260);
        HBox places = new HBox(side, feature.content());
        HBox.setHgrow(feature.content(), Priority.ALWAYS);
        BorderPane window = new BorderPane(places);
        window.setTop(sized(0, 40));
        window.setLeft(sized(48, 0));
        window.setBottom(sized(0, 24));
        return window;
    }

    private static Region sized(double width, double height) {
        Region region = new Region();
        region.getStyleClass().add("surface-inset");
        region.setPrefSize(width, height);
        return region;
    }

    private DataGrid grid() {
        return (DataGrid) stage.getScene().getRoot().lookup(".data-grid");
    }

    private ListView<?> list() {
        return (ListView<?>) stage.getScene().getRoot().lookup(".run-list .list-view");
    }

    private Button button(String text) {
        return stage.getScene().getRoot().lookupAll(".button").stream().map(Button.class::cast).filter(button -> text.equals(button.getText())).findFirst().orElseThrow();
    }

    private void press(String tab) {
        stage.getScene().getRoot().lookupAll(".sub-tabs .toggle-button").stream().map(javafx.scene.control.ToggleButton.class::cast)
                .filter(button -> button.getText().equals(tab)).findFirst().orElseThrow().setSelected(true);
    }

    private List<String> texts() {
        List<String> all = new ArrayList<>(labels(stage.getScene().getRoot()));
        stage.getScene().getRoot().lookupAll(".button").forEach(button -> all.add(((Button) button).getText()));
        return all;
    }

    private static List<String> labels(javafx.scene.Node node) {
        return node.lookupAll(".label").stream().filter(Label.class::isInstance).map(label -> ((Label) label).getText()).toList();
    }
}
