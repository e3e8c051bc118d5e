package io.wonderlake.engine;

import io.wonderlake.work.Job;
import java.util.Optional;

/// Runs SQL over the lake's catalog tables, which a statement names as `database.table`.
///
/// - `run` blocks until the first rows are there (or the statement has ended), and reports phases and progress to the job.
/// - Read-only unless the query is unlocked: anything that would change a file or a table is refused with `DENIED` before it starts.
/// - Cancelling the job stops the engine's own work within two seconds and ends the call with a
///   [java.util.concurrent.CancellationException], during `run` as during the fetch of later rows.
/// - A statement's error is a `BAD_INPUT` failure with the engine's message and, where the engine says it, the position in the text.
/// - Several statements may run at once, each from a thread of its own.
public interface QueryEngine extends AutoCloseable {

    /// For people: `DuckDB`, `Athena`…
    String name();

    QueryRun run(Query query, Job job);

    /// Whether statements cost money by what they scan; what one did cost stands in its [QueryStats.Bill].
    default boolean billed() {
        return false;
    }

    /// What it can read beside the lake's catalog; empty for an engine that knows the catalog's tables only.
    default Optional<Schemas> schemas() {
        return Optional.empty();
    }

    /// Whether anything runs in it at the moment.
    default boolean busy() {
        return false;
    }

    @Override
    void close();
}
