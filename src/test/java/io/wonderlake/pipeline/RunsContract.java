package io.wonderlake.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.pipeline.Pipelines.Act;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// What every run history does, and what its pipelines do with runs. The subclass makes two runs of `shop`, whose step `curate.sales` follows
/// `crawl.sales`: the first run fails in `curate.sales`, the second ends well; then one run of `other`.
public abstract class RunsContract {

    protected abstract Runs runs();

    protected abstract Pipelines pipelines();

    @Test
    void listsRunsNewestFirst() {
        List<Run> all = runs().list(Optional.empty(), 0, 10);
        assertThat(all).extracting(Run::pipeline).containsExactly("other", "shop", "shop");
        assertThat(all).extracting(Run::started).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(all).extracting(Run::state).containsExactly(RunState.DONE, RunState.DONE, RunState.FAILED);
        assertThat(all).extracting(Run::id).doesNotHaveDuplicates();
        assertThat(runs().list(Optional.of("shop"), 0, 10)).hasSize(2);
        assertThat(runs().list(Optional.of("nobody"), 0, 10)).isEmpty();
    }

    @Test
    void pagesTheList() {
        assertThat(ids(runs().list(Optional.empty(), 1, 1))).containsExactly(ids(runs().list(Optional.empty(), 0, 10)).get(1));
        assertThat(ids(runs().list(Optional.of("shop"), 1, 5))).containsExactly(failed().id());
        assertThat(runs().list(Optional.empty(), 9, 5)).isEmpty();
    }

    @Test
    void findsARunByItsId() {
        Run listed = failed();
        Run found = runs().find(listed.id()).orElseThrow();
        assertThat(found.whole()).isTrue();
        assertThat(List.of(found.id(), found.pipeline(), found.state(), found.started(), found.ended()))
                .isEqualTo(List.of(listed.id(), listed.pipeline(), listed.state(), listed.started(), listed.ended()));
        for (String none : List.of("99", "", "no such run", "-1", "01", "99999999999999999999", "a/b:c", "shop/nothing", "job/", "///")) {
            assertThat(runs().find(none)).as(none).isEmpty();
        }
    }

    @Test
    void remembersWhatAStepDidAndWhyItFailed() {
        Run failed = runs().find(failed().id()).orElseThrow();
        StepRun step = failed.failedStep().orElseThrow();
        assertThat(step.step()).isEqualTo("curate.sales");
        assertThat(step.counted() && step.rowsIn() != step.rowsOut() + step.rowsRejected()).isFalse();
        assertThat(step.cause().orElseThrow().message()).isNotBlank();
        assertThat(step.cause().orElseThrow().advice()).isNotBlank();
        assertThat(step.attempts()).isPositive();
        assertThat(step.started()).isPresent();
        assertThat(step.ended()).isPresent();
        assertThat(failed.ended()).isPresent();
        assertThat(failed.cause()).isNotBlank();
        assertThat(failed.steps()).extracting(StepRun::step).startsWith("crawl.sales", "curate.sales");
        assertThat(failed.steps().getFirst().state()).isEqualTo(RunState.DONE);
    }

    @Test
    void givesLogLinesByNumberWithoutGaps() {
        String run = failed().id();
        long size = size(run, Optional.empty());
        List<LogLine> lines = runs().log(run, Optional.empty(), 1, 10_000);
        assertThat(lines).hasSize((int) size);
        assertThat(lines).extracting(LogLine::number).startsWith(1L).doesNotHaveDuplicates().isSorted();
        assertThat(runs().log(run, Optional.empty(), 3, 2)).isEqualTo(lines.subList(2, 4));
        assertThat(runs().log(run, Optional.empty(), size + 1, 10)).isEmpty();
        assertThat(runs().log("99", Optional.empty(), 1, 10)).isEmpty();
        assertThat(runs().logSize("99", Optional.empty())).isEqualTo(new LogSize(0, false));
    }

    @Test
    void givesTheLogLinesOfOneStep() {
        String run = failed().id();
        List<LogLine> lines = runs().log(run, Optional.of("curate.sales"), 1, 10_000);
        assertThat(lines).isNotEmpty().allMatch(line -> line.step().equals("curate.sales")).anyMatch(line -> line.level() == LogLine.Level.ERROR);
        assertThat(lines).hasSize((int) size(run, Optional.of("curate.sales")));
        assertThat(runs().log(run, Optional.of("no such step"), 1, 10)).isEmpty();
    }

    @Test
    void givesNoBadRowsWhereThereAreNone() {
        assertThat(runs().badRows(failed().id(), "crawl.sales", 0, 10).total()).isZero();
        assertThat(runs().badRows("99", "crawl.sales", 0, 10).rows()).isEmpty();
    }

    @Test
    void namesItsPipelines() {
        assertThat(pipelines().names()).contains("other", "shop").isSorted();
    }

    @Test
    void knowsTheOrderOfTheSteps() {
        List<Pipelines.Node> graph = pipelines().graph("shop");
        assertThat(graph).extracting(Pipelines.Node::step).startsWith("crawl.sales", "curate.sales");
        assertThat(graph.getFirst().after()).isEmpty();
        assertThat(graph.get(1).after()).containsExactly("crawl.sales");
        assertThat(graph).allMatch(node -> !node.type().isBlank());
        refuses(Failure.Kind.NOT_FOUND, () -> pipelines().graph("nobody"));
    }

    @Test
    void saysWhatCanBeDoneWithARun() {
        Run failed = runs().find(failed().id()).orElseThrow();
        assertThat(pipelines().acts(failed)).contains(Act.AGAIN, Act.RESUME).doesNotContain(Act.STOP);
        assertThat(pipelines().acts(done())).contains(Act.AGAIN).doesNotContain(Act.STOP, Act.RESUME);
    }

    @Test
    void refusesWhatARunThatHasEndedCannotDo() {
        refuses(Failure.Kind.CONFLICT, () -> pipelines().stop(failed().id()));
        refuses(Failure.Kind.CONFLICT, () -> pipelines().resume(done().id(), "test", new Job("resume")));
    }

    @Test
    void refusesWhatDoesNotExist() {
        refuses(Failure.Kind.NOT_FOUND, () -> pipelines().stop("99"));
        refuses(Failure.Kind.NOT_FOUND, () -> pipelines().resume("shop/nothing", "test", new Job("resume")));
        refuses(Failure.Kind.NOT_FOUND, () -> pipelines().run("nobody", Optional.empty(), "test", new Job("run")));
    }

    protected static void refuses(Failure.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(FailureException.class, error -> {
            assertThat(error.failure().kind()).isEqualTo(kind);
            assertThat(error.failure().advice()).isNotBlank();
        });
    }

    protected Run failed() {
        return runs().list(Optional.of("shop"), 1, 1).getFirst();
    }

    private Run done() {
        return runs().list(Optional.of("shop"), 0, 1).getFirst();
    }

    private long size(String run, Optional<String> step) {
        LogSize size = runs().logSize(run, step);
        while (size.more()) {
            size = runs().logSize(run, step);
        }
        return size.lines();
    }

    private static List<String> ids(List<Run> runs) {
        return runs.stream().map(Run::id).toList();
    }
}
