package io.wonderlake.pipeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What one step of a run did. A count of rows is -1 where the system does not count rows.
///
/// @param step its name: `crawl.sales`, `curate.sales`, `build.sales_by_category`
/// @param attempts how often it was started; more than 1 after retries
/// @param rowsIn rows read; rowsIn = rowsOut + rowsRejected for each step that takes rows one by one (crawl, curate)
/// @param rowsRejected rows in quarantine, duplicates by key included
/// @param warnings by rule, only those with a count over 0
/// @param table what it published, as `database.table`; empty when it makes none
/// @param version the version it published; 0 when none
/// @param cause why it failed; empty otherwise
public record StepRun(
        String step,
        RunState state,
        int attempts,
        Optional<Instant> started,
        Optional<Instant> ended,
        long rowsIn,
        long rowsOut,
        long rowsRejected,
        List<RuleCount> warnings,
        String table,
        int version,
        Optional<Run.Cause> cause) {

    /// A step of a system that knows times and no rows.
    public static StepRun timed(String step, RunState state, int attempts, Optional<Instant> started, Optional<Instant> ended, Optional<Run.Cause> cause) {
        return new StepRun(step, state, attempts, started, ended, -1, -1, -1, List.of(), "", 0, cause);
    }

    /// Whether the system that ran it counts rows.
    public boolean counted() {
        return rowsIn >= 0;
    }

    /// How many rows broke a rule but were kept.
    ///
    /// @param rule its name in the contract: `event.venue_unknown`
    /// @param description the rule in plain words
    /// @param count rows
    /// @param values the most frequent values among them, at most ten; empty where a rule has no single value
    public record RuleCount(String rule, String description, long count, List<ValueCount> values) { }

    /// A value and how many rows have it.
    public record ValueCount(String value, long count) { }
}
