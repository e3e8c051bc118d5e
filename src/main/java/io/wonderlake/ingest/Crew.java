package io.wonderlake.ingest;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// Moves files side by side, a bounded number at a time, and adds up what became of them. A file that fails stops no other, unless all that
/// follow would fail as well.
final class Crew implements AutoCloseable {
    static final long PRESENT = -1;
    private static final int AT_ONCE = 8;
    private static final Set<Failure.Kind> HOPELESS = Set.of(Failure.Kind.SIGN_IN, Failure.Kind.OFFLINE, Failure.Kind.THROTTLED);

    private final Job job;
    private final String phase;
    private final long total;
    private final Semaphore room = new Semaphore(AT_ONCE);
    private final List<TransferSummary.Failed> failed = new ArrayList<>();
    private long underWay;
    private long moved;
    private long bytes;
    private long present;
    private long untried;
    private boolean hopeless;

    /// `total` is -1 where the number of bytes is not known.
    Crew(Job job, String phase, long total) {
        this.job = job;
        this.phase = phase;
        this.total = total;
    }

    /// Waits until there is room. `work` gives the bytes that it moved, or `PRESENT`.
    void start(String name, long size, Function<Job, Long> work) {
        job.checkCancelled();
        room.acquireUninterruptibly();
        if (isHopeless()) {
            room.release();
            return;
        }
        Thread.ofVirtual().name(name).start(() -> {
            try {
                run(name, size, work);
            } finally {
                room.release();
            }
        });
    }

    private synchronized boolean isHopeless() {
        untried += hopeless ? 1 : 0;
        return hopeless;
    }

    private void run(String name, long size, Function<Job, Long> work) {
        Job one = new Job(name);
        long[] told = new long[1];
        one.onProgress(progress -> {
            report(progress.done() - told[0]);
            told[0] = progress.done();
        });
        Outcome<Long> outcome;
        try (Job.Registration _ = job.onCancel(one::cancel)) {
            outcome = Jobs.attempt(one, () -> work.apply(one));
        }
        boolean done = outcome instanceof Outcome.Done<Long>;
        report((done ? size : 0) - told[0]);
        ended(name, outcome);
    }

    private synchronized void report(long more) {
        underWay += more;
        job.report(new Progress(phase, underWay, total, Progress.Unit.BYTES));
    }

    private synchronized void ended(String name, Outcome<Long> outcome) {
        switch (outcome) {
            case Outcome.Done<Long>(Long size) when size == PRESENT -> present++;
            case Outcome.Done<Long>(Long size) -> {
                moved++;
                bytes += size;
            }
            case Outcome.Failed<Long>(Failure failure) -> fail(name, failure);
            case Outcome.Cancelled<Long> _ -> untried++;
        }
    }

    synchronized void fail(String name, Failure failure) {
        failed.add(new TransferSummary.Failed(name, failure));
        hopeless |= HOPELESS.contains(failure.kind());
    }

    /// Waits for all that were started.
    TransferSummary finish() {
        close();
        job.checkCancelled();
        synchronized (this) {
            return new TransferSummary(moved, bytes, present, untried, List.copyOf(failed));
        }
    }

    @Override
    public void close() {
        room.acquireUninterruptibly(AT_ONCE);
        room.release(AT_ONCE);
    }
}
