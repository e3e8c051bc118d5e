package io.wonderlake.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.DirectJobs;
import io.wonderlake.work.Failure;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunsViewModelTest {
    private final FakeRuns runs = new FakeRuns();
    private final FakePipelines pipelines = new FakePipelines(runs);
    private final DirectJobs jobs = new DirectJobs();
    private final RunsViewModel model = new RunsViewModel(runs, pipelines, jobs);

    @Test
    void showsTheNewestRunAndItsFailedStep() {
        failedRun();
        refresh();
        assertThat(model.selectedProperty().get()).map(Run::id).contains("418");
        assertThat(model.stepProperty().get()).map(StepRun::step).contains("curate.sales_report");
    }

    @Test
    void isEmptyWithoutRuns() {
        refresh();
        assertThat(model.anyRuns()).isFalse();
        assertThat(model.selectedProperty().get()).isEmpty();
        assertThat(model.loadProperty().get()).isEqualTo(new RunsViewModel.Load.Read(false, Optional.empty()));
    }

    @Test
    void saysThatTheListCannotBeRead() {
        runs.broken = true;
        refresh();
        assertThat(model.loadProperty().get()).isInstanceOf(RunsViewModel.Load.Broken.class);
        runs.broken = false;
        refresh();
        assertThat(model.loadProperty().get()).isInstanceOf(RunsViewModel.Load.Read.class);
    }

    @Test
    void showsWhatThereIsAndSaysWhichPartRefused() {
        runs.runs.add(FakeRuns.run(1, "tickit", RunState.DONE));
        Failure refusal = Failure.of(Failure.Kind.DENIED, "failure.aws.denied", "glue:ListJobs", "*");
        runs.gaps.add(refusal);
        refresh();
        assertThat(model.runs()).hasSize(1);
        assertThat(model.loadProperty().get()).isEqualTo(new RunsViewModel.Load.Read(false, Optional.of(refusal)));
    }

    @Test
    void readsOlderRunsOnlyWhenAsked() {
        for (int id = 1; id <= 300; id++) {
            runs.runs.addFirst(FakeRuns.run(id, "tickit", RunState.DONE));
        }
        refresh();
        assertThat(model.runs()).hasSize(RunsViewModel.PAGE);
        assertThat(model.loadProperty().get()).isEqualTo(new RunsViewModel.Load.Read(true, Optional.empty()));
        model.readOlder();
        jobs.runAll();
        assertThat(model.runs()).hasSize(300);
    }

    @Test
    void filtersByPipelineStepAndMessage() {
        failedRun();
        runs.runs.addFirst(FakeRuns.run(419, "tickit", RunState.DONE, FakeRuns.step("crawl.sales", RunState.DONE, 1, 0)));
        refresh();
        for (String words : new String[] {"retail", "SALES_REPORT", "were rejected", "#418", "failed"}) {
            model.filterProperty().set(words);
            assertThat(model.runs()).as(words).extracting(Run::id).containsExactly("418");
        }
        model.filterProperty().set("nothing like it");
        assertThat(model.runs()).isEmpty();
    }

    @Test
    void keepsTheChosenStepWhileARunGoesOn() {
        StepRun first = FakeRuns.step("crawl.sales", RunState.DONE, 10, 0);
        runs.runs.add(FakeRuns.run(1, "tickit", RunState.RUNNING, first, FakeRuns.step("curate.sales", RunState.RUNNING, 0, 0)));
        refresh();
        assertThat(model.stepProperty().get()).map(StepRun::step).contains("curate.sales");
        assertThat(model.lively()).isTrue();
        model.selectStep(first);
        runs.runs.set(0, FakeRuns.run(1, "tickit", RunState.DONE, first, FakeRuns.step("curate.sales", RunState.DONE, 10, 1)));
        refresh();
        assertThat(model.stepProperty().get()).contains(first);
        assertThat(model.lively()).isFalse();
    }

    @Test
    void runsAgainFromAStepAndGoesToTheNewRun() {
        failedRun();
        refresh();
        model.start("retail", Optional.of("curate.sales_report"));
        assertThat(model.busy("retail")).isTrue();
        model.start("retail", Optional.empty());
        jobs.runAll();
        assertThat(pipelines.calls).containsExactly("retail from curate.sales_report");
        assertThat(model.selectedProperty().get()).map(Run::id).contains("419");
        assertThat(model.busy("retail")).isFalse();
    }

    @Test
    void leavesAUserAloneWhoHasGoneElsewhere() {
        failedRun();
        runs.runs.add(FakeRuns.run(417, "tickit", RunState.DONE));
        refresh();
        model.start("retail", Optional.empty());
        runs.runs.addFirst(FakeRuns.run(420, "tickit", RunState.DONE));
        model.select(runs.runs.getFirst());
        jobs.runAll();
        assertThat(model.selectedProperty().get()).map(Run::id).contains("420");
    }

    @Test
    void cancelsARunThatItStarted() {
        model.start("tickit", Optional.empty());
        assertThat(model.mine("tickit")).isTrue();
        model.cancel("tickit");
        jobs.runAll();
        assertThat(model.started()).isEmpty();
        assertThat(model.troubleProperty().get()).isEmpty();
    }

    @Test
    void saysWhyARunCouldNotStart() {
        model.start("locked", Optional.empty());
        jobs.runAll();
        assertThat(model.troubleProperty().get()).isPresent();
        assertThat(model.busy("locked")).isFalse();
    }

    @Test
    void knowsThatAnotherProcessRunsThePipeline() {
        runs.runs.add(FakeRuns.run(1, "tickit", RunState.RUNNING));
        refresh();
        assertThat(model.busy("tickit")).isTrue();
        assertThat(model.mine("tickit")).isFalse();
        model.start("tickit", Optional.empty());
        assertThat(jobs.active()).isEmpty();
    }

    @Test
    void looksUpARunByItsNumber() {
        failedRun();
        model.select("418", Optional.of("crawl.sales"));
        jobs.runAll();
        assertThat(model.stepProperty().get()).map(StepRun::step).contains("crawl.sales");
        model.select("999", Optional.empty());
        jobs.runAll();
        assertThat(model.troubleProperty().get()).isPresent();
    }

    @Test
    void putsTicksAtRoundTimes() {
        assertThat(Scale.of(Duration.ofSeconds(106)).ticks()).containsExactly(Duration.ZERO, Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(90));
        assertThat(Scale.of(Duration.ZERO).ticks()).isNotEmpty();
        assertThat(Scale.of(Duration.ofDays(30)).ticks()).hasSizeLessThanOrEqualTo(6);
        assertThat(Scale.of(Duration.ofSeconds(10)).at(Duration.ofSeconds(5))).isEqualTo(0.5);
    }

    @Test
    void namesDaysAsPeopleDo() {
        LocalDate today = LocalDate.of(2026, 11, 20);
        assertThat(RunWords.day(today, today)).isEqualTo("Today");
        assertThat(RunWords.day(today.minusDays(1), today)).isEqualTo("Yesterday");
        assertThat(RunWords.day(today.minusDays(2), today)).isEqualTo("18 Nov");
        assertThat(RunWords.day(LocalDate.of(2025, 2, 3), today)).isEqualTo("3 Feb 2025");
    }

    @Test
    void saysInOneLineWhatARunDid() {
        failedRun();
        assertThat(RunWords.second(runs.runs.getFirst())).isEqualTo("#418 · curate.sales_report");
        assertThat(RunWords.second(FakeRuns.run(7, "tickit", RunState.DONE, FakeRuns.step("a", RunState.DONE, 0, 0)))).isEqualTo("#7 · 1 step");
        assertThat(RunWords.second(FakeRuns.run(8, "tickit", RunState.RUNNING, FakeRuns.step("a", RunState.DONE, 0, 0),
                FakeRuns.step("b", RunState.RUNNING, 0, 0)))).isEqualTo("#8 · b, 1 of 2 steps");
    }

    @Test
    void readsTheStepsOfARunThatCameWithoutThem() {
        Run whole = FakeRuns.execution("shop/monday", RunState.FAILED, "");
        runs.runs.add(whole);
        runs.listed = run -> new Run(run.id(), run.pipeline(), run.kind(), run.state(), run.said(), "", run.started(), run.ended(), List.of(), "", false);
        model.refresh();
        jobs.runNext();
        assertThat(model.selectedProperty().get().orElseThrow().whole()).isFalse();
        assertThat(model.stepProperty().get()).isEmpty();
        jobs.runAll();
        assertThat(model.selectedProperty().get()).contains(whole);
        assertThat(model.stepProperty().get()).map(StepRun::step).contains("curate.sales");
        refresh();
        assertThat(model.selectedProperty().get()).as("the list does not take the steps away again").contains(whole);
    }

    @Test
    void takesUpAndStopsARunOfAnotherSystem() {
        Run running = FakeRuns.execution("shop/monday", RunState.RUNNING, "");
        runs.runs.add(running);
        refresh();
        model.stop(running);
        jobs.runAll();
        model.resume(running);
        assertThat(model.lively()).isTrue();
        jobs.runAll();
        assertThat(pipelines.calls).containsExactly("stop shop/monday", "resume shop/monday");
        assertThat(model.busy("shop")).as("a state machine may run twice at once").isFalse();
    }

    @Test
    void namesRunsOfOtherSystemsByTheirLastPart() {
        Run run = FakeRuns.execution("shop/4f1c2a9e-77aa-4c61-9f1d-000000000000", RunState.UNKNOWN, "PENDING_MOON");
        assertThat(run.label()).isEqualTo("4f1c2a9e…");
        assertThat(RunWords.state(run)).isEqualTo("PENDING_MOON");
        assertThat(RunWords.matches(run, "state machine")).isTrue();
        assertThat(RunWords.matches(run, "pending_moon")).isTrue();
    }

    @Test
    void putsStepsRightOfWhatTheyFollow() {
        GraphLayout layout = GraphLayout.of(List.of(node("pick", "", List.of("again")), node("each", "", List.of("pick")), node("load", "each", List.of()),
                node("both", "", List.of("pick")), node("end", "", List.of("each", "both")), node("again", "", List.of("end")), node("lost", "", List.of("nowhere"))));
        assertThat(layout.places().get("pick").column()).as("a loop does not push its beginning away").isLessThan(layout.places().get("each").column());
        assertThat(layout.places().get("load").column()).isEqualTo(layout.places().get("each").column() + 1);
        assertThat(layout.places().get("end").column()).isEqualTo(layout.places().get("load").column() + 1);
        assertThat(layout.edges()).contains(new GraphLayout.Edge("load", "end"), new GraphLayout.Edge("each", "load")).doesNotContain(new GraphLayout.Edge("each", "end"));
        assertThat(layout.places().get("lost").column()).isZero();
        assertThat(GraphLayout.of(List.of()).columns()).isZero();
    }

    private static Pipelines.Node node(String name, String within, List<String> after) {
        return new Pipelines.Node(name, "Task", after, within);
    }

    @Test
    void readsAGraphOncePerPipeline() {
        runs.runs.add(FakeRuns.execution("shop/monday", RunState.DONE, ""));
        pipelines.graph = List.of(node("crawl.sales", "", List.of()));
        refresh();
        model.readGraph();
        jobs.runAll();
        assertThat(model.graphProperty().get()).hasSize(1);
        model.readGraph();
        assertThat(jobs.active()).isEmpty();
    }

    private void failedRun() {
        runs.runs.addFirst(FakeRuns.run(418, "retail", RunState.FAILED, FakeRuns.step("crawl.sales", RunState.DONE, 10, 0),
                FakeRuns.step("curate.sales_report", RunState.FAILED, 14_920, 27)));
    }

    private void refresh() {
        model.refresh();
        jobs.runAll();
    }
}
