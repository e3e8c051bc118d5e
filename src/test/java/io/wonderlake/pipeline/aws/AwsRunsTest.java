package io.wonderlake.pipeline.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.FakeAws;
import io.wonderlake.lake.aws.FakeAws.Refusal;
import io.wonderlake.pipeline.LogLine;
import io.wonderlake.pipeline.LogSize;
import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Pipelines.Act;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.pipeline.RunsContract;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.pipeline.aws.FakeSteps.Execution;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs of an account, on a server that answers in the services' shapes.
class AwsRunsTest extends RunsContract {
    private static final Instant START = FakeSteps.START;
    private static final String DEFINITION = """
            {"StartAt": "crawl.sales", "States": {
              "crawl.sales": {"Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Next": "curate.sales"},
              "curate.sales": {"Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:123456789012:function:curate", "Next": "publish"},
              "publish": {"Type": "Succeed"}}}
            """;

    private final FakeAws aws = new FakeAws();
    private final FakeSteps steps = new FakeSteps(aws);
    private final FakeGlue glue = new FakeGlue(aws);
    private final MovingClock clock = new MovingClock();
    private AwsAccount account = aws.account();
    private AwsRuns runs;
    @TempDir
    private Path cache;

    /// Noon of the day on which the runs were.
    private static final class MovingClock extends Clock {
        private Instant now = START.plus(Duration.ofHours(6));

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        void move(Duration by) {
            now = now.plus(by);
        }
    }

    @BeforeEach
    void makeRuns() {
        steps.machines.put("shop", DEFINITION);
        steps.machines.put("other", "{\"StartAt\": \"only\", \"States\": {\"only\": {\"Type\": \"Pass\"}}}");
        failed("monday");
        good("shop", "tuesday", START.plusSeconds(1_000));
        good("other", "wednesday", START.plusSeconds(2_000));
        runs = new AwsRuns(account, cache, clock);
    }

    @AfterEach
    void close() {
        runs.close();
        account.close();
        aws.close();
    }

    private Execution failed(String name) {
        Execution one = new Execution("shop", name, "FAILED", START);
        int last = one.event("ExecutionStarted", 0, 0, "executionStartedEventDetails", Map.of("input", "{}", "roleArn", "arn:aws:iam::123456789012:role/shop"));
        last = one.task("crawl.sales", last, 0.1, 12);
        last = one.entered("Task", "curate.sales", last, 12);
        last = one.failed("curate.sales", last, 13, "States.TaskFailed", "{\"errorMessage\": \"column net is missing\", \"errorType\": \"KeyError\"}");
        last = one.failed("curate.sales", last, 20, "States.TaskFailed", "{\"errorMessage\": \"column net is missing\", \"errorType\": \"KeyError\"}");
        one.event("ExecutionFailed", last, 21, "executionFailedEventDetails", Map.of("error", "States.TaskFailed", "cause", "column net is missing"));
        one.error = "States.TaskFailed";
        one.cause = "{\"errorMessage\": \"column net is missing\"}";
        one.end("FAILED", 21);
        steps.executions.add(one);
        return one;
    }

    private Execution good(String machine, String name, Instant started) {
        Execution one = new Execution(machine, name, "SUCCEEDED", started);
        int last = one.event("ExecutionStarted", 0, 0);
        last = one.task("crawl.sales", last, 0.1, 12);
        one.event("ExecutionSucceeded", last, 12, "executionSucceededEventDetails", Map.of("output", "{}"));
        one.end("SUCCEEDED", 12);
        steps.executions.add(one);
        return one;
    }

    @Override
    protected Runs runs() {
        return runs;
    }

    @Override
    protected Pipelines pipelines() {
        return new AwsPipelines(account, runs);
    }

    private Run whole(String id) {
        return runs.find(id).orElseThrow();
    }

    private static StepRun step(Run run, String name) {
        return run.steps().stream().filter(step -> step.step().equals(name)).findFirst().orElseThrow();
    }

