package io.wonderlake.pipeline.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Failure;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.glue.model.BatchStopJobRunError;
import software.amazon.awssdk.services.glue.model.ConcurrentRunsExceededException;
import software.amazon.awssdk.services.glue.model.EntityNotFoundException;
import software.amazon.awssdk.services.glue.model.GetJobRunsResponse;
import software.amazon.awssdk.services.glue.model.JobRun;
import software.amazon.awssdk.services.glue.model.ListJobsResponse;

/// Glue jobs and their runs, each of one step.
final class GlueJobs implements Family {
    private static final Duration LIST_AGE = Duration.ofMinutes(1);
    private static final int PAGE = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Services services;
    private final Cached<List<String>> names;

    GlueJobs(Services services, Scope scope, Clock clock) {
        this.services = services;
        names = new Cached<>(LIST_AGE, clock, () -> list(scope));
    }

    @Override
    public Run.Kind kind() {
        return Run.Kind.JOB;
    }

    private List<String> list(Scope scope) {
        return scope.names(from -> {
            ListJobsResponse page = services.call("glue:ListJobs", "*", () -> services.glue().listJobs(ask -> ask.maxResults(PAGE).nextToken(from)));
            return new Scope.Names(page.jobNames(), page.nextToken());
        });
    }

    @Override
    public List<String> names() {
        return names.value();
    }

    @Override
    public Page page(String name, Optional<String> token, int max) {
        GetJobRunsResponse page = services.call("glue:GetJobRuns", services.job(name), () -> {
            try {
                return services.glue().getJobRuns(ask -> ask.jobName(name).maxResults(Math.min(PAGE, max)).nextToken(token.orElse(null)));
            } catch (EntityNotFoundException gone) {
                return GetJobRunsResponse.builder().build();
            }
        });
        return Page.of(page.jobRuns().stream().map(run -> run(name, run)).toList(), page.nextToken());
    }

    private Run run(String name, JobRun run) {
        Ref ref = new Ref(kind(), name, run.id());
        String status = run.jobRunStateAsString();
        RunState state = States.of(status);
        Instant started = run.startedOn() == null ? Instant.EPOCH : run.startedOn();
        Optional<Instant> ended = Optional.ofNullable(run.completedOn()).filter(_ -> state.ended());
        Optional<Run.Cause> cause = state == RunState.FAILED ? Optional.of(Why.of("", text(run.errorMessage()), "TIMEOUT".equals(status))) : Optional.empty();
        int attempt = run.attempt() == null ? 1 : run.attempt() + 1;
        StepRun step = StepRun.timed(name, state, attempt, Optional.of(started), ended, cause);
        return new Run(ref.id(), ref.pipeline(), kind(), state, States.said(status), text(run.triggerName()), started, ended, List.of(step),
                cause.map(Run.Cause::message).orElse(""), true);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }

    private Optional<JobRun> read(Ref ref) {
        if (!names().contains(ref.name())) {
            return Optional.empty();
        }
        return services.call("glue:GetJobRun", services.job(ref.name()), () -> {
            try {
                return Optional.of(services.glue().getJobRun(ask -> ask.jobName(ref.name()).runId(ref.run())).jobRun());
            } catch (EntityNotFoundException gone) {
                return Optional.empty();
            }
        });
    }

    @Override
    public Optional<Run> find(Ref ref) {
        return read(ref).map(run -> run(ref.name(), run));
    }

    @Override
    public Ref start(String name, Optional<String> input) {
        Map<String, String> arguments = input.map(json -> arguments(name, json)).orElse(Map.of());
        return new Ref(kind(), name, services.call("glue:StartJobRun", services.job(name), () -> {
            try {
                return services.glue().startJobRun(ask -> ask.jobName(name).arguments(arguments.isEmpty() ? null : arguments)).jobRunId();
            } catch (EntityNotFoundException gone) {
                throw Failure.of(Failure.Kind.NOT_FOUND, "failure.run.aws.pipeline", name).exception();
            } catch (ConcurrentRunsExceededException busy) {
                throw Failure.of(Failure.Kind.CONFLICT, "failure.run.aws.busy", name).exception();
            }
        }));
    }

    /// The input of a job is an object of named arguments.
    private static Map<String, String> arguments(String name, String input) {
        try {
            JsonNode node = JSON.readTree(input);
            if (!node.isObject()) {
                throw Failure.of(Failure.Kind.BAD_INPUT, "failure.run.aws.arguments", name).exception();
            }
            Map<String, String> arguments = new LinkedHashMap<>();
            node.properties().forEach(entry -> arguments.put(entry.getKey(), entry.getValue().isValueNode() ? entry.getValue().asText() : entry.getValue().toString()));
            return arguments;
        } catch (JsonProcessingException wrong) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.run.aws.input", name, wrong.getOriginalMessage()).withOrigin(wrong).exception();
        }
    }

    @Override
    public void stop(Ref ref) {
        List<BatchStopJobRunError> errors = services.call("glue:BatchStopJobRun", services.job(ref.name()),
                () -> services.glue().batchStopJobRun(ask -> ask.jobName(ref.name()).jobRunIds(ref.run()))).errors();
        if (!errors.isEmpty()) {
            throw Failure.of(Failure.Kind.CONFLICT, "failure.run.aws.stop", ref.id(), text(errors.getFirst().errorDetail().errorMessage())).exception();
        }
    }

    /// What the job printed, what it logged, and what Spark logged, each kept in a group of its own.
    @Override
    public LogPages log(Ref ref, Run run) {
        String base = read(ref).map(JobRun::logGroupName).filter(group -> !group.isBlank()).orElse("/aws-glue/jobs");
        return new JobLog(services, base.endsWith("/") ? base.substring(0, base.length() - 1) : base, new GroupLog.Wanted(ref.run(), ref.name(), run.started(), run::ended));
    }
}
