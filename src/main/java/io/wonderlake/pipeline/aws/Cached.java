package io.wonderlake.pipeline.aws;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/// A value that is asked for again only after a while.
final class Cached<T> {
    private final Duration age;
    private final Clock clock;
    private final Supplier<T> source;
    private Instant read = Instant.MIN;
    private T value;

    Cached(Duration age, Clock clock, Supplier<T> source) {
        this.age = age;
        this.clock = clock;
        this.source = source;
    }

    synchronized T value() {
        if (value == null || read.isBefore(clock.instant().minus(age))) {
            value = source.get();
            read = clock.instant();
        }
        return value;
    }
}