    @Test
    void tellsRetriesAndWhatWasNotReached() {
        Run run = whole("shop/monday");
        assertThat(run.steps()).extracting(StepRun::step).containsExactly("crawl.sales", "curate.sales", "publish");
        assertThat(run.steps()).extracting(StepRun::state).containsExactly(RunState.DONE, RunState.FAILED, RunState.SKIPPED);
        assertThat(step(run, "curate.sales").attempts()).isEqualTo(2);
        assertThat(step(run, "curate.sales").cause().orElseThrow().message()).isEqualTo("States.TaskFailed: column net is missing");
        assertThat(run.cause()).isEqualTo("States.TaskFailed: column net is missing");
        assertThat(run.rejected()).isEqualTo(-1);
        assertThat(run.kind()).isEqualTo(Run.Kind.STATE_MACHINE);
    }

    @Test
    void asksForNoMoreExecutionsThanItShows() {
        for (int i = 0; i < 1_000; i++) {
            good("shop", "e" + i, START.plusSeconds(3_000 + i));
        }
        steps.pageSize = 1_000;
        assertThat(runs.list(Optional.empty(), 0, 10)).hasSize(10).extracting(Run::id).startsWith("shop/e999", "shop/e998");
        assertThat(aws.calls("ListExecutions")).hasSize(2).allMatch(call -> call.request().path("maxResults").asInt() <= 10);
        assertThat(aws.calls("GetExecutionHistory")).isEmpty();
        assertThat(runs.list(Optional.empty(), 0, 10)).hasSize(10);
        assertThat(aws.calls("ListExecutions")).as("what was read a moment ago is used again").hasSize(2);
    }

    @Test
    void pagesThroughExecutionsInTheOrderOfTime() {
        for (int i = 0; i < 25; i++) {
            good(i % 2 == 0 ? "shop" : "other", "e" + i, START.plusSeconds(3_000 + i));
        }
        List<Run> all = runs.list(Optional.empty(), 0, 100);
        assertThat(all).hasSize(28).extracting(Run::started).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(runs.list(Optional.empty(), 20, 5)).extracting(Run::id).isEqualTo(all.subList(20, 25).stream().map(Run::id).toList());
    }

    @Test
    void readsMapsParallelsAndCaughtFailures() {
        steps.machines.put("fan", "{}");
        Execution one = new Execution("fan", "x", "RUNNING", START);
        int start = one.event("ExecutionStarted", 0, 0);
        int map = one.entered("Map", "each", start, 1);
        int begun = one.event("MapStateStarted", map, 1, "mapStateStartedEventDetails", Map.of("length", 2));
        int first = one.event("MapIterationStarted", begun, 1, "mapIterationStartedEventDetails", Map.of("name", "each", "index", 0));
        int second = one.event("MapIterationStarted", begun, 1, "mapIterationStartedEventDetails", Map.of("name", "each", "index", 1));
        int doneFirst = one.task("load", first, 2, 4);
        one.event("MapIterationSucceeded", doneFirst, 4, "mapIterationSucceededEventDetails", Map.of("name", "each", "index", 0));
        int loading = one.entered("Task", "load", second, 2);
        int broken = one.failed("load", loading, 3, "Custom.Bad", "a bad day");
        int iteration = one.event("MapIterationFailed", broken, 5, "mapIterationFailedEventDetails", Map.of("name", "each", "index", 1));
        int mapFailed = one.event("MapStateFailed", iteration, 5);
        int caught = one.exited("Map", "each", mapFailed, 5);
        int both = one.entered("Parallel", "both", caught, 6);
        one.event("ParallelStateStarted", both, 6);
        one.entered("Wait", "left", both, 6);
        one.entered("Task", "right", both, 6);
        steps.executions.add(one);
        Run run = whole("fan/x");
        assertThat(run.steps()).extracting(StepRun::step).containsExactly("each", "load", "both", "left", "right");
        assertThat(step(run, "each").state()).as("its failure was caught").isEqualTo(RunState.WARNED);
        assertThat(step(run, "load").attempts()).as("two items are no retry").isEqualTo(1);
        assertThat(step(run, "left").state()).isEqualTo(RunState.RUNNING);
        one.end("ABORTED", 9);
        clock.move(Duration.ofSeconds(10));
        assertThat(whole("fan/x").state()).isEqualTo(RunState.CANCELLED);
        assertThat(step(whole("fan/x"), "right").state()).isEqualTo(RunState.CANCELLED);
    }

