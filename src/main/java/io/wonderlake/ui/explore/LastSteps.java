package io.wonderlake.ui.explore;

import io.wonderlake.catalog.TableName;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.pipeline.StepRun;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What the latest runs did to tables.
final class LastSteps {
    private static final int RUNS = 40;
    private static final Map<String, String> TIER_OF_GROUP = Map.of("crawl", "raw", "curate", "curated", "build", "analytics");

    private LastSteps() {
    }

    /// A step together with the run that it was part of.
    record InRun(Run run, StepRun step) { }

    /// The newest ended step that made, or should have made, the table.
    static Optional<InRun> of(Runs runs, TableName table) {
        for (Run run : runs.list(Optional.empty(), 0, RUNS)) {
            for (StepRun step : run.steps()) {
                if (step.state().ended() && step.state() != RunState.SKIPPED && table(run, step).filter(table::equals).isPresent()) {
                    return Optional.of(new InRun(run, step));
                }
            }
        }
        return Optional.empty();
    }

    /// The tables that the latest run of each pipeline should have made and did not.
    static Set<TableName> failedTables(Runs runs) {
        Map<String, Run> latest = new LinkedHashMap<>();
        List<Run> ended = runs.list(Optional.empty(), 0, RUNS).stream().filter(run -> run.state().ended()).toList();
        ended.forEach(run -> latest.putIfAbsent(run.pipeline(), run));
        Set<TableName> failed = new HashSet<>();
        for (Run run : latest.values()) {
            run.steps().stream().filter(step -> step.state() == RunState.FAILED).forEach(step -> table(run, step).ifPresent(failed::add));
        }
        return failed;
    }

    /// A step that failed has published nothing; then its name says which table it is about.
    private static Optional<TableName> table(Run run, StepRun step) {
        if (!step.table().isEmpty()) {
            return Optional.of(TableName.parse(step.table()));
        }
        int dot = step.step().indexOf('.');
        String tier = dot < 0 ? null : TIER_OF_GROUP.get(step.step().substring(0, dot));
        return tier == null ? Optional.empty() : Optional.of(new TableName(run.pipeline() + "_" + tier, step.step().substring(dot + 1)));
    }
}
