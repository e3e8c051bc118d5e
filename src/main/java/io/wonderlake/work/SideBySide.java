package io.wonderlake.work;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Does several things at once, a bounded number at a time. The first failure ends them all, and so does cancelling the job.
public final class SideBySide implements AutoCloseable {
    private final Job job;
    private final int size;
    private final Semaphore room;
    private final Set<Thread> running = ConcurrentHashMap.newKeySet();
    private final Job.Registration registration;
    private Throwable failed;
    private boolean stopped;

    public SideBySide(Job job, int size) {
        this.job = job;
        this.size = size;
        this.room = new Semaphore(size);
        this.registration = job.onCancel(this::stop);
    }

    /// Waits until there is room; throws what an earlier work failed with.
    public void start(Runnable work) {
        room.acquireUninterruptibly();
        Thread thread = Thread.ofVirtual().name(job.title()).unstarted(() -> run(work));
        synchronized (this) {
            if (!stopped) {
                running.add(thread);
                thread.start();
                return;
            }
        }
        room.release();
        check();
    }

    private void run(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error error) {
            fail(error);
        } finally {
            running.remove(Thread.currentThread());
            room.release();
        }
    }

    private void fail(Throwable error) {
        synchronized (this) {
            if (failed == null && !stopped) {
                failed = error;
            }
        }
        stop();
    }

    private synchronized void stop() {
        stopped = true;
        running.forEach(Thread::interrupt);
    }

    /// Waits for all of them.
    public void finish() {
        settle();
        check();
    }

    private void settle() {
        room.acquireUninterruptibly(size);
        room.release(size);
    }

    private synchronized void check() {
        job.checkCancelled();
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed instanceof RuntimeException error) {
            throw error;
        }
    }

    /// Ends what still runs, and returns when all has ended.
    @Override
    public void close() {
        stop();
        settle();
        registration.close();
    }
}
