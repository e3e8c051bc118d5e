package io.wonderlake.work;

/// Carries a [Failure] up to whoever asked for the work.
public final class FailureException extends RuntimeException {
    private final transient Failure failure;

    public FailureException(Failure failure) {
        super(failure.message(), failure.origin().orElse(null));
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
