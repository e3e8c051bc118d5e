package io.wonderlake.engine.athena;

import io.wonderlake.engine.Query;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.services.athena.model.QueryExecution;

/// One statement in Athena, from its start to its end. Whatever ends the wait before that stops it there, too, so that it costs no more.
final class Execution {
    private static final long FIRST_WAIT_MILLIS = 50;
    private static final long LONGEST_WAIT_MILLIS = 2_000;
    private static final Duration STOPPING = Duration.ofMillis(1_500);

    private final AthenaCalls calls;
    private final Query query;
    private final Job job;
    private final AthenaErrors errors;
    private final String token = UUID.randomUUID().toString();
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private volatile String id = "";

    Execution(AthenaCalls calls, Query query, Job job, AthenaErrors errors) {
        this.calls = calls;
        this.query = query;
        this.job = job;
        this.errors = errors;
    }

    /// Runs the statement and says how it ended, which is well.
    QueryExecution run() {
        QueryExecution ended;
        try (Job.Registration _ = job.onCancel(cancelled::countDown)) {
            job.report(new Progress(Strings.text("athena.queued"), 0, -1, Progress.Unit.BYTES));
            id = calls.start(query, token, job);
            ended = ended();
        } catch (CancellationException unwanted) {
            stop();
            throw unwanted;
        } catch (FailureException lost) {
            if (!id.isEmpty()) {
                stop();
            }
            throw lost;
        }
        return succeeded(ended);
    }

    private QueryExecution ended() {
        long wait = FIRST_WAIT_MILLIS;
        QueryExecution now = calls.execution(id, job);
        while (goesOn(now)) {
            pause(wait);
            wait = Math.min(LONGEST_WAIT_MILLIS, wait * 3 / 2);
            now = calls.execution(id, job);
        }
        return now;
    }

    private boolean goesOn(QueryExecution now) {
        return switch (now.status().state()) {
            case QUEUED -> report("athena.queued", now);
            case RUNNING, UNKNOWN_TO_SDK_VERSION -> report("athena.running", now);
            case SUCCEEDED, FAILED, CANCELLED -> false;
        };
    }

    private boolean report(String phase, QueryExecution now) {
        job.report(new Progress(Strings.text(phase), Billing.scanned(now), -1, Progress.Unit.BYTES));
        return true;
    }

    private QueryExecution succeeded(QueryExecution ended) {
        return switch (ended.status().state()) {
            case FAILED -> throw errors.failed(ended);
            case CANCELLED -> throw errors.stopped(ended);
            case SUCCEEDED, QUEUED, RUNNING, UNKNOWN_TO_SDK_VERSION -> ended;
        };
    }

    private void pause(long millis) {
        try {
            if (cancelled.await(millis, TimeUnit.MILLISECONDS)) {
                throw new CancellationException(job.title());
            }
        } catch (InterruptedException unwanted) {
            Thread.currentThread().interrupt();
            throw (CancellationException) new CancellationException(job.title()).initCause(unwanted);
        }
    }

    /// On a thread of its own, and waited for only shortly: the person who cancels must not wait for the network.
    private void stop() {
        Thread stopping = Thread.ofPlatform().daemon().name("athena-stop").start(this::sendStop);
        try {
            stopping.join(STOPPING);
        } catch (InterruptedException impatient) {
            Thread.currentThread().interrupt();
        }
    }

    /// A start that was cut off before its answer came is sent again with its token, which only tells the id.
    private void sendStop() {
        try {
            if (id.isEmpty()) {
                id = calls.start(query, token, new Job(job.title()));
            }
            calls.stop(id);
        } catch (FailureException refused) {
            System.getLogger(Execution.class.getName()).log(System.Logger.Level.WARNING, "Athena was not told to stop " + id + ": " + refused.failure().message());
        }
    }
}
