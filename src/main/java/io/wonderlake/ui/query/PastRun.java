package io.wonderlake.ui.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/// A statement that was run, as the history remembers it.
///
/// @param title the document it ran in
/// @param rows of the answer; -1 when it gave none
/// @param message why it failed; empty otherwise
/// @param engine that ran it; empty where an earlier version has remembered it
/// @param bytes that the engine read; 0 where it did not say
/// @param dollars what it cost, for an engine that charges by the statement
record PastRun(Instant at, String title, String sql, End end, long rows, long millis, String message, String engine, long bytes, Optional<BigDecimal> dollars) {

    PastRun {
        engine = engine == null ? "" : engine;
        dollars = dollars == null ? Optional.empty() : dollars;
    }


    /// How it ended.
    enum End { DONE, FAILED, CANCELLED }
}
