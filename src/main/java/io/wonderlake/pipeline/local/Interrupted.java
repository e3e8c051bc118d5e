package io.wonderlake.pipeline.local;

import io.wonderlake.lake.folder.Folders;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.pipeline.Dataset;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.work.Strings;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/// Ends the runs whose process is gone, and clears what they left half-written.
final class Interrupted {

    private final Tools tools;
    private final RunTables tables;
    private final Clock clock;

    Interrupted(Tools tools, RunTables tables, Clock clock) {
        this.tools = tools;
        this.tables = tables;
        this.clock = clock;
    }

    static String lease(String pipeline) {
        return "pipeline:" + pipeline;
    }

    /// For every pipeline whose lease nobody holds.
    void settleAll() {
        for (Run run : tables.running(Optional.empty())) {
            if (tools.index().leaseOwner(lease(run.pipeline())).isEmpty()) {
                settle(run);
            }
        }
    }

    /// For the holder of the pipeline's lease, who has not begun a run yet.
    void settle(String pipeline) {
        tables.running(Optional.of(pipeline)).forEach(this::settle);
    }

    private void settle(Run run) {
        long id = LocalRuns.number(run.id()).orElseThrow();
        tables.interrupt(id, clock.instant(), Strings.text("run.interrupted"));
        if (run.steps().stream().anyMatch(step -> step.state() == RunState.RUNNING)) {
            clearQuarantine(id);
        }
    }

    /// The bad rows of a step that was killed may be half-written; those of steps that ended are kept.
    private void clearQuarantine(long run) {
        Set<String> whole = tables.quarantines(run);
        DatasetFiles listing = new DatasetFiles(tools.store());
        for (Dataset dataset : listing.datasets(Tier.QUARANTINE)) {
            Prefix folder = Prefix.of(Tier.QUARANTINE).folder(dataset.domain()).folder(dataset.name()).folder("run=" + run);
            if (!whole.contains(folder.toString())) {
                Folders.delete(tools.files().folder(folder));
            }
        }
    }
}
