package io.wonderlake.ingest;

import io.wonderlake.work.Failure;
import java.util.List;

/// How the transfer of many files ended.
///
/// @param moved files that were written
/// @param bytes of these files
/// @param present files that were there already, with the same bytes
/// @param untried files that were not begun, because the next would have failed like those before
public record TransferSummary(long moved, long bytes, long present, long untried, List<Failed> failed) {

    /// One file that was not moved.
    public record Failed(String name, Failure failure) { }

    public boolean complete() {
        return failed.isEmpty() && untried == 0;
    }
}
