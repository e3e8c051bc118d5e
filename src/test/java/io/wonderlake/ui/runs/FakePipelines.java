package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Adds a finished run to the fake runs; refuses the pipeline `locked`.
final class FakePipelines implements Pipelines {
    final List<String> calls = new ArrayList<>();
    private final FakeRuns runs;

    FakePipelines(FakeRuns runs) {
        this.runs = runs;
    }

    @Override
    public List<String> names() {
        return List.of("retail", "tickit");
    }

    @Override
    public Run run(String pipeline, Optional<String> from, String trigger, Job job) {
        calls.add(pipeline + from.map(step -> " from " + step).orElse(""));
        job.checkCancelled();
        if (pipeline.equals("locked")) {
            throw Failure.of(Failure.Kind.CONFLICT, "failure.runs.unknown", pipeline).exception();
        }
        Run run = FakeRuns.run(runs.runs.stream().mapToLong(one -> Long.parseLong(one.id())).max().orElse(0) + 1, pipeline, RunState.DONE,
                FakeRuns.step("crawl.sales", RunState.DONE, 10, 0));
        runs.runs.addFirst(run);
        return run;
    }
}
