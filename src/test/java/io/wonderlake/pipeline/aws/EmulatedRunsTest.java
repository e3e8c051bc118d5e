package io.wonderlake.pipeline.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.Emulator;
import io.wonderlake.pipeline.LogLine;
import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.pipeline.RunsContract;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.InputLogEvent;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.glue.model.S3Target;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.SfnException;

/// The contract of runs on an AWS emulator that executes state machines.
class EmulatedRunsTest extends RunsContract {
    private static final String SHOP = """
            {"StartAt": "crawl.sales", "States": {
              "crawl.sales": {"Type": "Pass", "Next": "curate.sales"},
              "curate.sales": {"Type": "Choice", "Choices": [{"Variable": "$.ok", "BooleanEquals": true, "Next": "done"}]},
              "done": {"Type": "Succeed"}}}
            """;
    private static final String OTHER = "{\"StartAt\": \"wait\", \"States\": {\"wait\": {\"Type\": \"Wait\", \"SecondsPath\": \"$.seconds\", \"End\": true}}}";
    private static final String ROLE = "arn:aws:iam::123456789012:role/service-role/states";

    @TempDir
    private static Path cache;
    private static AwsAccount account;
    private static AwsRuns runs;
    private static AwsPipelines pipelines;
    private static boolean executes;

    @BeforeEach
    void makeRunsOnce(TestInfo test) throws IOException, InterruptedException {
        URI endpoint = Emulator.endpoint();
        if (account == null) {
            makeRuns(endpoint);
        }
        boolean contract = test.getTestMethod().orElseThrow().getDeclaringClass() == RunsContract.class;
        assumeTrue(executes || !contract, "the emulator cannot execute state machines");
    }

    private static void makeRuns(URI endpoint) throws IOException, InterruptedException {
        post(endpoint.resolve("/moto-api/reset"), "");
        account = Emulator.account();
        runs = new AwsRuns(account, cache, Clock.systemUTC());
        pipelines = new AwsPipelines(account, runs);
        executes = executes(endpoint);
        if (executes) {
            run("shop", "{\"ok\": false}");
            run("shop", "{\"ok\": true}");
            run("other", "{\"seconds\": 0}");
        } else {
            post(endpoint.resolve("/moto-api/config"), "{\"stepfunctions\": {\"execute_state_machine\": false}}");
        }
    }

    private static boolean executes(URI endpoint) throws IOException, InterruptedException {
        post(endpoint.resolve("/moto-api/config"), "{\"stepfunctions\": {\"execute_state_machine\": true}}");
        SfnClient steps = account.build(SfnClient.builder());
        try {
            steps.createStateMachine(ask -> ask.name("shop").definition(SHOP).roleArn(ROLE));
            steps.createStateMachine(ask -> ask.name("other").definition(OTHER).roleArn(ROLE));
            return true;
        } catch (SfnException lacking) {
            return false;
        }
    }

    private static int post(URI place, String body) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(place).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build(),
                    HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static Run run(String pipeline, String input) {
        return pipelines.run(pipeline, new Pipelines.Order(Optional.empty(), Optional.of(input), "test"), new Job(pipeline));
    }

    @AfterAll
    static void close() {
        if (account != null) {
            runs.close();
            account.close();
        }
    }

    @Override
    protected Runs runs() {
        return runs;
    }

    @Override
    protected Pipelines pipelines() {
        return pipelines;
    }

    /// Without executing it, the emulator gives each execution the same history.
    @Test
    void readsAndStopsAnExecution() {
        assumeTrue(!executes, "the emulator executes state machines: the contract covers it");
        SfnClient steps = account.build(SfnClient.builder());
        String machine = steps.createStateMachine(ask -> ask.name("canned").definition(SHOP).roleArn(ROLE)).stateMachineArn();
        steps.startExecution(ask -> ask.stateMachineArn(machine).name("first").input("{}"));
        steps.startExecution(ask -> ask.stateMachineArn(machine).name("second").input("{}"));
        try (AwsRuns later = new AwsRuns(account, cache, Clock.systemUTC())) {
            readsAndStops(later, new AwsPipelines(account, later));
        }
    }

    private static void readsAndStops(AwsRuns runs, AwsPipelines pipelines) {
        assertThat(runs.list(Optional.empty(), 0, 10)).extracting(Run::id).contains("canned/first", "canned/second");
        Run run = runs.find("canned/first").orElseThrow();
        assertThat(run.state()).isEqualTo(RunState.RUNNING);
        assertThat(run.steps()).extracting(StepRun::step).startsWith("A State");
        assertThat(pipelines.graph("canned")).extracting(Pipelines.Node::step).containsExactly("crawl.sales", "curate.sales", "done");
        assertThat(runs.log("canned/first", Optional.empty(), 1, 100)).extracting(LogLine::message).anyMatch(line -> line.startsWith("ExecutionSucceeded"));
        pipelines.stop("canned/first");
        assertThat(runs.find("canned/first").orElseThrow().state()).isEqualTo(RunState.CANCELLED);
        refuses(Failure.Kind.CONFLICT, () -> pipelines.stop("canned/first"));
        assertThat(runs.find("canned/none")).isEmpty();
    }

    @Test
    void readsTheLogOfAGlueJob() {
        GlueClient glue = account.build(GlueClient.builder());
        glue.createJob(ask -> ask.name("clean").role(ROLE).command(command -> command.name("glueetl").scriptLocation("s3://b/s.py")));
        String id = glue.startJobRun(ask -> ask.jobName("clean")).jobRunId();
        try (AwsRuns later = new AwsRuns(account, cache, Clock.systemUTC())) {
            readsTheLogOf(later, id, glue.getJobRun(ask -> ask.jobName("clean").runId(id)).jobRun().logGroupName() + "/output");
        }
    }

    private static void readsTheLogOf(AwsRuns later, String id, String group) {
        Run run = later.find("job/clean/" + id).orElseThrow();
        CloudWatchLogsClient logs = account.build(CloudWatchLogsClient.builder());
        logs.createLogGroup(ask -> ask.logGroupName(group));
        logs.createLogStream(ask -> ask.logGroupName(group).logStreamName(id));
        logs.putLogEvents(ask -> ask.logGroupName(group).logStreamName(id)
                .logEvents(InputLogEvent.builder().timestamp(run.started().toEpochMilli() + 10).message("WARN: two rows are odd").build()));
        assertThat(later.log(run.id(), Optional.empty(), 1, 100)).anyMatch(line -> line.message().equals("WARN: two rows are odd") && line.level() == LogLine.Level.WARN);
        assertThat(later.list(Optional.of("job/clean"), 0, 5)).extracting(Run::id).containsExactly(run.id());
    }

    @Test
    void listsCrawlersAndStartsOne() {
        GlueClient glue = account.build(GlueClient.builder());
        glue.createDatabase(ask -> ask.databaseInput(database -> database.name("shop_raw")));
        glue.createCrawler(ask -> ask.name("raw").role(ROLE).databaseName("shop_raw").targets(targets -> targets.s3Targets(S3Target.builder().path("s3://b/raw/").build())));
        try (AwsRuns later = new AwsRuns(account, cache, Clock.systemUTC())) {
            AwsPipelines all = new AwsPipelines(account, later);
            assertThat(all.names()).contains("crawler/raw");
            Run crawl = all.run("crawler/raw", Optional.empty(), "test", new Job("crawl"));
            assertThat(crawl.kind()).isEqualTo(Run.Kind.CRAWLER);
            assertThat(later.list(Optional.of("crawler/raw"), 0, 5)).extracting(Run::id).containsExactly(crawl.id());
        }
    }
}
