package io.wonderlake.pipeline.aws;

import io.wonderlake.pipeline.LogLine;
import java.util.List;

/// A log that is read forwards, page by page. Used by one thread at a time.
interface LogPages {

    /// The lines after those given before, oldest first. After a page without `more`, a later call gives what was added since.
    Page next();

    /// @param lines numbered 0: they get their numbers where they are kept
    /// @param further logs that belong to it and were found on the way
    /// @param more whether it is known to go on
    record Page(List<LogLine> lines, List<LogPages> further, boolean more) { }
}
