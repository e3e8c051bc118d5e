package io.wonderlake.pipeline.local;

import io.wonderlake.pipeline.LogLine;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import java.util.Locale;

/// What a step is given: which run it belongs to, where it reports to, and the job that stops it.
record StepContext(long run, String pipeline, String step, Job job, StepReport report, RunLog log) {

    void info(String key, Object... arguments) {
        log.add(LogLine.Level.INFO, step, Strings.text(key, arguments));
    }

    void warn(String key, Object... arguments) {
        log.add(LogLine.Level.WARN, step, Strings.text(key, arguments));
    }

    /// Counts a broken rule and says so in the log.
    void warn(StepRun.RuleCount warning) {
        report.warn(warning);
        String values = warning.values().isEmpty() ? ""
                : Strings.text("log.values", String.join(", ", warning.values().stream().map(value -> value.value() + " (" + number(value.count()) + ")").toList()));
        log.add(LogLine.Level.WARN, step, Strings.text("log.warning", warning.rule(), number(warning.count()), warning.description(), values));
    }

    static String number(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }
}
