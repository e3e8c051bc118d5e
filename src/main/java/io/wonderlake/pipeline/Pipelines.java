package io.wonderlake.pipeline;

import io.wonderlake.work.Job;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The pipelines of a lake, how to run one, and what can be done with a run.
public interface Pipelines {

    /// Names, sorted.
    List<String> names();

    /// Runs a pipeline to its end and returns the finished run, failed or not. A second run of the same pipeline at the same time is refused
    /// with `CONFLICT` where the pipeline runs only once at a time; one whose process died is taken over. Cancelling the job ends the run as
    /// `CANCELLED`, with every table whole. What the system cannot do of the order is refused with `BAD_INPUT` before anything has begun.
    Run run(String pipeline, Order order, Job job);

    /// As above, without an input. `from`: see [Order].
    default Run run(String pipeline, Optional<String> from, String trigger, Job job) {
        return run(pipeline, new Order(from, Optional.empty(), trigger), job);
    }

    /// Takes up a run that did not end well where it stopped, to its end: as the same run where the system can, as a new run of the same
    /// pipeline otherwise. A run that ended well or still runs is refused with `CONFLICT`.
    Run resume(String run, String trigger, Job job);

    /// Asks for the end of a run that is under way and returns at once; the run ends as `CANCELLED` a little later. A run that has ended is
    /// left alone and refused with `CONFLICT`, and so is one that only the process that started it can stop.
    void stop(String run);

    /// What can be asked for this run now. Does not block.
    Set<Act> acts(Run run);

    /// The steps of a pipeline as it is defined now, each after those it waits for; empty where the system knows no steps.
    List<Node> graph(String pipeline);

    /// How a run is to begin.
    ///
    /// @param from start at this step and take the earlier ones as they are
    /// @param input what the pipeline is given, as JSON
    /// @param trigger who asked for it
    record Order(Optional<String> from, Optional<String> input, String trigger) { }

    /// Something to do with a run: run its pipeline anew, anew from a step on, take the run up, stop it.
    enum Act { AGAIN, FROM_STEP, RESUME, STOP }

    /// A step of the graph.
    ///
    /// @param type what sort of step it is, as its system says it: `crawl`, `Task`, `Choice`
    /// @param after steps that it may follow
    /// @param within the step that it is a part of; empty at the top
    record Node(String step, String type, List<String> after, String within) {
        public Node {
            after = List.copyOf(after);
        }
    }
}
