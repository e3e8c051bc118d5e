package io.wonderlake.pipeline.aws;

import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/// Folds the events of an execution into its steps. What it keeps grows with the states, and by one reference for each event.
final class History {
    /// More than a service's history may have.
    static final int MOST_EVENTS = 100_000;

    private final Owners owners = new Owners();
    private final Map<String, Step> steps = new LinkedHashMap<>();

    /// A state of the machine: entered once, or many times within a map.
    private static final class Step {
        private final Instant started;
        private Instant ended;
        private int open;
        private int entered;
        private int scheduled;
        private boolean failing;
        private boolean caught;
        private Run.Cause cause;

        Step(Instant started) {
            this.started = started;
            this.ended = started;
        }
    }

    void add(List<HistoryEvent> events) {
        events.forEach(this::add);
    }

    private void add(HistoryEvent event) {
        String type = event.typeAsString();
        String name = owners.of(event);
        if (name.isEmpty()) {
            return;
        }
        Step step = steps.computeIfAbsent(name, _ -> new Step(event.timestamp()));
        step.ended = event.timestamp();
        if (type.endsWith("StateEntered")) {
            step.open++;
            step.entered++;
        } else if (type.endsWith("StateExited")) {
            step.open--;
            step.caught |= step.failing;
            step.failing = false;
        } else if (type.endsWith("Scheduled")) {
            step.scheduled++;
            step.failing = false;
        } else if (type.equals("ExecutionRedriven")) {
            step.failing = false;
        } else if (type.endsWith("Failed") || type.endsWith("TimedOut")) {
            Details details = Details.of(event);
            step.failing = true;
            if (step.cause == null || !details.values().isEmpty()) {
                step.cause = Why.of(details.text("error"), details.text("cause"), type.endsWith("TimedOut"));
            }
        }
    }

    /// The steps in the order in which they began, then those of the definition that did not begin.
    ///
    /// @param end how the execution stands
    List<StepRun> steps(RunState end, List<Pipelines.Node> nodes) {
        Stream<StepRun> begun = steps.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue(), end));
        RunState untouched = end.ended() ? RunState.SKIPPED : RunState.WAITING;
        Stream<StepRun> others = nodes.stream().filter(node -> !steps.containsKey(node.step()))
                .map(node -> StepRun.timed(node.step(), untouched, 0, Optional.empty(), Optional.empty(), Optional.empty()));
        return Stream.concat(begun, others).toList();
    }

    private static StepRun of(String name, Step step, RunState end) {
        RunState state = state(step, end);
        int attempts = 1 + Math.max(0, step.scheduled - step.entered);
        Optional<Instant> ended = state == RunState.RUNNING ? Optional.empty() : Optional.of(step.ended);
        boolean telling = state == RunState.FAILED || state == RunState.WARNED;
        return StepRun.timed(name, state, attempts, Optional.of(step.started), ended, telling ? Optional.ofNullable(step.cause) : Optional.empty());
    }

    private static RunState state(Step step, RunState end) {
        if (step.open <= 0) {
            return step.caught ? RunState.WARNED : RunState.DONE;
        }
        if (!end.ended()) {
            return RunState.RUNNING;
        }
        return step.failing ? RunState.FAILED : RunState.CANCELLED;
    }
}
