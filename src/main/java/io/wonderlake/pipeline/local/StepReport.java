package io.wonderlake.pipeline.local;

import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a step has done so far. Filled by the step's thread, read by the runner's once the step has ended.
final class StepReport {

    private long rowsIn;
    private long rowsOut;
    private long rowsRejected;
    private String table = "";
    private int version;
    private String quarantine = "";
    private final List<StepRun.RuleCount> warnings = new ArrayList<>();
    private int attempts;

    synchronized void rows(long in, long out, long rejected) {
        rowsIn = in;
        rowsOut = out;
        rowsRejected = rejected;
    }

    synchronized void warn(StepRun.RuleCount warning) {
        warnings.add(warning);
    }

    synchronized void published(String name, int number) {
        table = name;
        version = number;
    }

    synchronized void quarantine(String folder) {
        quarantine = folder;
    }

    /// A new attempt begins with a clean sheet.
    synchronized int begin() {
        rows(0, 0, 0);
        warnings.clear();
        published("", 0);
        quarantine = "";
        return ++attempts;
    }

    synchronized int attempts() {
        return attempts;
    }

    /// Whether somebody should look at it, although it ended well.
    synchronized boolean warned() {
        return !warnings.isEmpty() || rowsRejected > 0;
    }

    synchronized String quarantine() {
        return quarantine;
    }

    synchronized StepRun toStepRun(String step, RunState state, Optional<Instant> started, Optional<Instant> ended, Optional<Run.Cause> cause) {
        return new StepRun(step, state, attempts, started, ended, rowsIn, rowsOut, rowsRejected, List.copyOf(warnings), table, version, cause);
    }
}
