package io.wonderlake.engine;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.util.Optional;

/// An engine of a lake whose profile forbids changes: it cannot be unlocked.
///
/// @param lake the profile's name
public record ReadOnlyEngine(QueryEngine engine, String lake) implements QueryEngine {

    @Override
    public String name() {
        return engine.name();
    }

    @Override
    public QueryRun run(Query query, Job job) {
        if (query.unlocked()) {
            throw Failure.of(Failure.Kind.DENIED, "failure.lake.readonly", lake).exception();
        }
        return engine.run(query, job);
    }

    @Override
    public boolean billed() {
        return engine.billed();
    }

    @Override
    public Optional<Schemas> schemas() {
        return engine.schemas();
    }

    @Override
    public boolean busy() {
        return engine.busy();
    }

    @Override
    public void close() {
        engine.close();
    }
}
