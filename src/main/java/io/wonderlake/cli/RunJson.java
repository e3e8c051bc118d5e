package io.wonderlake.cli;

import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.StepRun;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Runs as `runs --json` and `run --json` print them.
final class RunJson {
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private RunJson() {
    }

    static Map<String, Object> of(Run run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("run", name(run.id()));
        json.put("pipeline", run.pipeline());
        json.put("kind", run.kind().name().toLowerCase(Locale.ROOT));
        json.put("state", run.state().name().toLowerCase(Locale.ROOT));
        json.put("said", run.said().isEmpty() ? null : run.said());
        json.put("trigger", run.trigger());
        json.put("started", run.started());
        json.put("ended", run.ended().orElse(null));
        json.put("cause", run.cause());
        json.put("steps", run.steps().stream().map(RunJson::step).toList());
        return json;
    }

    /// The id of a local run is a number and is printed as one.
    static Object name(String id) {
        return NUMBER.matcher(id).matches() ? (Object) Long.valueOf(id) : id;
    }

    private static Long rows(long count) {
        return count < 0 ? null : (Long) count;
    }

    private static Map<String, Object> step(StepRun step) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("step", step.step());
        json.put("state", step.state().name().toLowerCase(Locale.ROOT));
        json.put("attempts", step.attempts());
        json.put("started", step.started().orElse(null));
        json.put("ended", step.ended().orElse(null));
        json.put("rowsIn", rows(step.rowsIn()));
        json.put("rowsOut", rows(step.rowsOut()));
        json.put("rowsRejected", rows(step.rowsRejected()));
        json.put("table", step.table());
        json.put("version", step.version());
        json.put("warnings", step.warnings());
        json.put("cause", step.cause().orElse(null));
        return json;
    }
}