    @Test
    void followsARunThatIsTakenUp() {
        Execution one = steps.find("arn:aws:states:eu-west-1:123456789012:execution:shop:monday");
        assertThat(whole("shop/monday").state()).isEqualTo(RunState.FAILED);
        aws.on("RedriveExecution", _ -> {
            one.status = "RUNNING";
            one.stopped = null;
            one.error = null;
            int last = one.event("ExecutionRedriven", one.events.size(), 100, "executionRedrivenEventDetails", Map.of("redriveCount", 1));
            last = one.event("TaskScheduled", last, 101, "taskScheduledEventDetails", Map.of("resourceType", "batch", "resource", "submitJob.sync", "region", "x", "parameters", "{}"));
            last = one.event("TaskSucceeded", last, 110);
            last = one.exited("Task", "curate.sales", last, 110);
            one.event("ExecutionSucceeded", last, 111);
            one.whenAsked = () -> one.end("SUCCEEDED", 111);
            return Map.of("redriveDate", FakeSteps.seconds(START.plusSeconds(100)));
        });
        assertThat(runs.logSize("shop/monday", Optional.empty()).lines()).isEqualTo(11);
        Run again = pipelines().resume("shop/monday", "test", new Job("resume"));
        assertThat(again.id()).isEqualTo("shop/monday");
        assertThat(again.state()).isEqualTo(RunState.DONE);
        assertThat(step(again, "curate.sales").state()).isEqualTo(RunState.DONE);
        assertThat(step(again, "curate.sales").attempts()).isEqualTo(3);
        clock.move(Duration.ofSeconds(10));
        assertThat(runs.logSize("shop/monday", Optional.empty()).lines()).isEqualTo(16);
    }

    @Test
    void saysThatARunCannotBeTakenUpAnyMore() {
        aws.on("RedriveExecution", _ -> {
            throw new Refusal(400, "ExecutionNotRedrivable", "Execution is not redrivable");
        });
        refuses(Failure.Kind.CONFLICT, () -> pipelines().resume("shop/monday", "test", new Job("resume")));
        clock.move(Duration.ofDays(20));
        assertThat(pipelines().acts(whole("shop/monday"))).containsExactly(Act.AGAIN);
    }

    @Test
    void startsWithAnInputAndFollowsToTheEnd() {
        aws.on("StartExecution", ask -> {
            assertThat(ask.path("input").asText()).isEqualTo("{\"day\": 1}");
            Execution one = good("shop", ask.path("name").asText(), START.plusSeconds(5_000));
            one.status = "RUNNING";
            one.stopped = null;
            one.whenAsked = () -> one.whenAsked = () -> one.end("SUCCEEDED", 12);
            return Map.of("executionArn", one.arn(), "startDate", FakeSteps.seconds(one.started));
        });
        Job job = new Job("shop");
        List<String> phases = new ArrayList<>();
        job.onProgress(progress -> phases.add(progress.phase()));
        Run run = pipelines().run("shop", new Pipelines.Order(Optional.empty(), Optional.of("{\"day\": 1}"), "test"), job);
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(phases).startsWith("started", "running");
        assertThat(runs.list(Optional.empty(), 0, 1)).extracting(Run::id).containsExactly(run.id());
        refuses(Failure.Kind.BAD_INPUT, () -> pipelines().run("shop", Optional.of("curate.sales"), "test", new Job("from")));
    }

    @Test
    void stopsTheExecutionWhenTheJobIsCancelled() {
        Job job = new Job("shop");
        aws.on("StartExecution", ask -> {
            Execution one = new Execution("shop", ask.path("name").asText(), "RUNNING", START.plusSeconds(5_000));
            one.event("ExecutionStarted", 0, 0);
            one.whenAsked = job::cancel;
            steps.executions.add(one);
            return Map.of("executionArn", one.arn(), "startDate", FakeSteps.seconds(one.started));
        });
        assertThat(pipelines().run("shop", Optional.empty(), "test", job).state()).isEqualTo(RunState.CANCELLED);
        assertThat(aws.calls("StopExecution")).hasSize(1);
    }

