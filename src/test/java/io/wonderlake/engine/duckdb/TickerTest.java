package io.wonderlake.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TickerTest {
    @Test
    void looksAfterTheOthersWhenOneFails() throws Exception {
        CountDownLatch ticks = new CountDownLatch(2);
        try (Ticker.Watch _ = Ticker.watch(() -> {
            throw new IllegalStateException("a test's own trouble");
        }); Ticker.Watch _ = Ticker.watch(ticks::countDown)) {
            assertThat(ticks.await(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void wakesForWatchesThatComeAtTheSameMoment() throws Exception {
        for (int round = 0; round < 3; round++) {
            CountDownLatch seen = new CountDownLatch(4);
            CountDownLatch done = new CountDownLatch(1);
            for (int i = 0; i < 4; i++) {
                Thread.ofPlatform().daemon().start(() -> watchUntil(done, seen));
            }
            assertThat(seen.await(30, TimeUnit.SECONDS)).isTrue();
            done.countDown();
        }
    }

    private static void watchUntil(CountDownLatch done, CountDownLatch seen) {
        CountDownLatch first = new CountDownLatch(1);
        try (Ticker.Watch _ = Ticker.watch(first::countDown)) {
            first.await();
            seen.countDown();
            done.await();
        } catch (InterruptedException error) {
            throw new IllegalStateException(error);
        }
    }
}
