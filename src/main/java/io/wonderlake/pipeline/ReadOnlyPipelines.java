package io.wonderlake.pipeline;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.util.List;
import java.util.Set;

/// The pipelines of a lake whose profile forbids changes: they are shown and cannot be run.
///
/// @param lake the profile's name
public record ReadOnlyPipelines(Pipelines pipelines, String lake) implements Pipelines {

    @Override
    public List<String> names() {
        return pipelines.names();
    }

    @Override
    public Run run(String pipeline, Order order, Job job) {
        throw refusal();
    }

    @Override
    public Run resume(String run, String trigger, Job job) {
        throw refusal();
    }

    @Override
    public void stop(String run) {
        throw refusal();
    }

    @Override
    public Set<Act> acts(Run run) {
        return Set.of();
    }

    @Override
    public List<Node> graph(String pipeline) {
        return pipelines.graph(pipeline);
    }

    private RuntimeException refusal() {
        return Failure.of(Failure.Kind.DENIED, "failure.lake.readonly", lake).exception();
    }
}
