package io.wonderlake.pipeline;

import io.wonderlake.contract.Contracts;
import io.wonderlake.contract.DefinitionFolder;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.work.Failure;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a lake's `config` tier says about its pipelines, read at one moment.
///
/// @param brokenPipelines why a pipeline's file could not be read, by its path
public record Definitions(List<Pipeline> pipelines, Map<ObjectPath, Failure> brokenPipelines, Contracts contracts, Models models) {

    public static final Prefix PIPELINES = Prefix.parse("config/pipelines");

    public static Definitions load(ObjectStore store) {
        DefinitionFolder<Pipeline> pipelines = DefinitionFolder.load(store, PIPELINES, ".yaml", Pipeline::parse);
        return new Definitions(pipelines.items(), pipelines.broken(), Contracts.load(store), Models.load(store));
    }

    /// Fails with the reason when the pipeline's file is broken or there is none.
    public Pipeline pipeline(String name) {
        Optional<Pipeline> found = pipelines.stream().filter(pipeline -> pipeline.name().equals(name)).findFirst();
        return found.orElseThrow(() -> broken(name).orElseGet(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.pipeline.unknown", name)).exception());
    }

    private Optional<Failure> broken(String name) {
        return Optional.ofNullable(brokenPipelines.get(PIPELINES.object(name + ".yaml")));
    }
}
