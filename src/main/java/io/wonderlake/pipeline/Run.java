package io.wonderlake.pipeline;

import io.wonderlake.work.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One execution of a pipeline.
///
/// @param id names the run within its lake: a local run counts up from `1`, another system has names of its own
/// @param kind what sort of thing ran
/// @param said how the system itself calls the state, where that says more than `state`; empty otherwise
/// @param trigger `command line`, `window`, `schedule`, `practice lake`; empty where the system does not tell
/// @param ended empty while it runs
/// @param steps empty as long as the run is not `whole`
/// @param cause why it failed, as one sentence; empty otherwise, and where it is known only once the run is `whole`
/// @param whole whether steps and cause are in it; a list may leave them out, `Runs.find` never does
public record Run(
        String id,
        String pipeline,
        Kind kind,
        RunState state,
        String said,
        String trigger,
        Instant started,
        Optional<Instant> ended,
        List<StepRun> steps,
        String cause,
        boolean whole) {

    private static final int LONGEST_LABEL = 18;
    private static final int SHORT_LABEL = 8;

    /// A run of a pipeline of the lake's own.
    public Run(String id, String pipeline, RunState state, String trigger, Instant started, Optional<Instant> ended, List<StepRun> steps, String cause) {
        this(id, pipeline, Kind.PIPELINE, state, "", trigger, started, ended, steps, cause, true);
    }

    /// What sort of thing ran: a pipeline of the lake's own definitions, or something that another system knows.
    public enum Kind { PIPELINE, STATE_MACHINE, JOB, CRAWLER }

    /// Its name where the pipeline stands beside it: `#418`, or the beginning of a long name.
    public String label() {
        return kind == Kind.PIPELINE ? "#" + id : label(id);
    }

    /// The same for a run of which only the id is known.
    public static String label(String id) {
        String last = id.substring(id.lastIndexOf('/') + 1);
        return id.indexOf('/') < 0 ? "#" + id : last.length() > LONGEST_LABEL ? last.substring(0, SHORT_LABEL) + "…" : last;
    }

    public Duration elapsed(Instant now) {
        return Duration.between(started, ended.orElse(now));
    }

    /// The step that failed first.
    public Optional<StepRun> failedStep() {
        return steps.stream().filter(step -> step.state() == RunState.FAILED).findFirst();
    }

    /// Rows in quarantine; -1 when no step counts rows.
    public long rejected() {
        return steps.stream().mapToLong(StepRun::rowsRejected).filter(rows -> rows >= 0).reduce(Long::sum).orElse(-1);
    }

    /// A failure as the steps record it.
    public record Cause(Failure.Kind kind, String message, String advice) { }
}
