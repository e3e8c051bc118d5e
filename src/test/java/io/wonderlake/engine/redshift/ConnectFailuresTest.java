package io.wonderlake.engine.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wonderlake.engine.Query;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Each reason why no connection comes about has its own sentence and its own next step.
@Timeout(60)
class ConnectFailuresTest {

    private static Failure failure(String url, String user, Optional<String> password) {
        LakeProfile.Redshift settings = new LakeProfile.Redshift(url, Optional.of(user));
        try (RedshiftEngine engine = new RedshiftEngine(settings, new PasswordLogin(user, () -> password.map(String::toCharArray)), false)) {
            FailureException error = catchThrowableOfType(FailureException.class, () -> engine.run(Query.of("select 1"), new Job("query")));
            assertThat(error).isNotNull();
            assertThat(error.failure().advice()).isNotBlank();
            return error.failure();
        }
    }

    private static Failure failure(String url) {
        return failure(url, Warehouse.USER, Optional.of(Warehouse.PASSWORD));
    }

    @Test
    void saysThatNothingListens() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        Failure failure = failure("jdbc:redshift://127.0.0.1:" + port + "/dev?ssl=false");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.OFFLINE);
        assertThat(failure.message()).isEqualTo("Nothing takes connections at 127.0.0.1:" + port + ".");
    }

    @Test
    void saysThatNothingAnswers() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Failure failure = failure("jdbc:redshift://127.0.0.1:" + silent.getLocalPort() + "/dev?ssl=false&logintimeout=1");
            assertThat(failure.kind()).isEqualTo(Failure.Kind.OFFLINE);
            assertThat(failure.message()).contains("does not answer");
            assertThat(failure.advice()).contains("paused");
        }
    }

    @Test
    void refusesToSpeakInTheClearUnlessTheAddressSaysSo() {
        try (PostgresProxy proxy = Warehouse.proxy()) {
            Failure failure = failure(proxy.url("dev", ""));
            assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
            assertThat(failure.message()).contains("does not encrypt");
            assertThat(proxy.sessions()).isZero();
        }
    }

    @Test
    void saysWhichDatabaseIsMissing() {
        try (PostgresProxy proxy = Warehouse.proxy()) {
            Failure failure = failure(proxy.url("nowhere", "?ssl=false"));
            assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
            assertThat(failure.message()).startsWith("There is no database nowhere at 127.0.0.1");
        }
    }

    @Test
    void saysThatThePasswordIsWrongAndNeverWhichItWas() {
        List<String> log = new ArrayList<>();
        try (PostgresProxy proxy = Warehouse.proxy(); Listening _ = new Listening(log)) {
            Failure failure = failure(proxy.url("dev", "?ssl=false"), Warehouse.USER, Optional.of("Wr0ng-Word"));
            assertThat(failure.kind()).isEqualTo(Failure.Kind.SIGN_IN);
            assertThat(failure.message()).contains(Warehouse.USER).contains("does not accept");
            Failure good = failure(proxy.url("nowhere", "?ssl=false"));
            for (Failure each : List.of(failure, good)) {
                assertThat(each.message() + each.advice() + each.detail().orElse("") + trace(each)).doesNotContain("Wr0ng-Word").doesNotContain(Warehouse.PASSWORD);
            }
        }
        assertThat(log.toString()).doesNotContain("Wr0ng-Word").doesNotContain(Warehouse.PASSWORD);
    }

    @Test
    void saysThatNoPasswordIsKnown() {
        try (PostgresProxy proxy = Warehouse.proxy()) {
            Failure failure = failure(proxy.url("dev", "?ssl=false"), Warehouse.USER, Optional.empty());
            assertThat(failure.kind()).isEqualTo(Failure.Kind.SIGN_IN);
            assertThat(failure.advice()).contains("WONDERLAKE_REDSHIFT_PASSWORD");
        }
    }

    /// What a network of loopback alone cannot show, by the exceptions that the driver is known to throw.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            53300 | FATAL: connection limit "500" exceeded for non-bootstrap users | THROTTLED | no connection left
            57P03 | FATAL: the database system is starting up | OFFLINE | is not ready
            42501 | FATAL: permission denied for database "dev" | DENIED | may not log in
            28000 | FATAL: no pg_hba.conf entry for host "1.2.3.4" | DENIED | may not log in
            08001 | Connection attempt timed out. | OFFLINE | does not answer
            XX000 | FATAL: something else | OFFLINE | something else
            """)
    void knowsWhatServersSay(String state, String message, Failure.Kind kind, String words) {
        Failure failure = translated(new SQLException(message, state));
        assertThat(failure.kind()).isEqualTo(kind);
        assertThat(failure.message()).contains(words);
    }

    @Test
    void knowsWhatTheNetworkSays() {
        Failure host = translated(new SQLException("The connection attempt failed.", "08001", new UnknownHostException("nowhere")));
        assertThat(host.message()).isEqualTo("There is no host warehouse.example.");
        Failure certificate = translated(new SQLException("SSL error: PKIX path building failed", "08006", new SSLHandshakeException("PKIX path building failed")));
        assertThat(certificate.message()).contains("cannot prove who it is");
        assertThat(certificate.kind()).isEqualTo(Failure.Kind.DENIED);
    }

    private static Failure translated(SQLException error) {
        return ((FailureException) ConnectErrors.translate(error, RedshiftAddress.of("jdbc:redshift://warehouse.example:5439/dev"), "ada")).failure();
    }

    private static String trace(Failure failure) {
        java.io.StringWriter text = new java.io.StringWriter();
        failure.origin().ifPresent(error -> error.printStackTrace(new java.io.PrintWriter(text)));
        return text.toString();
    }

    /// Writes down all that is logged meanwhile.
    private static final class Listening extends Handler implements AutoCloseable {
        private final Logger root = Logger.getLogger("");
        private final Level before = root.getLevel();
        private final List<String> log;

        Listening(List<String> log) {
            this.log = log;
            setLevel(Level.ALL);
            root.setLevel(Level.ALL);
            root.addHandler(this);
        }

        @Override
        public void publish(LogRecord line) {
            synchronized (log) {
                log.add(new SimpleFormatter().format(line));
            }
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
            root.removeHandler(this);
            root.setLevel(before);
        }
    }
}
