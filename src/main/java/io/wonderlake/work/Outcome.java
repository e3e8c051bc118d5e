package io.wonderlake.work;

/// How a job ended. There is no fourth way, and no exception gets past it.
public sealed interface Outcome<T> {
    record Done<T>(T value) implements Outcome<T> { }

    record Failed<T>(Failure failure) implements Outcome<T> { }

    record Cancelled<T>() implements Outcome<T> { }
}
