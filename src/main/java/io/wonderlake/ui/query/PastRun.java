package io.wonderlake.ui.query;

import java.time.Instant;

/// A statement that was run, as the history remembers it.
///
/// @param title the document it ran in
/// @param rows of the answer; -1 when it gave none
/// @param message why it failed; empty otherwise
record PastRun(Instant at, String title, String sql, End end, long rows, long millis, String message) {

    /// How it ended.
    enum End { DONE, FAILED, CANCELLED }
}
