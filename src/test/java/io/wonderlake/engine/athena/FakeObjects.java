package io.wonderlake.engine.athena;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/// The objects of a few buckets as S3 hands them out: whole or from an offset on, and on request only after trouble.
final class FakeObjects implements AutoCloseable {
    private static final int BLOCK = 16_384;

    private final Path folder;
    private final Map<String, Path> objects = new ConcurrentHashMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger made = new AtomicInteger();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile String refusal = "";
    private volatile long breakEvery = Long.MAX_VALUE;
    private volatile long stallAfter = Long.MAX_VALUE;
    private volatile Runnable stalled = () -> { };

    FakeObjects(Path folder) {
        this.folder = folder;
    }

    /// A file for a new object `bucket/key`.
    Path file(String name) {
        return objects.computeIfAbsent(name, _ -> folder.resolve("object-" + made.incrementAndGet()));
    }

    void put(String name, String text) {
        try {
            Files.writeString(file(name), text);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    void remove(String name) {
        objects.remove(name);
    }

    List<String> names() {
        return objects.keySet().stream().sorted().toList();
    }

    /// What was asked, as `GET bucket/key`, and the range after it.
    List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    /// From now on all is refused with this code.
    void refuse(String code) {
        refusal = code;
    }

    /// Each answer ends after so many bytes, without a word.
    void breakEvery(long bytes) {
        breakEvery = bytes;
    }

    /// Each answer stops for good after so many bytes.
    void stallAfter(long bytes) {
        stallAfter = bytes;
    }

    /// Each answer stops for good after so many bytes, and then this happens.
    void stallAfter(long bytes, Runnable then) {
        stalled = then;
        stallAfter = bytes;
    }

    void handle(HttpExchange exchange) throws IOException {
        String name = exchange.getRequestURI().getPath().substring(1);
        String range = exchange.getRequestHeaders().getFirst("Range");
        requests.add(exchange.getRequestMethod() + " " + name + (range == null ? "" : " " + range));
        byte[] sent = exchange.getRequestBody().readAllBytes();
        if (!refusal.isEmpty()) {
            refuse(exchange, refusal.equals("AccessDenied") ? 403 : 400, refusal);
            return;
        }
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                Files.write(file(name), sent);
                exchange.sendResponseHeaders(200, -1);
            }
            case "DELETE" -> {
                objects.remove(name);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> get(exchange, name, range);
        }
    }

    private void get(HttpExchange exchange, String name, String range) throws IOException {
        Path file = objects.get(name);
        if (file == null || !Files.exists(file)) {
            refuse(exchange, 404, "NoSuchKey");
            return;
        }
        String etag = "\"" + Files.size(file) + "-" + Files.getLastModifiedTime(file).toMillis() + "\"";
        String match = exchange.getRequestHeaders().getFirst("If-Match");
        if (match != null && !match.equals(etag)) {
            refuse(exchange, 412, "PreconditionFailed");
            return;
        }
        long from = range == null ? 0 : Long.parseLong(range.substring("bytes=".length(), range.indexOf('-')));
        long length = Files.size(file);
        exchange.getResponseHeaders().set("ETag", etag);
        if (range != null) {
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (length - 1) + "/" + length);
        }
        exchange.sendResponseHeaders(range == null ? 200 : 206, length - from == 0 ? -1 : length - from);
        send(exchange.getResponseBody(), file, from);
    }

    private void send(OutputStream out, Path file, long from) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(from);
            long sent = 0;
            byte[] block = new byte[BLOCK];
            for (int count = in.read(block); count > 0; count = in.read(block)) {
                int part = (int) Math.min(count, Math.min(breakEvery, stallAfter) - sent);
                out.write(block, 0, part);
                out.flush();
                sent += part;
                if (sent >= stallAfter) {
                    stalled.run();
                    over.await();
                }
                if (sent >= breakEvery) {
                    return;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void refuse(HttpExchange exchange, int status, String code) throws IOException {
        byte[] body = ("<Error><Code>" + code + "</Code><Message>No.</Message></Error>").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        over.countDown();
    }
}
