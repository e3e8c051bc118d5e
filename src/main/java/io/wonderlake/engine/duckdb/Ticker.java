package io.wonderlake.engine.duckdb;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;

/// One daemon thread that looks after all running statements ten times a second, and sleeps when there are none.
final class Ticker {
    private static final long PERIOD_NANOS = 100_000_000;
    private static final Logger LOG = Logger.getLogger(Ticker.class.getName());
    private static final List<Runnable> WATCHED = new CopyOnWriteArrayList<>();
    private static volatile boolean idle;
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
        if (idle) {
            LockSupport.unpark(THREAD);
        }
        return () -> WATCHED.remove(tick);
    }

    private static void run() {
        while (true) {
            idle = WATCHED.isEmpty();
            if (!idle) {
                LockSupport.parkNanos(PERIOD_NANOS);
                WATCHED.forEach(Ticker::tick);
            } else if (WATCHED.isEmpty()) {
                LockSupport.park();
            }
        }
    }

    /// Trouble with one statement must not leave all later ones without a look.
    private static void tick(Runnable watched) {
        try {
            watched.run();
        } catch (RuntimeException error) {
            LOG.log(Level.WARNING, "A statement could not be looked after.", error);
        }
    }
}
