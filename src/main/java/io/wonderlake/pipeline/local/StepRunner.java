package io.wonderlake.pipeline.local;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import io.wonderlake.pipeline.Plan;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Carries one step to its end: tries again what may pass, and stops it at its timeout.
final class StepRunner {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);

    private final Plan.Step step;
    private final StepContext context;
    private final Runnable task;
    private final ScheduledExecutorService clock;
    private final AtomicBoolean late = new AtomicBoolean();
    private final Object gate = new Object();
    private boolean pausing;

    StepRunner(Plan.Step step, StepContext context, Runnable task, ScheduledExecutorService clock) {
        this.step = step;
        this.context = context;
        this.task = task;
        this.clock = clock;
    }

    /// Runs on the calling thread.
    Outcome<Boolean> run() {
        Thread thread = Thread.currentThread();
        ScheduledFuture<?> timeout = clock.schedule(this::timeOut, step.timeout().toMillis(), TimeUnit.MILLISECONDS);
        try (Job.Registration _ = context.job().onCancel(() -> wake(thread))) {
            Outcome<Boolean> outcome = Jobs.attempt(context.job(), this::attempts);
            return late.get() && !(outcome instanceof Outcome.Done<Boolean>) ? new Outcome.Failed<>(Failure.of(Failure.Kind.THROTTLED, "failure.step.timeout", step.name(), words(step.timeout()))) : outcome;
        } finally {
            timeout.cancel(false);
        }
    }

    private boolean attempts() {
        RetryPolicy<Object> policy = RetryPolicy.builder()
                .handleIf(this::mayPass)
                .withMaxRetries(step.retries())
                .withBackoff(FIRST_PAUSE, LONGEST_PAUSE)
                .onRetryScheduled(event -> {
                    context.warn("log.step.retry", Failure.of(event.getLastException()).message(), String.valueOf(event.getAttemptCount() + 1));
                    pause(true);
                })
                .onRetry(_ -> pause(false))
                .build();
        try {
            Failsafe.with(policy).run(() -> {
                context.job().checkCancelled();
                context.report().begin();
                task.run();
            });
            return true;
        } catch (FailsafeException interrupted) {
            throw new CancellationException(String.valueOf(interrupted.getMessage()));
        } finally {
            pause(false);
        }
    }

    /// Bad data stays bad; trouble with the disk gets one more chance.
    private boolean mayPass(Throwable error) {
        if (context.job().isCancelled() || !(error instanceof FailureException known)) {
            return false;
        }
        return known.failure().kind().mayPass() || known.failure().kind() == Failure.Kind.STORAGE && context.report().attempts() == 1;
    }

    private void timeOut() {
        late.set(true);
        context.job().cancel();
    }

    /// A pause between two attempts ends at once; work itself is stopped by the actions that it registers, never by an interrupt.
    private void wake(Thread thread) {
        synchronized (gate) {
            if (pausing) {
                thread.interrupt();
            }
        }
    }

    private void pause(boolean now) {
        synchronized (gate) {
            pausing = now;
            if (now && context.job().isCancelled()) {
                Thread.currentThread().interrupt();
            }
            if (!now) {
                Thread.interrupted();
            }
        }
    }

    private static String words(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }
}
