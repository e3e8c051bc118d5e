package io.wonderlake.sample;

import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import java.util.Optional;
import java.util.function.Consumer;

/// One step on the way to a practice lake: files are put, or a pipeline runs.
public sealed interface SampleStep {
    String title();

    /// Does the step; gives the run where it is one.
    Optional<Run> perform(Pipelines pipelines, Job job);

    /// Puts files into the lake.
    record Files(String title, Consumer<Job> put) implements SampleStep {
        @Override
        public Optional<Run> perform(Pipelines pipelines, Job job) {
            put.accept(job);
            return Optional.empty();
        }
    }

    /// Runs a pipeline.
    ///
    /// @param expected how it ends when all is well; one run is meant to fail
    record Pipeline(String title, String pipeline, RunState expected) implements SampleStep {
        @Override
        public Optional<Run> perform(Pipelines pipelines, Job job) {
            return Optional.of(pipelines.run(pipeline, Optional.empty(), Strings.text("sample.trigger"), job));
        }
    }
}
