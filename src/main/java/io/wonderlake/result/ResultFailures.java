package io.wonderlake.result;

import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.sql.SQLException;

/// Says what is wrong with the result store.
final class ResultFailures {
    private ResultFailures() {
    }

    static FailureException translate(SQLException error) {
        String message = String.valueOf(error.getMessage());
        return Failure.of(Failure.Kind.STORAGE, "failure.result.store", message.lines().findFirst().orElse("")).withDetail(message).withOrigin(error).exception();
    }
}