    @Test
    void showsStatesThatAreNewToItAsTheServiceSaysThem() {
        Execution one = good("shop", "odd", START.plusSeconds(9_000));
        one.status = "PAUSED_BY_MOON";
        one.stopped = null;
        one.event("MoonRisen", 1, 13);
        Run listed = runs.list(Optional.of("shop"), 0, 1).getFirst();
        assertThat(listed.state()).isEqualTo(RunState.UNKNOWN);
        assertThat(listed.said()).isEqualTo("PAUSED_BY_MOON");
        assertThat(whole("shop/odd").said()).isEqualTo("PAUSED_BY_MOON");
        assertThat(runs.log("shop/odd", Optional.empty(), 1, 100)).extracting(LogLine::message).contains("MoonRisen");
        glue.job("clean", "jr_1", "SLEEPING", START, null, null);
        clock.move(Duration.ofMinutes(2));
        assertThat(runs.list(Optional.of("job/clean"), 0, 1).getFirst().said()).isEqualTo("SLEEPING");
    }

    @Test
    void putsGlueJobsAndCrawlsIntoTheSameList() {
        glue.job("clean", "jr_1", "FAILED", START.plusSeconds(1_500), START.plusSeconds(1_600), "KeyError: net");
        glue.crawl("raw", "c-1", "COMPLETED", START.plusSeconds(2_500));
        assertThat(runs.list(Optional.empty(), 0, 10)).extracting(Run::id).containsExactly("crawler/raw/c-1", "other/wednesday", "job/clean/jr_1", "shop/tuesday", "shop/monday");
        assertThat(pipelines().names()).containsExactly("crawler/raw", "job/clean", "other", "shop");
        Run job = whole("job/clean/jr_1");
        assertThat(job.cause()).isEqualTo("KeyError: net");
        assertThat(pipelines().acts(job)).containsExactly(Act.AGAIN);
        refuses(Failure.Kind.BAD_INPUT, () -> pipelines().resume("job/clean/jr_1", "test", new Job("resume")));
        assertThat(whole("crawler/raw/c-1").ended()).isPresent();
        assertThat(runs.find("crawler/raw/none")).isEmpty();
        assertThat(runs.find("job/clean/none")).isEmpty();
    }

    @Test
    void startsAndStopsAGlueJob() {
        glue.jobs.put("clean", new ArrayList<>());
        Job job = new Job("clean");
        aws.on("StartJobRun", ask -> {
            assertThat(ask.path("Arguments").path("--day").asText()).isEqualTo("7");
            glue.job("clean", "jr_7", "RUNNING", START, null, null);
            job.cancel();
            return Map.of("JobRunId", "jr_7");
        });
        Run run = pipelines().run("job/clean", new Pipelines.Order(Optional.empty(), Optional.of("{\"--day\": 7}"), "test"), job);
        assertThat(run.state()).isEqualTo(RunState.CANCELLED);
        refuses(Failure.Kind.BAD_INPUT, () -> pipelines().run("job/clean", new Pipelines.Order(Optional.empty(), Optional.of("{"), "test"), new Job("bad")));
        refuses(Failure.Kind.BAD_INPUT, () -> pipelines().run("job/clean", new Pipelines.Order(Optional.empty(), Optional.of("[]"), "test"), new Job("bad")));
    }

    @Test
    void startsACrawlerAndWaitsForItsCrawl() {
        glue.crawl("raw", "c-1", "COMPLETED", START);
        aws.on("StartCrawler", _ -> {
            glue.crawl("raw", "c-2", "COMPLETED", START.plusSeconds(500));
            return Map.of();
        });
        assertThat(pipelines().run("crawler/raw", Optional.empty(), "test", new Job("crawl")).id()).isEqualTo("crawler/raw/c-2");
        aws.on("StartCrawler", _ -> {
            throw new Refusal(400, "CrawlerRunningException", "is already running");
        });
        refuses(Failure.Kind.CONFLICT, () -> pipelines().run("crawler/raw", Optional.empty(), "test", new Job("crawl")));
    }

