package io.wonderlake;

import io.wonderlake.ui.shell.Shell;
import io.wonderlake.work.Jobs;
import io.wonderlake.workspace.Workspace;
import java.time.Duration;

/// The lake that the window shows, with all that ends when it shows another one.
record OpenLake(Workspace workspace, Shell shell, Jobs jobs) {
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(20);

    /// Stops what runs in it and closes it, in the background: a statement may take a moment to stop.
    void leave() {
        jobs.close();
        Thread.ofPlatform().daemon().name("close " + workspace.id()).start(() -> {
            long end = System.nanoTime() + LONGEST.toNanos();
            try {
                while (!jobs.active().isEmpty() && System.nanoTime() < end) {
                    Thread.sleep(STEP);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            workspace.close();
        });
    }
}
