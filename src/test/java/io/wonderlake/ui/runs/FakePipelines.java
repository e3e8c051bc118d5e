package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Adds a finished run to the fake runs; refuses the pipeline `locked`.
final class FakePipelines implements Pipelines {
    final List<String> calls = new ArrayList<>();
    private final FakeRuns runs;
    Set<Act> acts = Set.of(Act.AGAIN, Act.FROM_STEP);
    List<Node> graph = List.of();

    FakePipelines(FakeRuns runs) {
        this.runs = runs;
    }

    @Override
    public List<String> names() {
        return List.of("retail", "tickit");
    }

    @Override
    public Run run(String pipeline, Order order, Job job) {
        calls.add(pipeline + order.from().map(step -> " from " + step).orElse(""));
        job.checkCancelled();
        if (pipeline.equals("locked")) {
            throw Failure.of(Failure.Kind.CONFLICT, "failure.runs.unknown", pipeline).exception();
        }
        Run run = FakeRuns.run(runs.runs.stream().mapToLong(one -> Long.parseLong(one.id())).max().orElse(0) + 1, pipeline, RunState.DONE,
                FakeRuns.step("crawl.sales", RunState.DONE, 10, 0));
        runs.runs.addFirst(run);
        return run;
    }

    @Override
    public Run resume(String run, String trigger, Job job) {
        calls.add("resume " + run);
        return runs.find(run).orElseThrow();
    }

    @Override
    public void stop(String run) {
        calls.add("stop " + run);
    }

    @Override
    public Set<Act> acts(Run run) {
        return acts;
    }

    @Override
    public List<Node> graph(String pipeline) {
        return graph;
    }
}
