package io.wonderlake.engine.duckdb;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/// One daemon thread that looks after all running statements ten times a second, and sleeps when there are none.
final class Ticker {
    private static final long PERIOD_NANOS = 100_000_000;
    private static final List<Runnable> WATCHED = new CopyOnWriteArrayList<>();
    private static final Thread THREAD = Thread.ofPlatform().daemon().name("engine ticker").start(Ticker::run);

    private Ticker() {
    }

    /// Ends the watching.
    @FunctionalInterface
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    static Watch watch(Runnable tick) {
        WATCHED.add(tick);
        if (WATCHED.size() == 1) {
            LockSupport.unpark(THREAD);
        }
        return () -> WATCHED.remove(tick);
    }

    private static void run() {
        while (true) {
            if (WATCHED.isEmpty()) {
                LockSupport.park();
            } else {
                LockSupport.parkNanos(PERIOD_NANOS);
                WATCHED.forEach(Runnable::run);
            }
        }
    }
}
