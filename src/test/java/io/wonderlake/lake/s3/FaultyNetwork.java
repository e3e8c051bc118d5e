package io.wonderlake.lake.s3;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/// Stands on loopback between a client and a server, hands requests on, and lets happen what a test says. Writes down what was asked.
final class FaultyNetwork implements AutoCloseable {
    private final ServerSocket door;
    private final URI server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<Request, Fault> faults = _ -> Fault.NONE;

    /// @param head the lines above the body
    record Request(String method, String target, String head) {
        boolean is(String verb, String part) {
            return method.equals(verb) && target.contains(part);
        }

        String header(String name) {
            return head.lines().filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                    .map(line -> line.substring(name.length() + 1).strip()).findFirst().orElse("");
        }
    }

    FaultyNetwork(URI server) {
        this.server = server;
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        Thread.ofVirtual().start(this::admit);
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort());
    }

    /// Says what happens from now on, and forgets what was asked before.
    void on(Function<Request, Fault> happening) {
        requests.clear();
        faults = happening;
    }

    /// The faults happen one after the other to the requests that match; then nothing happens any more.
    void inTurn(String verb, String part, Fault... happening) {
        List<Fault> left = new ArrayList<>(List.of(happening));
        on(request -> {
            synchronized (left) {
                return request.is(verb, part) && !left.isEmpty() ? left.removeFirst() : Fault.NONE;
            }
        });
    }

    List<Request> requests(String verb, String part) {
        synchronized (requests) {
            return requests.stream().filter(request -> request.is(verb, part)).toList();
        }
    }

    private void admit() {
        try {
            while (true) {
                Socket client = door.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException _) {
            closed.countDown();
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream in = client.getInputStream();
            String head = head(in);
            if (head.isEmpty()) {
                return;
            }
            String[] words = head.lines().findFirst().orElseThrow().split(" ");
            Request request = new Request(words[0], words[1], head);
            requests.add(request);
            if (!request.header("Expect").isEmpty()) {
                client.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            }
            String length = request.header("Content-Length");
            byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
            happen(faults.apply(request), request, body, client);
        } catch (IOException _) {
            return;
        }
    }

    private void happen(Fault fault, Request request, byte[] body, Socket client) throws IOException {
        OutputStream out = client.getOutputStream();
        switch (fault) {
            case Fault.None() -> relay(request, body, out, Integer.MAX_VALUE);
            case Fault.LostAnswer() -> relay(request, body, OutputStream.nullOutputStream(), Integer.MAX_VALUE);
            case Fault.Truncated(int bytes) -> relay(request, body, out, bytes);
            case Fault.Answer(int status, String code) -> out.write(answer(request, status, code));
            case Fault.Gone(var span) -> await(span.toMillis());
            case Fault.Reset(int bytes) -> {
                relay(request, body, out, bytes);
                client.setSoLinger(true, 0);
            }
            case Fault.Stall(int bytes, var span) -> {
                relay(request, body, bytes == 0 ? OutputStream.nullOutputStream() : out, bytes);
                await(span.toMillis());
            }
        }
    }

    private void await(long millis) {
        try {
            closed.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static byte[] answer(Request request, int status, String code) {
        String xml = "<?xml version=\"1.0\"?><Error><Code>" + code + "</Code><Message>So it is.</Message></Error>";
        boolean head = request.method().equals("HEAD");
        return ("HTTP/1.1 " + status + " X\r\nContent-Type: application/xml\r\nConnection: close\r\nContent-Length: " + (head ? 0 : xml.length()) + "\r\n\r\n"
                + (head ? "" : xml)).getBytes(StandardCharsets.US_ASCII);
    }

    /// Hands the request on, and at most so many bytes of the answer's body back.
    private void relay(Request request, byte[] body, OutputStream out, int most) throws IOException {
        try (Socket upstream = new Socket(server.getHost(), server.getPort())) {
            StringBuilder head = new StringBuilder();
            request.head().lines().filter(line -> !line.toLowerCase(java.util.Locale.ROOT).matches("(expect|connection):.*")).forEach(line -> head.append(line).append("\r\n"));
            OutputStream to = upstream.getOutputStream();
            to.write((head + "Connection: close\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            to.write(body);
            to.flush();
            InputStream from = upstream.getInputStream();
            out.write((head(from) + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            byte[] buffer = new byte[1 << 16];
            int left = most;
            for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
                out.write(buffer, 0, Math.min(read, left));
                left -= Math.min(read, left);
            }
            out.flush();
        }
    }

    /// Up to the empty line, without it.
    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0; b = in.read()) {
            bytes.write(b);
            if (b == '\n' && bytes.toString(StandardCharsets.UTF_8).endsWith("\r\n\r\n")) {
                return bytes.toString(StandardCharsets.UTF_8).stripTrailing();
            }
        }
        return "";
    }

    @Override
    public void close() {
        try {
            closed.countDown();
            door.close();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
