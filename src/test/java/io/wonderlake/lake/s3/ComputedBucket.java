package io.wonderlake.lake.s3;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.wonderlake.lake.KeyOrder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/// A bucket with so many objects that they are computed when they are listed. Counts what it is asked.
public final class ComputedBucket implements AutoCloseable {
    static final int OBJECTS = 1_000_000;
    public static final int FOLDERS = 100_000;

    private final HttpServer server;
    private final Map<String, AtomicInteger> asked = new ConcurrentHashMap<>();

    public ComputedBucket() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        server.setExecutor(Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory()));
        server.createContext("/", this::answer);
        server.start();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    int asked(String method) {
        return asked.getOrDefault(method, new AtomicInteger()).get();
    }

    void forget() {
        asked.clear();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.computeIfAbsent(exchange.getRequestMethod(), _ -> new AtomicInteger()).incrementAndGet();
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] page = page(query(exchange.getRequestURI().getRawQuery())).getBytes(StandardCharsets.US_ASCII);
            exchange.getResponseHeaders().set("Content-Type", "application/xml");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
        }
    }

    private static Map<String, String> query(String text) {
        Map<String, String> values = new HashMap<>();
        for (String pair : text.split("&")) {
            String[] sides = pair.split("=", 2);
            values.put(sides[0], sides.length < 2 ? "" : URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    /// `many/0000000`… directly in one folder; `folders/000000/x`… in a folder each.
    private static String key(boolean folders, int number) {
        String digits = Integer.toString(number + 10_000_000).substring(1);
        return folders ? "folders/" + digits + "/x" : "many/" + digits;
    }

    private static String page(Map<String, String> query) {
        boolean folders = query.get("prefix").startsWith("folders/");
        boolean folded = folders && !query.getOrDefault("delimiter", "").isEmpty();
        int count = folders ? FOLDERS : OBJECTS;
        int from = first(folders, count, query.getOrDefault("continuation-token", query.getOrDefault("marker", query.getOrDefault("start-after", ""))));
        int to = Math.min(count, from + Integer.parseInt(query.getOrDefault("max-keys", "1000")));
        StringBuilder xml = new StringBuilder(300_000).append("<ListBucketResult><EncodingType>url</EncodingType><IsTruncated>").append(to < count).append("</IsTruncated>");
        if (to < count) {
            xml.append("<NextContinuationToken>").append(key(folders, to - 1)).append("</NextContinuationToken>");
        }
        for (int i = from; i < to; i++) {
            String key = key(folders, i);
            if (folded) {
                xml.append("<CommonPrefixes><Prefix>").append(url(key.substring(0, key.length() - 1))).append("</Prefix></CommonPrefixes>");
            } else {
                xml.append("<Contents><Key>").append(url(key)).append("</Key><LastModified>2026-11-20T06:02:11.000Z</LastModified>")
                        .append("<ETag>&quot;d41d8cd98f00b204e9800998ecf8427e&quot;</ETag><Size>").append(i).append("</Size><StorageClass>STANDARD</StorageClass></Contents>");
            }
        }
        return xml.append("</ListBucketResult>").toString();
    }

    private static String url(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8);
    }

    private static int first(boolean folders, int count, String after) {
        int low = 0;
        int high = count;
        while (low < high) {
            int middle = (low + high) / 2;
            if (KeyOrder.compare(key(folders, middle), after) > 0) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
