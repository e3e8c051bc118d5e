package io.wonderlake.result;

import io.wonderlake.engine.QueryRun;
import io.wonderlake.work.Job;
import java.util.function.Consumer;

/// Where answers land. Safe for several threads.
public interface ResultStore extends AutoCloseable {

    /// Takes all rows of a run into the store, and hands out the growing result as soon as its first rows can be read
    /// (`ready` is called once, on the calling thread). Returns when all rows are in, when `maxRows` are reached, or fails; closes the run.
    /// A cancelled job ends it with a CancellationException; the rows so far stay readable.
    StoredResult land(QueryRun run, long maxRows, Job job, Consumer<StoredResult> ready);

    /// Deletes the files of this session.
    @Override
    void close();
}
