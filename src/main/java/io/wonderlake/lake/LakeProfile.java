package io.wonderlake.lake;

import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Which lake to open and how to get at it. Holds no secret.
public sealed interface LakeProfile {
    /// The names that a lake's colour may have.
    List<String> COLOURS = List.of("blue", "teal", "green", "amber", "orange", "red", "purple", "grey");

    /// What it is called: in the window, and after `--profile`.
    String name();

    /// One of [#COLOURS], which marks the lake in the window; may be empty.
    String colour();

    /// Whether nothing of this lake may be changed from here.
    boolean readOnly();

    /// Whether a list of names, or of beginnings with `*` at the end, includes this name; an empty list includes all.
    static boolean includes(List<String> names, String name) {
        return names.isEmpty() || names.stream().anyMatch(each -> each.endsWith("*") ? name.startsWith(each.substring(0, each.length() - 1)) : name.equals(each));
    }

    /// A lake in a folder.
    record Local(String name, Path path, String colour, boolean readOnly) implements LakeProfile { }

    /// A lake on AWS, or on something that speaks its protocols.
    ///
    /// @param awsProfile name of a profile of the AWS files; empty for what the SDK finds by itself
    /// @param endpoint where all services answer, for stores that are compatible with S3 and for emulators
    /// @param tiers where each tier's objects stand; a tier that is not named does not exist in this lake
    /// @param tierNames names under which tiers are shown, where they differ from their own
    /// @param databases of the Glue Data Catalog: names, or beginnings with `*` at the end; empty for all
    /// @param pipelines state machines, Glue jobs and crawlers that are shown: names, or beginnings with `*` at the end; empty for all
    record Aws(
            String name,
            Optional<String> awsProfile,
            String region,
            Optional<URI> endpoint,
            Map<Tier, S3Place> tiers,
            Map<Tier, String> tierNames,
            List<String> databases,
            List<String> pipelines,
            Athena athena,
            Optional<Redshift> redshift,
            String colour,
            boolean readOnly) implements LakeProfile {

        public Aws {
            tiers = Map.copyOf(tiers);
            tierNames = Map.copyOf(tierNames);
            databases = List.copyOf(databases);
            pipelines = List.copyOf(pipelines);
        }
    }

    /// How Athena is used.
    ///
    /// @param output where results go; empty where the workgroup says it, or keeps them itself
    /// @param dollarsPerTerabyte price of 10^12 bytes scanned
    /// @param reuse how old a result may be to be given again without a scan; zero for never
    record Athena(String workgroup, Optional<S3Place> output, BigDecimal dollarsPerTerabyte, Duration reuse) {
        public static final Athena DEFAULT = new Athena("primary", Optional.empty(), new BigDecimal("5"), Duration.ZERO);
    }

    /// How a Redshift warehouse is reached.
    ///
    /// @param url `jdbc:redshift://host:5439/database`, of a cluster or of a serverless workgroup
    /// @param user whose password the keychain has; empty for temporary credentials by IAM
    record Redshift(String url, Optional<String> user) { }
}
