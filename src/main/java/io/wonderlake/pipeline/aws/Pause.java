package io.wonderlake.pipeline.aws;

import java.util.concurrent.CancellationException;

/// Waits for a service that has no way to call back.
final class Pause {
    private Pause() {
    }

    static void of(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
            throw new CancellationException("wait");
        }
    }
}
