package io.wonderlake.pipeline.local;

import io.wonderlake.lake.ObjectPath;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;

/// Says of an engine's refusal which definition file the SQL came from.
final class Definitional {

    private Definitional() {
    }

    /// `key` takes the file and the engine's message. Other troubles than the SQL's stay as they are, and so do failures that name a file.
    static FailureException named(FailureException error, String key, ObjectPath file) {
        Failure failure = error.failure();
        if (failure.kind() != Failure.Kind.BAD_INPUT && failure.kind() != Failure.Kind.NOT_FOUND || failure.message().contains(file.toString())) {
            return error;
        }
        Failure named = Failure.of(Failure.Kind.BAD_INPUT, key, file.toString(), failure.message()).withOrigin(error);
        return failure.detail().map(named::withDetail).orElse(named).exception();
    }
}
