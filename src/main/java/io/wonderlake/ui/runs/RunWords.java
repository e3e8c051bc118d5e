package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Strings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/// How runs, steps and their states are said.
final class RunWords {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_OTHER_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private RunWords() {
    }

    static String state(RunState state) {
        return Strings.text(switch (state) {
            case WAITING -> "runs.state.waiting";
            case RUNNING -> "runs.state.running";
            case DONE -> "runs.state.done";
            case WARNED -> "runs.state.warned";
            case FAILED -> "runs.state.failed";
            case CANCELLED -> "runs.state.cancelled";
            case SKIPPED -> "runs.state.skipped";
            case UNKNOWN -> "runs.state.unknown";
            case INTERRUPTED -> "runs.state.interrupted";
        });
    }

    /// The state as its system says it where it says more than we do.
    static String state(Run run) {
        return run.said().isEmpty() ? state(run.state()) : run.said();
    }

    /// Empty for the lake's own pipelines.
    static String kind(Run.Kind kind) {
        return switch (kind) {
            case PIPELINE -> "";
            case STATE_MACHINE -> Strings.text("runs.kind.machine");
            case JOB -> Strings.text("runs.kind.job");
            case CRAWLER -> Strings.text("runs.kind.crawler");
        };
    }

    static String day(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return Strings.text("runs.today");
        }
        if (day.equals(today.minusDays(1))) {
            return Strings.text("runs.yesterday");
        }
        return (day.getYear() == today.getYear() ? DAY : DAY_OF_OTHER_YEAR).format(day);
    }

    static LocalDate dayOf(Run run, ZoneId zone) {
        return LocalDate.ofInstant(run.started(), zone);
    }

    /// The second line of a run in the list: `#418 · curate.sales_report`.
    static String second(Run run) {
        return Strings.text("runs.second", run.label(), what(run));
    }

    private static String what(Run run) {
        Optional<StepRun> now = run.steps().stream().filter(step -> step.state() == RunState.RUNNING).findFirst();
        if (!run.whole() || run.steps().size() == 1 && run.kind() != Run.Kind.PIPELINE) {
            return state(run).toLowerCase(Locale.ENGLISH);
        }
        if (run.state() == RunState.RUNNING) {
            String progress = Strings.text("runs.progress", done(run), run.steps().size());
            return now.map(step -> step.step() + ", " + progress).orElse(progress);
        }
        return run.failedStep().map(StepRun::step).orElseGet(() -> run.state().good() || run.state() == RunState.WAITING
                ? Strings.text("runs.steps", run.steps().size()) : state(run.state()).toLowerCase(Locale.ENGLISH));
    }

    static long done(Run run) {
        return run.steps().stream().filter(step -> step.state().good()).count();
    }

    static boolean matches(Run run, String filter) {
        String low = filter.strip().toLowerCase(Locale.ROOT);
        return low.isEmpty() || ("#" + run.id() + " " + run.pipeline() + " " + run.cause() + " " + state(run.state()) + " " + run.said() + " " + kind(run.kind())).toLowerCase(Locale.ROOT).contains(low)
                || run.steps().stream().anyMatch(step -> words(step).toLowerCase(Locale.ROOT).contains(low));
    }

    private static String words(StepRun step) {
        return step.step() + " " + step.cause().map(Run.Cause::message).orElse("") + " "
                + String.join(" ", step.warnings().stream().map(StepRun.RuleCount::rule).toList());
    }

    static Instant end(StepRun step, Instant now) {
        return step.ended().orElse(now);
    }
}
