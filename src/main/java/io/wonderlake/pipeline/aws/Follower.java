package io.wonderlake.pipeline.aws;

import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Follows a run to its end: looks at it less and less often, says where it stands, and stops it when the job is cancelled.
final class Follower {
    private static final int FIRST_WAIT = 300;
    private static final int LONGEST_WAIT = 5_000;
    private static final int MOST_TROUBLES = 20;

    private final Family family;
    private final Ref ref;
    private final Job job;
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private boolean stopped;
    private int troubles;

    Follower(Family family, Ref ref, Job job) {
        this.family = family;
        this.ref = ref;
        this.job = job;
    }

    Run toEnd() {
        long wait = FIRST_WAIT;
        job.report(new Progress(Strings.text("run.aws.phase.started"), 0, -1, Progress.Unit.STEPS));
        try (Job.Registration _ = job.onCancel(cancelled::countDown)) {
            while (true) {
                Optional<Run> end = look().filter(run -> run.ended().isPresent() || run.state().ended() && run.state() != RunState.UNKNOWN);
                if (end.isPresent()) {
                    return end.get();
                }
                await(wait);
                stopWhenCancelled();
                wait = stopped ? FIRST_WAIT : Math.min(LONGEST_WAIT, wait * 3 / 2);
            }
        }
    }

    /// Trouble that may pass does not end the watching: the run goes on without us.
    private Optional<Run> look() {
        try {
            Run run = family.find(ref).orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.run.missing", ref.id()).exception());
            troubles = 0;
            report(run);
            return Optional.of(run);
        } catch (FailureException trouble) {
            if (!trouble.failure().kind().mayPass() || ++troubles > MOST_TROUBLES) {
                throw trouble;
            }
            return Optional.empty();
        }
    }

    private void report(Run run) {
        List<StepRun> steps = run.steps();
        long done = steps.stream().filter(step -> step.state().ended()).count();
        String now = steps.stream().filter(step -> step.state() == RunState.RUNNING).map(StepRun::step).reduce((_, later) -> later).orElse("");
        String phase = stopped ? Strings.text("run.aws.phase.stopping") : run.state() == RunState.WAITING ? Strings.text("run.aws.phase.waiting")
                : steps.size() > 1 && !now.isEmpty() ? Strings.text("run.aws.phase.step", now) : Strings.text("run.aws.phase.running");
        job.report(new Progress(phase, done, steps.size() > 1 ? steps.size() : -1, Progress.Unit.STEPS));
    }

    private void await(long millis) {
        try {
            if (stopped) {
                TimeUnit.MILLISECONDS.sleep(millis);
            } else {
                cancelled.await(millis, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new CancellationException(ref.id());
        }
    }

    private void stopWhenCancelled() {
        if (job.isCancelled() && !stopped) {
            stopped = true;
            try {
                family.stop(ref);
            } catch (FailureException already) {
                if (already.failure().kind() != Failure.Kind.CONFLICT) {
                    throw already;
                }
            }
        }
    }
}
