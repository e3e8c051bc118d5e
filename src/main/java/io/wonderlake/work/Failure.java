package io.wonderlake.work;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/// Why something did not work, in words for the person who asked: what happened, and what to do next.
///
/// @param kind what sort of trouble it is; decides whether trying again is offered
/// @param message one sentence of cause, naming the thing (file, sheet, cell, line, table)
/// @param advice one sentence with the next step; may be empty, never null
/// @param detail the raw text of the engine or system, for "Details"
/// @param position offset in characters into the SQL text of the statement, when the trouble has a place there
/// @param nearest the name that was probably meant, when a name is wrong
/// @param origin the exception behind it, for the log
public record Failure(
        Kind kind,
        String message,
        String advice,
        Optional<String> detail,
        OptionalInt position,
        Optional<String> nearest,
        Optional<Throwable> origin) {

    /// What sort of trouble it is. `SIGN_IN`: whoever asks must log in first, or again.
    public enum Kind {
        DENIED, SIGN_IN, NOT_FOUND, BAD_INPUT, CONFLICT, THROTTLED, OFFLINE, STORAGE, BUG;

        /// Whether the same call may work a moment later.
        public boolean mayPass() {
            return this == THROTTLED || this == OFFLINE || this == CONFLICT;
        }
    }

    public Failure {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(message);
        Objects.requireNonNull(advice);
    }

    /// A failure whose two sentences stand in the strings file under `key` and `key.advice`.
    public static Failure of(Kind kind, String key, Object... arguments) {
        return new Failure(kind, Strings.text(key, arguments), Strings.text(key + ".advice", arguments),
                Optional.empty(), OptionalInt.empty(), Optional.empty(), Optional.empty());
    }

    /// The failure that an exception carries; anything unexpected becomes a `BUG` with the exception as its detail.
    public static Failure of(Throwable error) {
        if (error instanceof FailureException known) {
            return known.failure();
        }
        return of(Kind.BUG, "failure.bug", String.valueOf(error.getMessage())).withOrigin(error).withDetail(error.toString());
    }

    public Failure withDetail(String text) {
        return new Failure(kind, message, advice, Optional.of(text), position, nearest, origin);
    }

    public Failure withPosition(int offset) {
        return new Failure(kind, message, advice, detail, OptionalInt.of(offset), nearest, origin);
    }

    public Failure withNearest(String name) {
        return new Failure(kind, message, advice, detail, position, Optional.of(name), origin);
    }

    public Failure withOrigin(Throwable error) {
        return new Failure(kind, message, advice, detail, position, nearest, Optional.of(error));
    }

    public FailureException exception() {
        return new FailureException(this);
    }
}
