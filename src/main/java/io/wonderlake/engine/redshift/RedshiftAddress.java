package io.wonderlake.engine.redshift;

import io.wonderlake.work.Failure;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where a warehouse is, as its JDBC URL says it: `jdbc:redshift://host:5439/database`.
///
/// @param options what the URL says after `?`, by names in lower case
record RedshiftAddress(String host, int port, String database, Map<String, String> options) {
    private static final Pattern URL = Pattern.compile("jdbc:redshift:(?:iam:)?//([A-Za-z0-9._-]+)(?::(\\d{1,5}))?/([^/?;]+)(?:[?;](.*))?");
    private static final Pattern CLUSTER = Pattern.compile("(?i)([a-z0-9-]+)\\.[a-z0-9]+\\.([a-z0-9-]+)\\.redshift\\.amazonaws\\.com(?:\\.cn)?");
    private static final Pattern WORKGROUP = Pattern.compile("(?i)([a-z0-9-]+)\\.\\d+\\.([a-z0-9-]+)\\.redshift-serverless\\.amazonaws\\.com(?:\\.cn)?");
    /// What may stand in the URL; all else (classes to load, log files, secrets) has no place in a lake's profile.
    private static final Set<String> OPTIONS = Set.of("ssl", "sslmode", "sslrootcert", "dbuser", "querygroup", "currentschema", "connecttimeout", "logintimeout", "tcpkeepalive");
    private static final int PORT = 5439;

    /// A warehouse whose host names it.
    ///
    /// @param name of the cluster or of the workgroup
    record Warehouse(String name, String region, boolean serverless) { }

    RedshiftAddress {
        options = Map.copyOf(options);
    }

    static RedshiftAddress of(String url) {
        Matcher parts = URL.matcher(url.strip());
        if (!parts.matches()) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.redshift.url").exception();
        }
        int port = parts.group(2) == null ? PORT : Integer.parseInt(parts.group(2));
        return new RedshiftAddress(parts.group(1).toLowerCase(Locale.ROOT), port, parts.group(3), options(parts.group(4)));
    }

    private static Map<String, String> options(String text) {
        Map<String, String> options = new LinkedHashMap<>();
        for (String pair : text == null ? new String[0] : text.split("[&;]")) {
            String[] sides = pair.split("=", 2);
            String name = sides[0].strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && (!OPTIONS.contains(name) || sides.length < 2)) {
                throw Failure.of(Failure.Kind.BAD_INPUT, "failure.redshift.option", sides[0].strip()).exception();
            }
            if (!name.isEmpty()) {
                options.put(name, sides[1].strip());
            }
        }
        return options;
    }

    /// The cluster or workgroup; empty for a host that is none of Amazon's names.
    Optional<Warehouse> warehouse() {
        Matcher cluster = CLUSTER.matcher(host);
        if (cluster.matches()) {
            return Optional.of(new Warehouse(cluster.group(1), cluster.group(2), false));
        }
        Matcher workgroup = WORKGROUP.matcher(host);
        return workgroup.matches() ? Optional.of(new Warehouse(workgroup.group(1), workgroup.group(2), true)) : Optional.empty();
    }

    /// The URL without its options.
    String url() {
        return "jdbc:redshift://" + host + ":" + port + "/" + database;
    }

    /// For people.
    String place() {
        return host + ":" + port;
    }
}