    @Test
    void mergesTheLogsOfFunctionsAndJobsIntoThatOfTheExecution() {
        Execution one = new Execution("shop", "logs", "SUCCEEDED", START);
        int last = one.event("ExecutionStarted", 0, 0);
        last = one.entered("Task", "crawl.sales", last, 1);
        last = one.event("LambdaFunctionScheduled", last, 1, "lambdaFunctionScheduledEventDetails", Map.of("resource", "arn:aws:lambda:eu-west-1:1:function:curate:live", "input", "{}"));
        last = one.exited("Task", "crawl.sales", last, 20);
        last = one.entered("Task", "curate.sales", last, 20);
        last = one.event("TaskSubmitted", last, 21, "taskSubmittedEventDetails", Map.of("resourceType", "glue", "resource", "startJobRun.sync", "output", "{\"JobRunId\": \"jr_5\"}"));
        one.exited("Task", "curate.sales", last, 40);
        one.end("SUCCEEDED", 40);
        steps.executions.add(one);
        for (int i = 0; i < 10; i++) {
            glue.log("/aws/lambda/curate", "2026/11/19/[$LATEST]a", START.plusSeconds(2 + i), "line " + i + " of the function");
        }
        glue.log("/aws-glue/jobs/error", "jr_5", START.plusSeconds(30), "26/11/19 06:00:30 ERROR Client: no such column");
        glue.log("/aws-glue/jobs/error", "jr_6", START.plusSeconds(30), "of another run");
        glue.log("/aws-glue/jobs/output", "jr_5", START.plusSeconds(31), "two\nlines");
        List<LogLine> lines = runs.log("shop/logs", Optional.empty(), 1, 100);
        assertThat(lines).extracting(LogLine::time).isSorted();
        assertThat(lines).hasSize(7 + 10 + 2);
        assertThat(lines).filteredOn(line -> line.level() == LogLine.Level.ERROR).extracting(LogLine::message).containsExactly("26/11/19 06:00:30 ERROR Client: no such column");
        assertThat(runs.log("shop/logs", Optional.of("crawl.sales"), 1, 100)).extracting(LogLine::message).contains("line 9 of the function");
        assertThat(runs.log("shop/logs", Optional.of("curate.sales"), 1, 100)).extracting(LogLine::message).contains("two\nlines");
    }

    @Test
    void readsTheLogOfAnEndedRunOnlyOnce() {
        runs.log("shop/monday", Optional.empty(), 1, 100);
        int asked = aws.calls("GetExecutionHistory").size();
        List<LogLine> lines = runs.log("shop/monday", Optional.empty(), 1, 100);
        clock.move(Duration.ofHours(1));
        assertThat(runs.logSize("shop/monday", Optional.empty())).isEqualTo(new LogSize(lines.size(), false));
        assertThat(aws.calls("GetExecutionHistory")).hasSize(asked);
        try (AwsRuns later = new AwsRuns(account, cache, clock)) {
            assertThat(later.log("shop/monday", Optional.empty(), 1, 100)).isEqualTo(lines);
            assertThat(aws.calls("GetExecutionHistory")).as("only for the steps, not for the log")
                    .filteredOn(call -> call.request().path("includeExecutionData").asBoolean()).hasSize(1);
        }
    }

    @Test
    void readsADamagedLogAnew() throws IOException {
        List<LogLine> lines = runs.log("shop/monday", Optional.empty(), 1, 100);
        try (Stream<Path> files = Files.list(cache.resolve("run-logs"))) {
            Files.writeString(files.findFirst().orElseThrow(), "half a li");
        }
        try (AwsRuns later = new AwsRuns(account, cache, clock)) {
            assertThat(later.log("shop/monday", Optional.empty(), 1, 100)).isEqualTo(lines);
        }
    }

    @Test
    void readsOnInTheLogOfARunThatGoesOn() {
        glue.job("clean", "jr_1", "RUNNING", START, null, null);
        glue.log("/aws-glue/jobs/output", "jr_1", START.plusSeconds(1), "one");
        glue.log("/aws-glue/jobs/error", "jr_1", START.plusSeconds(2), "two");
        assertThat(messages("job/clean/jr_1")).containsExactly("one", "two");
        glue.log("/aws-glue/jobs/output", "jr_1", START.plusSeconds(3), "three");
        glue.log("/aws-glue/jobs/output", "jr_1", START.plusSeconds(2), "late");
        clock.move(Duration.ofSeconds(5));
        assertThat(messages("job/clean/jr_1")).containsExactlyInAnyOrder("one", "two", "three", "late");
    }

    @Test
    void leavesTheCrawlsMarkOutOfItsLines() {
        glue.crawl("raw", "c-1", "COMPLETED", START);
        glue.log("/aws-glue/crawlers", "raw", START.plusSeconds(1), "[c-1] BENCHMARK : Running Start Crawl for Crawler raw");
        glue.log("/aws-glue/crawlers", "raw", START.plusSeconds(2), "[c-0] INFO : of another crawl");
        assertThat(messages("crawler/raw/c-1")).containsExactly("BENCHMARK : Running Start Crawl for Crawler raw");
    }

