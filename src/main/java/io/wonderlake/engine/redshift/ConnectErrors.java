package io.wonderlake.engine.redshift;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Failure.Kind;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLException;

/// Says why no connection to the warehouse came about, and what to do about it.
final class ConnectErrors {
    private ConnectErrors() {
    }

    static RuntimeException translate(Throwable error, RedshiftAddress address, String user) {
        Failure failure = error instanceof SQLException refused ? failure(refused, address, user) : Failure.of(error);
        return failure.withOrigin(error).exception();
    }

    private static Failure failure(SQLException error, RedshiftAddress address, String user) {
        String message = Errors.said(error);
        return network(error, address).orElseGet(() -> refusal(Errors.state(error), message, address, user)).withDetail(message);
    }

    private static Optional<Failure> network(SQLException error, RedshiftAddress address) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case UnknownHostException _ -> {
                    return Optional.of(Failure.of(Kind.OFFLINE, "failure.redshift.host", address.host()));
                }
                case SocketTimeoutException _ -> {
                    return Optional.of(Failure.of(Kind.OFFLINE, "failure.redshift.silent", address.place()));
                }
                case NoRouteToHostException _ -> {
                    return Optional.of(Failure.of(Kind.OFFLINE, "failure.redshift.silent", address.place()));
                }
                case ConnectException _ -> {
                    return Optional.of(Failure.of(Kind.OFFLINE, "failure.redshift.closed", address.place()));
                }
                case SSLException _ -> {
                    return Optional.of(Failure.of(Kind.DENIED, "failure.redshift.certificate", address.place()));
                }
                default -> { }
            }
        }
        return Optional.empty();
    }

    private static Failure refusal(String state, String message, RedshiftAddress address, String user) {
        String lower = message.toLowerCase(Locale.ROOT);
        if (lower.contains("does not support ssl")) {
            return Failure.of(Kind.DENIED, "failure.redshift.plain", address.place());
        }
        if (lower.contains("timed out") || lower.contains("timeout")) {
            return Failure.of(Kind.OFFLINE, "failure.redshift.silent", address.place());
        }
        return switch (state) {
            case "28P01", "28000" -> lower.contains("does not exist") || lower.contains("password") || lower.contains("authentication")
                    ? Failure.of(Kind.SIGN_IN, "failure.redshift.password", user, address.place())
                    : Failure.of(Kind.DENIED, "failure.redshift.login", user, Errors.sentence(message));
            case "3D000" -> Failure.of(Kind.NOT_FOUND, "failure.redshift.database", address.database(), address.place());
            case "42501" -> Failure.of(Kind.DENIED, "failure.redshift.login", user, Errors.sentence(message));
            case "53300" -> Failure.of(Kind.THROTTLED, "failure.redshift.full", address.place());
            case "57P03", "57P01", "57P02" -> Failure.of(Kind.OFFLINE, "failure.redshift.starting", address.place(), Errors.sentence(message));
            default -> Failure.of(Kind.OFFLINE, "failure.redshift.connect", address.place(), Errors.sentence(message));
        };
    }
}
