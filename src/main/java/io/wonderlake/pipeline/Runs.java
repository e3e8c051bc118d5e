package io.wonderlake.pipeline;

import io.wonderlake.work.Failure;
import java.util.List;
import java.util.Optional;

/// What the pipelines did. Safe for several threads; a run of another process or system is seen too. Every call may block.
public interface Runs {

    /// Runs, newest first by their start; of one pipeline when `pipeline` is not empty. They may come without their steps (`Run.whole`).
    /// The cost grows with what is asked for, never with all that ever ran.
    List<Run> list(Optional<String> pipeline, int offset, int max);

    /// What the last list lacks, because a part of the system refused while another answered; empty when all answered.
    default List<Failure> gaps() {
        return List.of();
    }

    /// A whole run. Empty for an id that no run has, whatever it looks like.
    Optional<Run> find(String id);

    /// Log lines in order, from line number `from`; of one step when `step` is not empty. A system that keeps its log elsewhere reads as far
    /// as the answer needs. Fewer than `max` lines: there are no more now.
    List<LogLine> log(String run, Optional<String> step, long from, int max);

    /// How many lines `log` would give in all. Where the system does not count them, each call reads on for a moment and says what is known.
    LogSize logSize(String run, Optional<String> step);

    /// The rows that a step put into quarantine; none where there is no quarantine.
    BadRows badRows(String run, String step, long from, int max);
}
