package io.wonderlake.pipeline.local;

import io.wonderlake.pipeline.LogLine;
import io.wonderlake.pipeline.Plan;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/// Executes the steps of one run, side by side where nothing forbids it. All decisions and all writing of states happen on the calling thread.
final class Runner {

    private static final Logger LOG = Logger.getLogger(Runner.class.getName());
    private static final int LOOK_MILLIS = 200;

    private final RunTables tables;
    private final Plan plan;
    private final Function<StepContext, Runnable> tasks;
    private final Clock clock;
    private final int width;
    private final BlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
    private final Map<String, RunState> states = new LinkedHashMap<>();
    private final Map<String, Running> running = new LinkedHashMap<>();
    private String cause = "";

    /// `tasks` gives the work of a step; `width`: how many steps may run at once.
    Runner(RunTables tables, Plan plan, Function<StepContext, Runnable> tasks, Clock clock, int width) {
        this.tables = tables;
        this.plan = plan;
        this.tasks = tasks;
        this.clock = clock;
        this.width = width;
    }

    private record Ended(String step, Outcome<Boolean> outcome) { }

    private record Running(StepContext context, Instant started, Thread thread) { }

    /// What a run is told at its start.
    ///
    /// @param taken steps that are taken as they are
    record Order(long run, Set<String> taken, RunLog log) { }

    /// Returns once every step has ended.
    RunState execute(Order order, Job job) {
        plan.steps().forEach(step -> states.put(step.name(), RunState.WAITING));
        order.taken().forEach(step -> skip(order, step, "log.step.taken"));
        try (ScheduledExecutorService timeouts = Executors.newSingleThreadScheduledExecutor(Runner::daemon);
                Job.Registration _ = job.onCancel(() -> ended.add(new Ended("", new Outcome.Cancelled<>())))) {
            try {
                steps(order, job, timeouts);
            } finally {
                stopAll();
            }
        }
        return result(job);
    }

    private void steps(Order order, Job job, ScheduledExecutorService timeouts) {
        boolean told = false;
        while (true) {
            if (job.isCancelled() && !told) {
                told = true;
                running.values().forEach(step -> step.context().job().cancel());
                endWaiting(order);
            }
            startReady(order, job, timeouts);
            if (running.isEmpty()) {
                return;
            }
            awaitOne(order, job);
        }
    }

    /// Only when something broke here: no step may go on behind a run that has ended.
    private void stopAll() {
        running.values().forEach(step -> step.context().job().cancel());
        for (Running step : running.values()) {
            try {
                step.thread().join();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /// Why the run failed: the first failed step's reason.
    String cause() {
        return cause;
    }

    private static Thread daemon(Runnable work) {
        return Thread.ofPlatform().daemon().name("step timeouts").unstarted(work);
    }

    private void startReady(Order order, Job job, ScheduledExecutorService timeouts) {
        for (Plan.Step step : plan.steps()) {
            if (states.get(step.name()) != RunState.WAITING) {
                continue;
            }
            Optional<String> blocker = step.after().stream().filter(name -> isLost(order, name)).findFirst();
            if (blocker.isPresent()) {
                skip(order, step.name(), "log.step.skipped", blocker.get());
            } else if (running.size() < width && step.after().stream().allMatch(name -> states.get(name).ended())) {
                start(order, job, step, timeouts);
            }
        }
    }

    /// A step that was skipped because it is taken as it is holds nobody up.
    private boolean isLost(Order order, String step) {
        RunState state = states.get(step);
        return state.ended() && !state.good() && !order.taken().contains(step);
    }

    private void start(Order order, Job job, Plan.Step step, ScheduledExecutorService timeouts) {
        StepContext context = new StepContext(order.run(), plan.pipeline().name(), step.name(), new Job(step.name()), new StepReport(), order.log());
        Instant started = clock.instant();
        context.job().onProgress(job::report);
        states.put(step.name(), RunState.RUNNING);
        context.info("log.step.started", step.name());
        order.log().flush();
        StepRunner runner = new StepRunner(step, context, tasks.apply(context), timeouts);
        Thread thread = Thread.ofPlatform().daemon().name("step " + step.name()).unstarted(() -> ended.add(new Ended(step.name(), runner.run())));
        running.put(step.name(), new Running(context, started, thread));
        tables.step(order.run(), context.report().toStepRun(step.name(), RunState.RUNNING, Optional.of(started), Optional.empty(), Optional.empty()), "");
        thread.start();
    }

    private void awaitOne(Order order, Job job) {
        try {
            Ended one = ended.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            order.log().flushWhenDue();
            if (one != null && !one.step().isEmpty()) {
                end(order, one);
                job.report(new Progress(Strings.text("progress.run", plan.pipeline().title()), states.values().stream().filter(RunState::ended).count(),
                        states.size(), Progress.Unit.STEPS));
            }
        } catch (InterruptedException _) {
            job.cancel();
        }
    }

    private void end(Order order, Ended one) {
        Running step = running.remove(one.step());
        StepContext context = step.context();
        RunState state = switch (one.outcome()) {
            case Outcome.Done<Boolean> _ -> context.report().warned() ? RunState.WARNED : RunState.DONE;
            case Outcome.Failed<Boolean> _ -> RunState.FAILED;
            case Outcome.Cancelled<Boolean> _ -> RunState.CANCELLED;
        };
        Optional<Run.Cause> why = Optional.empty();
        if (one.outcome() instanceof Outcome.Failed<Boolean>(Failure failure)) {
            why = Optional.of(new Run.Cause(failure.kind(), failure.message(), failure.advice()));
            order.log().add(LogLine.Level.ERROR, one.step(), failure.message() + (failure.advice().isEmpty() ? "" : " " + failure.advice()));
            failure.origin().filter(_ -> failure.kind() == Failure.Kind.BUG).ifPresent(error -> LOG.log(Level.WARNING, one.step(), error));
            failure.detail().ifPresent(detail -> order.log().add(LogLine.Level.ERROR, one.step(), detail));
            cause = cause.isEmpty() ? one.step() + ": " + failure.message() : cause;
        }
        states.put(one.step(), state);
        context.info("log.step.ended", one.step(), Words.of(state));
        order.log().flush();
        tables.step(order.run(), context.report().toStepRun(one.step(), state, Optional.of(step.started()), Optional.of(clock.instant()), why),
                context.report().quarantine());
    }

    private void endWaiting(Order order) {
        for (Map.Entry<String, RunState> step : states.entrySet()) {
            if (step.getValue() == RunState.WAITING) {
                step.setValue(RunState.CANCELLED);
                tables.step(order.run(), new StepReport().toStepRun(step.getKey(), RunState.CANCELLED, Optional.empty(), Optional.empty(), Optional.empty()), "");
            }
        }
    }

    private void skip(Order order, String step, String key, Object... arguments) {
        states.put(step, RunState.SKIPPED);
        order.log().add(LogLine.Level.INFO, step, Strings.text(key, arguments));
        tables.step(order.run(), new StepReport().toStepRun(step, RunState.SKIPPED, Optional.empty(), Optional.empty(), Optional.empty()), "");
    }

    private RunState result(Job job) {
        if (job.isCancelled()) {
            return RunState.CANCELLED;
        }
        if (states.containsValue(RunState.FAILED)) {
            return RunState.FAILED;
        }
        return states.containsValue(RunState.WARNED) ? RunState.WARNED : RunState.DONE;
    }
}
