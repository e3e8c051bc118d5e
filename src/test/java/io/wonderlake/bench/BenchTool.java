package io.wonderlake.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A program that copies files to S3 and back, called as its users call it.
enum BenchTool {
    WONDERLAKE("java") {
        @Override
        List<String> put(Path source, String target, boolean folder) {
            return wonderlake("put", source.toString(), "raw/" + target, "--profile", "store");
        }

        @Override
        List<String> get(String source, Path target, boolean folder) {
            return wonderlake("get", "raw/" + source, target.toString(), "--profile", "store");
        }

        @Override
        List<String> list() {
            return wonderlake("ls", "--recursive", "raw/folders", "--profile", "listing");
        }

        private List<String> wonderlake(String... arguments) {
            List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx2g",
                    "-Djava.awt.headless=true", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"), "io.wonderlake.Main"));
            command.addAll(List.of(arguments));
            return command;
        }
    },
    RCLONE("rclone") {
        @Override
        List<String> put(Path source, String target, boolean folder) {
            return List.of("rclone", "copy", source.toString(), "store:wonderlake-bench/rclone/" + target);
        }

        @Override
        List<String> get(String source, Path target, boolean folder) {
            return List.of("rclone", "copy", "store:wonderlake-bench/rclone/" + source, target.toString());
        }

        @Override
        List<String> list() {
            return List.of("rclone", "ls", "--fast-list", "listing:endless/folders");
        }
    },
    AWS("aws") {
        @Override
        List<String> put(Path source, String target, boolean folder) {
            List<String> command = new ArrayList<>(List.of("aws", "--endpoint-url", STORE, "s3", "cp", "--only-show-errors", source.toString(), "s3://wonderlake-bench/aws/" + target));
            command.addAll(folder ? List.of("--recursive") : List.of());
            return command;
        }

        @Override
        List<String> get(String source, Path target, boolean folder) {
            List<String> command = new ArrayList<>(List.of("aws", "--endpoint-url", STORE, "s3", "cp", "--only-show-errors", "s3://wonderlake-bench/aws/" + source, target + "/"));
            command.addAll(folder ? List.of("--recursive") : List.of());
            return command;
        }

        @Override
        List<String> list() {
            return List.of("aws", "--endpoint-url", LISTING, "s3", "ls", "--recursive", "s3://endless/folders/");
        }
    };

    /// Stand for the servers' addresses.
    static final String STORE = "@store";
    static final String LISTING = "@listing";
    private final String program;

    BenchTool(String program) {
        this.program = program;
    }

    abstract List<String> put(Path source, String target, boolean folder);

    abstract List<String> get(String source, Path target, boolean folder);

    abstract List<String> list();

    boolean isInstalled() {
        return this == WONDERLAKE || Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator)).anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    static Map<String, String> environment(BenchServers servers, Path home) {
        Map<String, String> variables = new HashMap<>(Map.of("WONDERLAKE_CONFIG", home.toString(), "XDG_CACHE_HOME", home.resolve("cache").toString(),
                "RCLONE_CONFIG", home.resolve("rclone.conf").toString(), "AWS_EC2_METADATA_DISABLED", "true", "AWS_DEFAULT_REGION", "eu-west-1"));
        variables.put("AWS_ACCESS_KEY_ID", System.getenv().getOrDefault("AWS_ACCESS_KEY_ID", "test"));
        variables.put("AWS_SECRET_ACCESS_KEY", System.getenv().getOrDefault("AWS_SECRET_ACCESS_KEY", "test"));
        Map.of("STORE", servers.store(), "LISTING", servers.listing()).forEach((name, endpoint) -> {
            String begin = "RCLONE_CONFIG_" + name + "_";
            variables.putAll(Map.of(begin + "TYPE", "s3", begin + "PROVIDER", "Other", begin + "ENV_AUTH", "true", begin + "ENDPOINT", endpoint.toString(),
                    begin + "REGION", "eu-west-1", begin + "FORCE_PATH_STYLE", "true", begin + "LIST_VERSION", "2"));
        });
        return variables;
    }
}
