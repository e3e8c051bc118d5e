package io.wonderlake.ui.runs;

import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;

/// The time axis of a run: from its start to its end, with ticks at round times.
///
/// @param length never zero
/// @param tick time between two ticks
record Scale(Duration length, Duration tick) {
    private static final int MOST_TICKS = 5;
    private static final List<Long> ROUND_MILLIS = List.of(10L, 20L, 50L, 100L, 200L, 500L, 1_000L, 2_000L, 5_000L, 10_000L, 15_000L, 30_000L,
            60_000L, 120_000L, 300_000L, 600_000L, 900_000L, 1_800_000L, 3_600_000L, 7_200_000L, 14_400_000L, 28_800_000L, 86_400_000L);

    static Scale of(Duration elapsed) {
        long millis = Math.max(10, elapsed.toMillis());
        long tick = ROUND_MILLIS.stream().filter(round -> millis / round < MOST_TICKS).findFirst()
                .orElseGet(() -> 86_400_000L * (1 + millis / 86_400_000L / MOST_TICKS));
        return new Scale(Duration.ofMillis(millis), Duration.ofMillis(tick));
    }

    List<Duration> ticks() {
        return LongStream.rangeClosed(0, length.toMillis() / tick.toMillis()).mapToObj(tick::multipliedBy).toList();
    }

    /// Where a time stands between 0 and 1.
    double at(Duration sinceStart) {
        return Math.clamp((double) sinceStart.toMillis() / length.toMillis(), 0, 1);
    }
}