    @Test
    void saysThatALogGroupIsMissing() {
        glue.job("clean", "jr_1", "SUCCEEDED", START, START.plusSeconds(60), null);
        assertThat(messages("job/clean/jr_1")).containsExactly("There is no log group /aws-glue/jobs/output: what would stand in it was not kept.",
                "There is no log group /aws-glue/jobs/error: what would stand in it was not kept.");
    }

    @Test
    void holdsALongHistoryInBoundedMemory() {
        Execution one = new Execution("shop", "long", "SUCCEEDED", START);
        int last = one.event("ExecutionStarted", 0, 0);
        for (int i = 0; i < 6_249; i++) {
            last = one.task("load", last, i, i + 0.5);
        }
        one.end("SUCCEEDED", 7_000);
        steps.executions.add(one);
        assertThat(one.events).hasSize(24_997);
        assertThat(whole("shop/long").steps()).hasSize(4);
        assertThat(aws.calls("GetExecutionHistory")).hasSize(25);
        assertThat(runs.log("shop/long", Optional.empty(), 1, 10)).hasSize(10);
        assertThat(aws.calls("GetExecutionHistory")).as("one page more for the first lines").hasSize(26);
        assertThat(runs.log("shop/long", Optional.empty(), 24_990, 100)).hasSize(8).extracting(LogLine::number).startsWith(24_990L);
    }

    @Test
    void showsOnlyWhatTheProfileNames() {
        LakeProfile.Aws all = aws.profile();
        LakeProfile.Aws some = new LakeProfile.Aws(all.name(), all.awsProfile(), all.region(), all.endpoint(), all.tiers(), all.tierNames(), all.databases(),
                List.of("sho*"), all.athena(), all.redshift(), all.colour(), all.readOnly());
        try (AwsAccount narrow = FakeAws.account(some); AwsRuns few = new AwsRuns(narrow, cache, clock)) {
            assertThat(few.list(Optional.empty(), 0, 10)).extracting(Run::pipeline).containsOnly("shop");
            assertThat(few.find("other/wednesday")).isEmpty();
        }
    }

    @Test
    void changesNothingThroughAReadOnlyProfile() {
        LakeProfile.Aws all = aws.profile();
        LakeProfile.Aws careful = new LakeProfile.Aws(all.name(), all.awsProfile(), all.region(), all.endpoint(), all.tiers(), all.tierNames(), all.databases(),
                all.pipelines(), all.athena(), all.redshift(), all.colour(), true);
        try (AwsAccount looking = FakeAws.account(careful); AwsRuns seen = new AwsRuns(looking, cache, clock)) {
            AwsPipelines pipelines = new AwsPipelines(looking, seen);
            assertThat(pipelines.acts(seen.find("shop/monday").orElseThrow())).isEmpty();
            refuses(Failure.Kind.DENIED, () -> pipelines.run("shop", Optional.empty(), "test", new Job("run")));
            refuses(Failure.Kind.DENIED, () -> pipelines.resume("shop/monday", "test", new Job("resume")));
            refuses(Failure.Kind.DENIED, () -> pipelines.stop("shop/monday"));
        }
    }

    @Test
    void namesTheActionThatIsNotAllowed() {
        aws.on("GetExecutionHistory", _ -> {
            throw new Refusal(400, "AccessDeniedException", "User is not authorized to perform: states:GetExecutionHistory");
        });
        assertThatThrownBy(() -> runs.find("shop/monday")).isInstanceOfSatisfying(FailureException.class, error -> {
            assertThat(error.failure().kind()).isEqualTo(Failure.Kind.DENIED);
            assertThat(error.failure().message()).contains("states:GetExecutionHistory");
            assertThat(error.failure().detail().orElseThrow()).contains("arn:aws:states:eu-west-1:123456789012:execution:shop:*");
        });
        glue.jobs.put("clean", new ArrayList<>());
        aws.on("StartJobRun", _ -> {
            throw new Refusal(400, "AccessDeniedException", "no");
        });
        assertThatThrownBy(() -> pipelines().run("job/clean", Optional.empty(), "test", new Job("clean"))).isInstanceOfSatisfying(FailureException.class,
                error -> assertThat(error.failure().detail().orElseThrow()).contains("arn:aws:glue:eu-west-1:*:job/clean"));
    }

