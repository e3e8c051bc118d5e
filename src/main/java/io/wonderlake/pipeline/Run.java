package io.wonderlake.pipeline;

import io.wonderlake.work.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One execution of a pipeline.
///
/// @param id names the run within its lake: a local run counts up from `1`, another system has names of its own
/// @param trigger `command line`, `window`, `schedule`, `practice lake`
/// @param ended empty while it runs
/// @param cause why it failed, as one sentence; empty otherwise
public record Run(
        String id,
        String pipeline,
        RunState state,
        String trigger,
        Instant started,
        Optional<Instant> ended,
        List<StepRun> steps,
        String cause) {

    public Duration elapsed(Instant now) {
        return Duration.between(started, ended.orElse(now));
    }

    /// The step that failed first.
    public Optional<StepRun> failedStep() {
        return steps.stream().filter(step -> step.state() == RunState.FAILED).findFirst();
    }

    public long rejected() {
        return steps.stream().mapToLong(StepRun::rowsRejected).sum();
    }

    /// A failure as the steps record it.
    public record Cause(Failure.Kind kind, String message, String advice) { }
}
