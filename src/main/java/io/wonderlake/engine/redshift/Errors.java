package io.wonderlake.engine.redshift;

import com.amazon.redshift.util.RedshiftException;
import com.amazon.redshift.util.ServerErrorMessage;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Failure.Kind;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Turns what the server says about a statement into failures: what happened, where in the text, and what to do.
final class Errors {
    private static final Pattern OBJECT = Pattern.compile("permission denied for (?:\\w+ )*?\"?([^\\s\"]+)\"?$");
    private static final Pattern TAIL = Pattern.compile("\\s*\\[?(?:Server SQLState|ErrorId|Location|Routine|File|Line|Position|SQLState)\\s*:[\\s\\S]*$");
    private static final Pattern POSITION = Pattern.compile("Position: (\\d+)");

    private Errors() {
    }

    /// `sql` is the user's text, which positions point into.
    static Failure translate(SQLException error, Placeholders sql, RedshiftAddress address) {
        Failure failure = lost(error) ? Failure.of(Kind.OFFLINE, "failure.redshift.lost", address.place()) : refused(state(error), said(error), address);
        Failure whole = failure.withDetail(String.valueOf(error.getMessage())).withOrigin(error);
        Optional<Integer> position = failure.kind() == Kind.OFFLINE ? Optional.empty() : position(error).flatMap(sql::offset);
        return position.map(whole::withPosition).orElse(whole);
    }

    private static Failure refused(String state, String message, RedshiftAddress address) {
        return switch (state) {
            case "42501" -> {
                Matcher object = OBJECT.matcher(message);
                yield object.find() ? Failure.of(Kind.DENIED, "failure.redshift.denied", object.group(1)) : Failure.of(Kind.DENIED, "failure.redshift.refused", sentence(message));
            }
            case "25006" -> Failure.of(Kind.DENIED, "failure.redshift.readonly", sentence(message));
            case "57014" -> Failure.of(Kind.THROTTLED, "failure.redshift.stopped", sentence(message));
            case "40001", "40P01" -> Failure.of(Kind.CONFLICT, "failure.redshift.conflict", sentence(message));
            default -> state.startsWith("53") ? Failure.of(Kind.THROTTLED, "failure.redshift.busy", address.place(), sentence(message))
                    : Failure.of(Kind.BAD_INPUT, "failure.engine.statement", sentence(message));
        };
    }

    /// Whether the connection is gone, so that nothing can be said about the statement. A value that cannot be decoded has a state of its own.
    static boolean lost(SQLException error) {
        String state = state(error);
        if (state.startsWith("08") || state.startsWith("57P")) {
            return true;
        }
        for (Throwable cause = error.getCause(); cause != null && !state.startsWith("22"); cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    static String state(SQLException error) {
        return error.getSQLState() == null ? "" : error.getSQLState();
    }

    /// The server's own sentence, without what the driver puts around it.
    static String said(SQLException error) {
        String message = server(error).map(ServerErrorMessage::getMessage).orElseGet(() -> String.valueOf(error.getMessage()));
        return TAIL.matcher(message).replaceFirst("").replaceFirst("^(?:ERROR|FATAL|PANIC):\\s*", "").strip();
    }

    static String sentence(String message) {
        String line = message.lines().findFirst().orElse("").strip();
        return line.endsWith(".") || line.endsWith("!") || line.endsWith("?") ? line : line + ".";
    }

    private static Optional<Integer> position(SQLException error) {
        Optional<Integer> known = server(error).map(ServerErrorMessage::getPosition).filter(position -> position > 0);
        Matcher written = POSITION.matcher(String.valueOf(error.getMessage()));
        return known.isPresent() ? known : written.find() ? Optional.of(Integer.valueOf(written.group(1))) : Optional.empty();
    }

    private static Optional<ServerErrorMessage> server(SQLException error) {
        return error instanceof RedshiftException redshift ? Optional.ofNullable(redshift.getServerErrorMessage()) : Optional.empty();
    }
}