    @Test
    void putsALineInThePlaceOfALogThatMayNotBeRead() {
        Execution one = new Execution("shop", "secret", "SUCCEEDED", START);
        int last = one.entered("Task", "curate.sales", one.event("ExecutionStarted", 0, 0), 1);
        last = one.event("LambdaFunctionScheduled", last, 1, "lambdaFunctionScheduledEventDetails", Map.of("resource", "arn:aws:lambda:eu-west-1:1:function:curate"));
        one.exited("Task", "curate.sales", last, 2);
        one.end("SUCCEEDED", 2);
        steps.executions.add(one);
        aws.on("FilterLogEvents", _ -> {
            throw new Refusal(400, "AccessDeniedException", "no");
        });
        assertThat(messages("shop/secret")).hasSize(5).anyMatch(line -> line.contains("logs:FilterLogEvents") && line.contains("log-group:/aws/lambda/curate"));
        glue.job("clean", "jr_1", "SUCCEEDED", START, START.plusSeconds(60), null);
        clock.move(Duration.ofMinutes(2));
        assertThat(messages("job/clean/jr_1")).isNotEmpty().allMatch(line -> line.contains("logs:FilterLogEvents"));
        assertThat(runs.log("job/clean/jr_1", Optional.empty(), 1, 9)).extracting(LogLine::time).containsOnly(START);
    }

    @Test
    void showsTheRestWhenOneServiceIsNotAllowed() {
        for (String operation : List.of("ListJobs", "ListCrawlers")) {
            aws.on(operation, _ -> {
                throw new Refusal(400, "AccessDeniedException", "no");
            });
        }
        assertThat(runs.list(Optional.empty(), 0, 10)).hasSize(3);
        assertThat(runs.gaps()).extracting(Failure::message).anyMatch(text -> text.contains("glue:ListJobs")).anyMatch(text -> text.contains("glue:ListCrawlers"));
        aws.on("ListStateMachines", _ -> {
            throw new Refusal(400, "AccessDeniedException", "no");
        });
        clock.move(Duration.ofMinutes(5));
        refuses(Failure.Kind.DENIED, () -> runs.list(Optional.empty(), 0, 10));
    }

    @Test
    void goesOnWhenAServiceLimitsForAMoment() {
        int[] asked = {0};
        aws.on("ListJobs", _ -> {
            if (asked[0]++ == 0) {
                throw new Refusal(400, "ThrottlingException", "Rate exceeded");
            }
            return Map.of("JobNames", List.of());
        });
        assertThat(runs.list(Optional.empty(), 0, 10)).hasSize(3);
        assertThat(asked[0]).isEqualTo(2);
    }

    @Test
    void drawsChoicesMapsAndBranches() {
        steps.machines.put("fan", """
                {"StartAt": "pick", "States": {
                  "pick": {"Type": "Choice", "Choices": [{"Next": "each"}], "Default": "both"},
                  "each": {"Type": "Map", "Next": "end", "Catch": [{"Next": "both"}], "ItemProcessor": {"StartAt": "load", "States": {"load": {"Type": "Task", "Resource": "arn:aws:lambda:x"}}}},
                  "both": {"Type": "Parallel", "Next": "end", "Branches": [{"StartAt": "left", "States": {"left": {"Type": "Wait"}}}, {"StartAt": "right", "States": {"right": {"Type": "Pass"}}}]},
                  "end": {"Type": "Succeed"}}}
                """);
        List<Pipelines.Node> nodes = pipelines().graph("fan");
        assertThat(nodes).extracting(Pipelines.Node::step).containsExactly("pick", "each", "load", "both", "left", "right", "end");
        assertThat(nodes.get(2)).isEqualTo(new Pipelines.Node("load", "Task lambda", List.of(), "each"));
        assertThat(nodes.get(3).after()).containsExactly("pick", "each");
        assertThat(nodes.getLast().after()).containsExactly("each", "both");
        steps.machines.put("odd", "no JSON");
        clock.move(Duration.ofMinutes(2));
        assertThat(pipelines().graph("odd")).isEmpty();
    }

    private List<String> messages(String run) {
        return runs.log(run, Optional.empty(), 1, 1_000).stream().map(LogLine::message).toList();
    }
}
