package io.wonderlake.pipeline.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wonderlake.pipeline.Run;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Strings;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Puts the error and the cause that a service wrote down into a sentence and what to do next.
final class Why {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> TELLING = List.of("errorMessage", "ErrorMessage", "Error", "message", "Message", "Cause");
    private static final int LONGEST = 400;

    private Why() {
    }

    static Run.Cause of(String error, String cause, boolean timedOut) {
        String told = told(cause);
        String message = timedOut && told.isEmpty() ? Strings.text("run.aws.timeout")
                : error.isEmpty() && told.isEmpty() ? Strings.text("run.aws.silent")
                : error.isEmpty() ? told : told.isEmpty() ? Strings.text("run.aws.error", error) : Strings.text("run.aws.why", error, told);
        String all = (error + " " + told).toLowerCase(Locale.ROOT);
        if (all.contains("permissions") || all.contains("not authorized") || all.contains("accessdenied")) {
            return new Run.Cause(Failure.Kind.DENIED, message, Strings.text("run.aws.advice.denied"));
        }
        String advice = timedOut || all.contains("timeout") || all.contains("timed out") ? Strings.text("run.aws.advice.timeout") : Strings.text("run.aws.advice.log");
        return new Run.Cause(Failure.Kind.BAD_INPUT, message, advice);
    }

    /// The one sentence in what may be the JSON of a whole answer.
    private static String told(String cause) {
        String text = cause.strip();
        if (text.startsWith("{")) {
            text = inside(text).orElse(text);
        }
        String line = text.lines().findFirst().orElse("").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }

    private static Optional<String> inside(String text) {
        try {
            JsonNode node = JSON.readTree(text);
            return TELLING.stream().map(node::path).filter(JsonNode::isTextual).map(JsonNode::textValue).filter(value -> !value.isBlank()).findFirst();
        } catch (JsonProcessingException notWhole) {
            return Optional.empty();
        }
    }
}
