package io.wonderlake.cli;

import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A run in words for the terminal: its steps, its warnings, and why it failed.
record RunText(Output output) {

    void print(Run run) {
        output.line(Strings.text(run.kind() == Run.Kind.PIPELINE ? "cli.run.head" : "cli.run.head.other", run.pipeline(), run.id(), state(run),
                Formats.absolute(run.started()), Formats.duration(run.elapsed(Instant.now()))));
        output.line("");
        boolean counted = run.steps().stream().anyMatch(StepRun::counted) || run.kind() == Run.Kind.PIPELINE;
        output.table(headers(counted), run.steps().stream().map(step -> row(step, counted)).toList());
        warnings(run);
        if (!run.cause().isEmpty()) {
            output.line("");
            output.line(run.cause());
            run.failedStep().flatMap(StepRun::cause).map(Run.Cause::advice).filter(advice -> !advice.isEmpty()).ifPresent(output::line);
            run.failedStep().ifPresent(step -> output.line(Strings.text(step.counted() ? "cli.run.see" : "cli.run.see.log", run.id(), step.step())));
        }
    }

    /// As the system says it where it says more than we do.
    static String state(Run run) {
        return run.said().isEmpty() ? state(run.state()) : run.said();
    }

    static String state(RunState state) {
        return Strings.text("run.state." + state.name().toLowerCase(Locale.ROOT));
    }

    /// `counted`: with the counts of rows and what came of them.
    private static List<String> headers(boolean counted) {
        return counted ? List.of(Strings.text("word.step"), Strings.text("word.state"), Strings.text("word.rows.in"), Strings.text("word.rows.out"),
                Strings.text("word.rejected"), Strings.text("word.time"), Strings.text("word.publishes"))
                : List.of(Strings.text("word.step"), Strings.text("word.state"), Strings.text("word.time"));
    }

    private static List<Object> row(StepRun step, boolean counted) {
        String time = step.started().map(start -> Formats.duration(Duration.between(start, step.ended().orElse(Instant.now())))).orElse("");
        String published = step.version() == 0 ? "" : step.table() + " v" + step.version();
        List<Object> row = new ArrayList<>(List.of(step.step(), state(step.state()) + (step.attempts() > 1 ? " (" + step.attempts() + ")" : "")));
        if (!counted) {
            row.add(time);
            return row;
        }
        boolean began = step.started().isPresent();
        row.add(began ? new Count(step.rowsIn()) : null);
        row.add(began ? new Count(step.rowsOut()) : null);
        row.add(began ? new Count(step.rowsRejected()) : null);
        row.add(time);
        row.add(published);
        return row;
    }

    private void warnings(Run run) {
        List<List<Object>> rows = new ArrayList<>();
        for (StepRun step : run.steps()) {
            for (StepRun.RuleCount rule : step.warnings()) {
                rows.add(List.of(rule.rule(), new Count(rule.count()), rule.description() + values(rule)));
            }
        }
        if (!rows.isEmpty()) {
            output.line("");
            output.table(List.of(Strings.text("word.warning"), Strings.text("word.rows"), Strings.text("word.description")), rows);
        }
    }

    private static String values(StepRun.RuleCount rule) {
        List<String> parts = rule.values().stream().map(value -> value.value() + ": " + Formats.count(value.count())).toList();
        return parts.isEmpty() ? "" : " (" + String.join(", ", parts) + ")";
    }
}
