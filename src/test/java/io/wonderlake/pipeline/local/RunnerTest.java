package io.wonderlake.pipeline.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.index.LakeIndex;
import io.wonderlake.pipeline.Dataset;
import io.wonderlake.pipeline.LogLine;
import io.wonderlake.pipeline.Pipeline;
import io.wonderlake.pipeline.Plan;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunnerTest {

    private static final Pipeline PIPELINE = new Pipeline("p", "P", "", "", List.of(), ObjectPath.parse("config/pipelines/p.yaml"));

    @TempDir
    private Path folder;
    private LakeIndex index;
    private RunTables tables;
    private final List<Plan.Step> steps = new ArrayList<>();
    private final Map<String, Work> works = new HashMap<>();

    /// What a step of a test does.
    private interface Work {
        void run(StepContext context) throws Exception;
    }

    @BeforeEach
    void open() {
        index = LakeIndex.open(folder.resolve("index.db"));
        tables = new RunTables(index);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void runsIndependentStepsSideBySide() {
        CyclicBarrier both = new CyclicBarrier(2);
        step("a", Set.of(), 0, context -> both.await(20, TimeUnit.SECONDS));
        step("b", Set.of(), 0, context -> both.await(20, TimeUnit.SECONDS));
        assertThat(run(new Job("p"), Set.of()).state()).isEqualTo(RunState.DONE);
    }

    @Test
    void runsNoMoreStepsAtOnceThanItMay() {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        for (String name : List.of("a", "b", "c", "d", "e")) {
            step(name, Set.of(), 0, _ -> {
                most.accumulateAndGet(now.incrementAndGet(), Math::max);
                Thread.onSpinWait();
                now.decrementAndGet();
            });
        }
        assertThat(run(new Job("p"), Set.of()).state()).isEqualTo(RunState.DONE);
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void triesAgainWhatMayPass() {
        AtomicInteger calls = new AtomicInteger();
        step("a", Set.of(), 2, context -> {
            context.warn(new StepRun.RuleCount("a.rule", "", 1, List.of()));
            if (calls.incrementAndGet() < 3) {
                throw Failure.of(Failure.Kind.OFFLINE, "failure.bug", "away").exception();
            }
        });
        Run run = run(new Job("p"), Set.of());
        assertThat(run.steps().getFirst().attempts()).isEqualTo(3);
        assertThat(run.steps().getFirst().warnings()).hasSize(1);
        assertThat(run.steps().getFirst().state()).isEqualTo(RunState.WARNED);
        assertThat(log(run)).anyMatch(line -> line.contains("Attempt 2 follows."));
    }

    @Test
    void doesNotTryBadDataAgain() {
        step("a", Set.of(), 5, _ -> {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.bug", "bad").exception();
        });
        assertThat(run(new Job("p"), Set.of()).steps().getFirst().attempts()).isEqualTo(1);
    }

    @Test
    void triesTroubleWithTheDiskOnceMore() {
        step("a", Set.of(), 5, _ -> {
            throw Failure.of(Failure.Kind.STORAGE, "failure.bug", "disk").exception();
        });
        assertThat(run(new Job("p"), Set.of()).steps().getFirst().attempts()).isEqualTo(2);
    }

    @Test
    void stopsAStepAtItsTimeout() {
        steps.add(new Plan.Step("a", task("a"), Set.of(), 3, Duration.ofMillis(100)));
        works.put("a", RunnerTest::untilCancelled);
        StepRun step = run(new Job("p"), Set.of()).steps().getFirst();
        assertThat(step.state()).isEqualTo(RunState.FAILED);
        assertThat(step.cause().orElseThrow().message()).isEqualTo("a took longer than 100 ms and was stopped.");
    }

    @Test
    void skipsWhatDependsOnAFailedStepAndLetsTheOthersGoOn() {
        step("a", Set.of(), 0, _ -> {
            throw new IllegalStateException("unexpected");
        });
        step("b", Set.of(), 0, _ -> { });
        step("c", Set.of("a"), 0, _ -> { });
        step("d", Set.of("c", "b"), 0, _ -> { });
        step("e", Set.of("b"), 0, _ -> { });
        Run run = run(new Job("p"), Set.of());
        assertThat(run.steps()).extracting(StepRun::state)
                .containsExactly(RunState.FAILED, RunState.DONE, RunState.SKIPPED, RunState.SKIPPED, RunState.DONE);
        assertThat(run.steps().getFirst().cause().orElseThrow().kind()).isEqualTo(Failure.Kind.BUG);
        assertThat(log(run)).contains("Skipped, because a did not end well.");
    }

    @Test
    void takesEarlierStepsAsTheyAre() {
        step("a", Set.of(), 0, _ -> {
            throw new IllegalStateException("must not run");
        });
        step("b", Set.of("a"), 0, _ -> { });
        Run run = run(new Job("p"), Set.of("a"));
        assertThat(run.steps()).extracting(StepRun::state).containsExactly(RunState.SKIPPED, RunState.DONE);
        assertThat(run.state()).isEqualTo(RunState.DONE);
    }

    @Test
    void cancelsRunningStepsAndThoseThatWait() {
        Job job = new Job("p");
        step("a", Set.of(), 0, context -> {
            job.cancel();
            untilCancelled(context);
        });
        step("b", Set.of("a"), 0, _ -> { });
        Run run = run(job, Set.of());
        assertThat(run.state()).isEqualTo(RunState.CANCELLED);
        assertThat(run.steps()).extracting(StepRun::state).containsExactly(RunState.CANCELLED, RunState.CANCELLED);
    }

    @Test
    void endsThePauseBetweenTwoAttemptsWhenItIsCancelled() {
        Job job = new Job("p");
        AtomicInteger calls = new AtomicInteger();
        step("a", Set.of(), 10, context -> {
            if (calls.incrementAndGet() == 6) {
                Thread.ofPlatform().start(job::cancel);
            }
            throw Failure.of(Failure.Kind.OFFLINE, "failure.bug", "away").exception();
        });
        assertThat(run(job, Set.of()).steps().getFirst().state()).isEqualTo(RunState.CANCELLED);
        assertThat(calls.get()).isLessThan(9);
    }

    @Test
    void writesManyLogLinesInOrder() {
        step("a", Set.of(), 0, context -> {
            for (int i = 0; i < 1_000; i++) {
                context.info("failure.bug", String.valueOf(i));
            }
        });
        Run run = run(new Job("p"), Set.of());
        List<LogLine> lines = tables.log(Long.parseLong(run.id()), Optional.empty(), 1, 10_000);
        assertThat(lines).hasSizeGreaterThan(1_000);
        assertThat(lines).extracting(LogLine::number).isSorted();
        assertThat(lines.get(500).message()).endsWith(": 499");
    }

    private static void untilCancelled(StepContext context) throws InterruptedException {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (Job.Registration _ = context.job().onCancel(cancelled::countDown)) {
            cancelled.await(20, TimeUnit.SECONDS);
        }
        context.job().checkCancelled();
    }

    private void step(String name, Set<String> after, int retries, Work work) {
        steps.add(new Plan.Step(name, task(name), after, retries, Duration.ofMinutes(1)));
        works.put(name, work);
    }

    private static Plan.Task task(String name) {
        return new Plan.Task.Crawl(new Dataset("d", name));
    }

    private Run run(Job job, Set<String> taken) {
        long id = tables.begin("p", "test", Clock.systemUTC().instant(), steps.stream().map(Plan.Step::name).toList());
        RunLog log = new RunLog(tables, id, Clock.systemUTC());
        Runner runner = new Runner(tables, new Plan(PIPELINE, steps), this::runnable, Clock.systemUTC(), 2);
        RunState state = runner.execute(new Runner.Order(id, taken, log), job);
        log.flush();
        tables.end(id, state, Clock.systemUTC().instant(), runner.cause());
        return tables.find(id).orElseThrow();
    }

    private Runnable runnable(StepContext context) {
        return () -> {
            try {
                works.get(context.step()).run(context);
            } catch (RuntimeException error) {
                throw error;
            } catch (Exception error) {
                throw new IllegalStateException(error);
            }
        };
    }

    private List<String> log(Run run) {
        return tables.log(Long.parseLong(run.id()), Optional.empty(), 1, 10_000).stream().map(LogLine::message).toList();
    }
}
