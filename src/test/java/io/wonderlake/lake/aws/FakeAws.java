package io.wonderlake.lake.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.Tier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/// A server on loopback that answers AWS's JSON and query protocols with what a test says, and writes down what it was asked.
///
/// An operation is named as in its service's model (`GetTables`, `GetCallerIdentity`), or as `POST /token` for REST protocols; `PUT /bucket/*` is all that
/// begins so. An answer is anything that Jackson writes as JSON; a `String` is sent as it is, as XML.
public final class FakeAws implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Map<String, Function<JsonNode, Object>> answers = new ConcurrentHashMap<>();
    private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
    private volatile Optional<HttpHandler> objects = Optional.empty();

    /// What was asked.
    public record Call(String operation, JsonNode request, Map<String, String> headers) { }

    /// Thrown by an answer: the service refuses.
    public static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final int status;
        private final String code;

        public Refusal(int status, String code, String message) {
            super(message);
            this.status = status;
            this.code = code;
        }
    }

    static {
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    public FakeAws() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /// Says how an operation is answered from now on.
    public FakeAws on(String operation, Function<JsonNode, Object> answer) {
        answers.put(operation, answer);
        return this;
    }

    /// Gives all requests but those of POST to somebody who answers them alone: the objects of S3.
    public FakeAws objects(HttpHandler handler) {
        objects = Optional.of(handler);
        return this;
    }

    public List<Call> calls() {
        synchronized (calls) {
            return List.copyOf(calls);
        }
    }

    public List<Call> calls(String operation) {
        return calls().stream().filter(call -> call.operation().equals(operation)).toList();
    }

    /// Forgets what it was asked and how to answer.
    public void forget() {
        calls.clear();
        answers.clear();
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// A profile whose services all answer here.
    public LakeProfile.Aws profile() {
        return profile(endpoint());
    }

    public static LakeProfile.Aws profile(URI endpoint) {
        Map<Tier, S3Place> tiers = new LinkedHashMap<>();
        for (Tier tier : Tier.values()) {
            tiers.put(tier, new S3Place("wonderlake-" + tier.folder(), ""));
        }
        LakeProfile.Athena athena = new LakeProfile.Athena("primary", Optional.of(new S3Place("wonderlake-athena", "")),
                LakeProfile.Athena.DEFAULT.dollarsPerTerabyte(), LakeProfile.Athena.DEFAULT.reuse());
        return new LakeProfile.Aws("test", Optional.empty(), "eu-west-1", Optional.of(endpoint), tiers, Map.of(), List.of(), List.of(), athena,
                Optional.empty(), "", false);
    }

    /// An account with keys that nobody checks.
    public AwsAccount account() {
        return account(profile());
    }

    public static AwsAccount account(LakeProfile.Aws profile) {
        return account(profile, Duration.ofSeconds(30));
    }

    public static AwsAccount account(LakeProfile.Aws profile, Duration patience) {
        System.setProperty("aws.accessKeyId", "test");
        System.setProperty("aws.secretAccessKey", "test");
        return new AwsAccount(profile, Prompts.NOBODY, patience);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (objects.isPresent() && !exchange.getRequestMethod().equals("POST")) {
                objects.get().handle(exchange);
                return;
            }
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = new LinkedHashMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
            String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
            boolean query = target == null && body.contains("Action=");
            JsonNode request = query ? JSON.valueToTree(form(body)) : body.startsWith("{") ? JSON.readTree(body) : JSON.createObjectNode();
            String operation = target != null ? target.substring(target.indexOf('.') + 1)
                    : query ? request.path("Action").asText() : exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            calls.add(new Call(operation, request, headers));
            answer(exchange, operation, request, query);
        }
    }

    private void answer(HttpExchange exchange, String operation, JsonNode request, boolean query) throws IOException {
        Function<JsonNode, Object> answer = answers.entrySet().stream().filter(each -> matches(each.getKey(), operation)).map(Map.Entry::getValue).findFirst().orElse(null);
        try {
            if (answer == null) {
                throw new Refusal(400, "UnknownOperationException", operation + " is not prepared");
            }
            Object said = answer.apply(request);
            send(exchange, 200, said instanceof String xml ? xml : JSON.writeValueAsString(said), said instanceof String);
        } catch (Refusal refusal) {
            exchange.getResponseHeaders().set("X-Amzn-ErrorType", refusal.code);
            send(exchange, refusal.status, query
                    ? "<ErrorResponse><Error><Type>Sender</Type><Code>" + refusal.code + "</Code><Message>" + refusal.getMessage() + "</Message></Error></ErrorResponse>"
                    : JSON.writeValueAsString(Map.of("__type", refusal.code, "message", refusal.getMessage())), query);
        }
    }

    private static boolean matches(String named, String operation) {
        return named.endsWith("*") ? operation.startsWith(named.substring(0, named.length() - 1)) : operation.equals(named);
    }

    private static void send(HttpExchange exchange, int status, String body, boolean xml) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", xml ? "text/xml" : "application/x-amz-json-1.1");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : body.split("&")) {
            String[] sides = pair.split("=", 2);
            values.put(sides[0], sides.length < 2 ? "" : URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return values;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
