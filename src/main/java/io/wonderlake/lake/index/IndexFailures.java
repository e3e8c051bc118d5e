package io.wonderlake.lake.index;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Failure.Kind;
import io.wonderlake.work.FailureException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/// Says what an error of the embedded database means for the lake.
final class IndexFailures {
    private static final int PRIMARY = 0xff;
    private static final Set<SQLiteErrorCode> DAMAGE = Set.of(SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_NOTADB, SQLiteErrorCode.SQLITE_FORMAT);

    private IndexFailures() {
    }

    static boolean isBusy(Throwable error) {
        return code(error).filter(code -> code == SQLiteErrorCode.SQLITE_BUSY.code || code == SQLiteErrorCode.SQLITE_LOCKED.code).isPresent();
    }

    static boolean isDamage(Throwable error) {
        return code(error).filter(code -> DAMAGE.contains(SQLiteErrorCode.getErrorCode(code))).isPresent();
    }

    /// Failures of the work itself stay as they are.
    static RuntimeException translate(RuntimeException error, Path file) {
        if (error instanceof FailureException || error instanceof CancellationException) {
            return error;
        }
        return code(error).flatMap(code -> failure(code, file.toString()))
                .map(failure -> (RuntimeException) failure.withOrigin(error).withDetail(String.valueOf(error.getMessage())).exception())
                .orElse(error);
    }

    private static Optional<Failure> failure(int code, String file) {
        return Optional.ofNullable(switch (SQLiteErrorCode.getErrorCode(code)) {
            case SQLITE_CORRUPT, SQLITE_NOTADB, SQLITE_FORMAT -> Failure.of(Kind.STORAGE, "failure.index.damaged", file);
            case SQLITE_BUSY, SQLITE_LOCKED -> Failure.of(Kind.CONFLICT, "failure.index.busy", file);
            case SQLITE_FULL -> Failure.of(Kind.STORAGE, "failure.lake.full", file);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN, SQLITE_AUTH -> Failure.of(Kind.DENIED, "failure.lake.denied", file);
            case SQLITE_IOERR -> Failure.of(Kind.STORAGE, "failure.index.storage", file);
            default -> null;
        });
    }

    /// The primary result code, without the part that tells its kinds apart.
    private static Optional<Integer> code(Throwable error) {
        for (Throwable at = error; at != null; at = at.getCause()) {
            if (at instanceof SQLiteException known) {
                return Optional.of(known.getResultCode().code & PRIMARY);
            }
        }
        return Optional.empty();
    }
}
