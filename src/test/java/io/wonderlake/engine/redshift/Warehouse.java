package io.wonderlake.engine.redshift;

import io.wonderlake.lake.LakeProfile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/// A PostgreSQL server that stands in for a warehouse, with views of Redshift's names; one for all tests, ended with the Java machine.
public final class Warehouse {
    static final String USER = "analyst";
    static final String PASSWORD = "s3cret-Word";
    private static final Object LOCK = new Object();
    private static EmbeddedPostgres server;
    private static String trouble = "";

    private Warehouse() {
    }

    public static PostgresProxy proxy() {
        return new PostgresProxy(server().getPort());
    }

    public static RedshiftEngine engine(PostgresProxy proxy) {
        return new RedshiftEngine(settings(proxy), new PasswordLogin(USER, () -> Optional.of(PASSWORD.toCharArray())), false);
    }

    static LakeProfile.Redshift settings(PostgresProxy proxy) {
        return new LakeProfile.Redshift(proxy.url("dev", "?ssl=false"), Optional.of(USER));
    }

    /// Runs statements as the server's owner.
    public static void asOwner(String sql) {
        try (Connection connection = server().getDatabase("postgres", "dev").getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException error) {
            throw new IllegalStateException(error);
        }
    }

    /// Fills a table from CSV text, where an empty field without quotes is null.
    public static void fill(String table, InputStream csv) {
        try (Connection connection = server().getDatabase("postgres", "dev").getConnection()) {
            new CopyManager(connection.unwrap(BaseConnection.class)).copyIn("copy " + table + " from stdin with (format csv, null '')", csv);
        } catch (SQLException error) {
            throw new IllegalStateException(error);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /// What the server's owner is told.
    static String askOwner(String sql) {
        try (Connection connection = server().getDatabase("postgres", "dev").getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException error) {
            throw new IllegalStateException(error);
        }
    }

    private static EmbeddedPostgres server() {
        synchronized (LOCK) {
            if (server == null && trouble.isEmpty()) {
                start();
            }
            Assumptions.assumeTrue(server != null, () -> "no PostgreSQL for this system: " + trouble);
            return server;
        }
    }

    private static void start() {
        try {
            server = EmbeddedPostgres.builder().setOutputRedirector(ProcessBuilder.Redirect.DISCARD).setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
                    .setServerConfig("fsync", "off").setServerConfig("max_connections", "40").start();
        } catch (IOException | IllegalStateException error) {
            trouble = error.toString();
            return;
        }
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create database dev");
        } catch (SQLException error) {
            throw new IllegalStateException(error);
        }
        asOwner(text("warehouse.sql"));
        asOwner("copy (select unnest(array['host all analyst 127.0.0.1/32 md5', 'host all stranger 127.0.0.1/32 md5', 'local all all trust', 'host all all 127.0.0.1/32 trust'])) to '"
                + hostsFile() + "'");
        asOwner("select pg_reload_conf()");
    }

    /// Where the server keeps who needs a password.
    private static String hostsFile() {
        try (Connection connection = server.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("show hba_file")) {
            row.next();
            return row.getString(1);
        } catch (SQLException error) {
            throw new IllegalStateException(error);
        }
    }

    private static String text(String resource) {
        try (InputStream in = Warehouse.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
