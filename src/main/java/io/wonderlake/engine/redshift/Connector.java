package io.wonderlake.engine.redshift;

import com.amazon.redshift.Driver;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/// Makes connections to the warehouse.
final class Connector {
    /// Bytes of rows that the driver reads ahead of the one who asks for them.
    private static final String AHEAD = "16M";
    /// How long one may wait until a cancel has been sent; the driver holds up the cancelled statement meanwhile.
    private static final String CANCEL_SECONDS = "1";
    private static final String CONNECT_SECONDS = "10";
    private static final String LOGIN_SECONDS = "60";

    private final RedshiftAddress address;
    private final RedshiftLogin login;

    Connector(RedshiftAddress address, RedshiftLogin login) {
        this.address = address;
        this.login = login;
    }

    /// Blocks until the connection stands; cancelling the job ends the wait at once, and closes what comes of it later.
    Connection connect(Job job) {
        RedshiftLogin.Access access = login.access(job);
        try {
            return connect(access, job);
        } catch (FailureException failed) {
            if (failed.failure().kind() == Failure.Kind.SIGN_IN && login.refused()) {
                return connect(login.access(job), job);
            }
            throw failed;
        }
    }

    private Connection connect(RedshiftLogin.Access access, Job job) {
        CompletableFuture<Connection> made = new CompletableFuture<>();
        Thread.ofVirtual().name("redshift connect").start(() -> open(access, made));
        try (Job.Registration _ = job.onCancel(() -> made.cancel(false))) {
            return made.join();
        } catch (CompletionException failed) {
            throw ConnectErrors.translate(failed.getCause(), address, access.user());
        } catch (CancellationException _) {
            throw new CancellationException(job.title());
        }
    }

    private void open(RedshiftLogin.Access access, CompletableFuture<Connection> made) {
        try {
            Connection connection = new Driver().connect(address.url(), properties(access));
            if (!made.complete(connection)) {
                connection.close();
            }
        } catch (SQLException | RuntimeException error) {
            made.completeExceptionally(error);
        }
    }

    private Properties properties(RedshiftLogin.Access access) {
        Properties properties = new Properties();
        properties.setProperty("ssl", "true");
        properties.setProperty("connecttimeout", CONNECT_SECONDS);
        properties.setProperty("logintimeout", LOGIN_SECONDS);
        properties.setProperty("cancelsignaltimeout", CANCEL_SECONDS);
        properties.setProperty("applicationname", "Wonderlake");
        properties.setProperty("fetchringbuffersize", AHEAD);
        address.options().forEach(properties::setProperty);
        properties.remove("dbuser");
        properties.setProperty("user", access.user());
        properties.setProperty("password", new String(access.password()));
        return properties;
    }
}
