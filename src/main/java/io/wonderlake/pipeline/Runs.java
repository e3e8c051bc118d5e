package io.wonderlake.pipeline;

import java.util.List;
import java.util.Optional;

/// What the pipelines did. Safe for several threads; a second process's running run is seen too.
public interface Runs {

    /// Runs, newest first; of one pipeline when `pipeline` is not empty.
    List<Run> list(Optional<String> pipeline, int offset, int max);

    /// Empty for an id that no run has, whatever it looks like.
    Optional<Run> find(String id);

    /// Log lines in order, from line number `from`; of one step when `step` is not empty.
    List<LogLine> log(String run, Optional<String> step, long from, int max);

    /// How many lines `log` would give in all.
    long logSize(String run, Optional<String> step);

    /// The rows that a step put into quarantine.
    BadRows badRows(String run, String step, long from, int max);
}
