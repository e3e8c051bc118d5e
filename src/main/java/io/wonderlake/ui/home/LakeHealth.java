package io.wonderlake.ui.home;

import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How the lake is, told from the last ended run of each pipeline: what failed, what was rejected, what broke a rule.
///
/// @param ran whether anything has run at all
public record LakeHealth(boolean ran, List<Sign> signs) {
    static final LakeHealth UNKNOWN = new LakeHealth(false, List.of());

    /// How bad a sign is.
    public enum Level { FAILED, REJECTED, WARNED }

    /// One thing to look at, and where it can be seen.
    public record Sign(Level level, String text, String detail, Destination where) { }

    static LakeHealth of(List<Run> newestFirst) {
        List<Sign> signs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Run run : newestFirst) {
            if (run.state().ended() && seen.add(run.pipeline())) {
                addSigns(run, signs);
            }
        }
        signs.sort((one, other) -> one.level().compareTo(other.level()));
        return new LakeHealth(!newestFirst.isEmpty(), List.copyOf(signs));
    }

    public long failed() {
        return signs.stream().filter(sign -> sign.level() == Level.FAILED).count();
    }

    /// How many signs are no failures.
    public long worthALook() {
        return signs.size() - failed();
    }

    private static void addSigns(Run run, List<Sign> signs) {
        if (run.state() == RunState.FAILED || run.state() == RunState.INTERRUPTED) {
            String text = Strings.text(run.state() == RunState.FAILED ? "home.health.failed" : "home.health.interrupted", run.pipeline(), run.label());
            signs.add(new Sign(Level.FAILED, text, run.failedStep().map(StepRun::step).orElse(""), new Destination.OfRun(run.id(), run.failedStep().map(StepRun::step))));
        }
        for (StepRun step : run.steps()) {
            if (step.rowsRejected() > 0) {
                signs.add(new Sign(Level.REJECTED, Strings.text("home.health.rejected", step.rowsRejected()), place(run, step), where(run, step)));
            }
            long warned = step.warnings().stream().mapToLong(StepRun.RuleCount::count).sum();
            if (warned > 0) {
                signs.add(new Sign(Level.WARNED, Strings.text("home.health.warned", warned, step.warnings().size()), place(run, step), where(run, step)));
            }
        }
    }

    private static String place(Run run, StepRun step) {
        return Strings.text("home.health.place", run.pipeline(), step.step());
    }

    private static Destination where(Run run, StepRun step) {
        return new Destination.OfRun(run.id(), Optional.of(step.step()));
    }
}
