package io.wonderlake.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;

/// Runs tests against JavaFX without a display: one toolkit for all tests of the process.
public final class Fx {
    private static boolean started;

    private Fx() {
    }

    public static synchronized void start() {
        if (started) {
            return;
        }
        CountDownLatch up = new CountDownLatch(1);
        Platform.startup(up::countDown);
        Platform.setImplicitExit(false);
        try {
            if (!up.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("JavaFX did not start");
            }
        } catch (InterruptedException error) {
            throw new AssertionError(error);
        }
        started = true;
    }

    public static <T> T call(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(60, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException error) {
            throw new AssertionError(error);
        }
    }

    public static void run(Runnable work) {
        call(() -> {
            work.run();
            return null;
        });
    }

    /// Waits until the condition holds on the UI thread.
    public static void until(BooleanSupplier condition) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!call(condition::getAsBoolean)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("the condition did not come true in 20 s");
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    /// Waits until what is due has been laid out and painted.
    public static void settle() {
        for (int pulse = 0; pulse < 3; pulse++) {
            CountDownLatch painted = new CountDownLatch(1);
            Platform.runLater(() -> new javafx.animation.AnimationTimer() {
                @Override
                public void handle(long now) {
                    stop();
                    painted.countDown();
                }
            }.start());
            try {
                painted.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException error) {
                throw new AssertionError(error);
            }
        }
    }
}
