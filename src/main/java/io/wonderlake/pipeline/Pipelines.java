package io.wonderlake.pipeline;

import io.wonderlake.work.Job;
import java.util.List;
import java.util.Optional;

/// The pipelines of a lake, and how to run one.
public interface Pipelines {

    /// Names, sorted.
    List<String> names();

    /// Runs a pipeline to its end and returns the finished run, failed or not. `from`: start at this step and take the earlier ones as they
    /// are (resume). A second run of the same pipeline at the same time is refused with `CONFLICT`; one whose process died is taken over.
    /// Cancelling the job ends the run as `CANCELLED`, with every table whole.
    Run run(String pipeline, Optional<String> from, String trigger, Job job);
}
