package io.wonderlake.pipeline;

import java.time.Instant;

/// One line of a run's log.
///
/// @param number 1-based within the run
/// @param step empty for lines of the run itself
public record LogLine(long number, Instant time, Level level, String step, String message) {

    /// How loud a line is.
    public enum Level { INFO, WARN, ERROR }
}
