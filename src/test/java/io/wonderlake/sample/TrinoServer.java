package io.wonderlake.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/// A Trino of one node on loopback, from its published archive, run by this Java; ends with the test, and with the Java machine at the latest.
/// Its catalog `lake` reads Parquet files below a folder.
final class TrinoServer implements AutoCloseable {
    private static final String PLUGIN = "hive";
    private static final Duration START = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final int port;
    private final Path log;

    /// An answer.
    ///
    /// @param types of the columns, in Trino's words
    record Answer(List<String> names, List<String> types, List<List<Object>> rows) { }

    /// `files` is the folder that `local:///` stands for; `work` is for the server's own files.
    TrinoServer(Path archive, Path home, Path work, Path files) throws IOException, InterruptedException {
        Path installed = install(archive, home);
        port = freePort();
        log = work.resolve("server.log");
        settings(work, files);
        process = new ProcessBuilder(command(installed, work)).directory(installed.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        try {
            awaitAnswer();
        } catch (IOException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    /// The archive holds links between its files, so it is unpacked whole, and what is not needed is taken away.
    private static Path install(Path archive, Path home) throws IOException, InterruptedException {
        Path whole = home.resolve("server");
        if (Files.isDirectory(whole)) {
            return whole;
        }
        Path part = home.resolve("part");
        delete(part);
        Files.createDirectories(part);
        Process tar = new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", part.toString()).inheritIO().start();
        if (tar.waitFor() != 0) {
            throw new IOException("tar cannot unpack " + archive);
        }
        try (Stream<Path> unpacked = Files.list(part)) {
            Path server = unpacked.findFirst().orElseThrow();
            try (Stream<Path> plugins = Files.list(server.resolve("plugin"))) {
                plugins.filter(plugin -> !plugin.getFileName().toString().equals(PLUGIN)).forEach(TrinoServer::delete);
            }
            return Files.move(server, whole);
        }
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void settings(Path work, Path files) throws IOException {
        Path etc = Files.createDirectories(work.resolve("etc"));
        Files.createDirectories(etc.resolve("catalog"));
        Files.writeString(etc.resolve("config.properties"), """
                coordinator=true
                node-scheduler.include-coordinator=true
                http-server.http.port=%d
                discovery.uri=http://127.0.0.1:%d
                query.max-memory=250MB
                query.max-memory-per-node=200MB
                memory.heap-headroom-per-node=120MB
                catalog.config-dir=%s
                """.formatted(port, port, etc.resolve("catalog")));
        Files.writeString(etc.resolve("log.properties"), "io.trino=WARN\n");
        Files.writeString(etc.resolve("catalog/lake.properties"), """
                connector.name=hive
                hive.metastore=file
                hive.metastore.catalog.dir=local:///metastore
                hive.timestamp-precision=MICROSECONDS
                fs.native-local.enabled=true
                local.location=%s
                """.formatted(files));
    }

    private static List<String> command(Path installed, Path work) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m", "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", "-Djdk.attach.allowAttachSelf=true",
                "-Dconfig=" + work.resolve("etc/config.properties"), "-Dlog.levels-file=" + work.resolve("etc/log.properties"),
                "-Dnode.environment=test", "-Dnode.id=one", "-Dnode.data-dir=" + work.resolve("data"), "-Dnode.internal-address=127.0.0.1", "-Dnode.bind-ip=127.0.0.1",
                "-cp", installed.resolve("lib") + "/*", "io.trino.server.TrinoServer");
    }

    private void awaitAnswer() throws IOException, InterruptedException {
        long end = System.nanoTime() + START.toNanos();
        while (true) {
            try {
                run("select count(*) from system.runtime.nodes");
                return;
            } catch (IOException | IllegalStateException notYet) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    throw new IOException("Trino did not start: " + String.join("\n", Files.readAllLines(log).reversed().stream().limit(30).toList()), notYet);
                }
                LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
            }
        }
    }

    /// Runs one statement to its end. What Trino refuses is an [IllegalStateException] with its words.
    Answer run(String sql) throws IOException, InterruptedException {
        JsonNode page = send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/statement")).POST(HttpRequest.BodyPublishers.ofString(sql)));
        List<String> names = new ArrayList<>();
        List<String> types = new ArrayList<>();
        List<List<Object>> rows = new ArrayList<>();
        while (true) {
            if (page.has("error")) {
                throw new IllegalStateException(page.path("error").path("message").asText());
            }
            if (names.isEmpty()) {
                page.path("columns").forEach(column -> {
                    names.add(column.path("name").asText());
                    types.add(column.path("type").asText());
                });
            }
            page.path("data").forEach(row -> {
                List<Object> values = new ArrayList<>();
                row.forEach(value -> values.add(value.isNull() ? null : value.isBoolean() ? (Object) value.booleanValue() : value.asText()));
                rows.add(values);
            });
            if (!page.has("nextUri")) {
                return new Answer(names, types, rows);
            }
            page = send(HttpRequest.newBuilder(URI.create(page.path("nextUri").asText())).GET());
        }
    }

    private JsonNode send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpRequest whole = request.header("X-Trino-User", "wonderlake").header("X-Trino-Catalog", "lake").header("X-Trino-Time-Zone", "UTC").timeout(Duration.ofMinutes(2)).build();
        HttpResponse<String> response = http.send(whole, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IOException("HTTP " + response.statusCode());
        }
        return JSON.readTree(response.body());
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        http.close();
    }
}
