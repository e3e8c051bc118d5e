package io.wonderlake.engine.athena;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Arrays, maps and rows as JSON. Athena writes them without quotes (`[a, b]`, `{id=1, name=x}`); text that does not fall apart that way
/// becomes one JSON string.
final class NestedText {
    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9]\\d{0,37})(?:\\.\\d{1,38})?(?:E-?\\d{1,3})?");

    private static final int DEEPEST = 200;

    private final String text;
    private int position;
    private int depth;

    private NestedText(String text) {
        this.text = text;
    }

    static String json(String text) {
        NestedText parser = new NestedText(text);
        try {
            Object tree = parser.value("");
            return JSON.writeValueAsString(parser.position == text.length() ? tree : text);
        } catch (IllegalArgumentException other) {
            return asItIs(text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(text, impossible);
        }
    }

    private static String asItIs(String text) {
        try {
            return JSON.readTree(text).isContainerNode() ? text : JSON.writeValueAsString(text);
        } catch (JsonProcessingException plain) {
            return '"' + new String(com.fasterxml.jackson.core.io.JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
        }
    }

    /// `end` is the bracket that closes what the value stands in.
    private Object value(String end) {
        boolean list = text.startsWith("[", position);
        if (!list && !text.startsWith("{", position)) {
            return scalar(end);
        }
        if (++depth > DEEPEST) {
            throw new IllegalArgumentException(text);
        }
        Object nested = list ? list() : entries();
        depth--;
        return nested;
    }

    private List<Object> list() {
        List<Object> values = new ArrayList<>();
        position++;
        if (!skip("]")) {
            do {
                values.add(value("]"));
            } while (skip(", "));
            close("]");
        }
        return values;
    }

    private Map<String, Object> entries() {
        Map<String, Object> entries = new LinkedHashMap<>();
        position++;
        if (!skip("}")) {
            do {
                int equals = text.indexOf('=', position);
                if (equals < 0) {
                    throw new IllegalArgumentException(text);
                }
                String key = text.substring(position, equals);
                position = equals + 1;
                if (entries.containsKey(key)) {
                    throw new IllegalArgumentException(text);
                }
                entries.put(key, value("}"));
            } while (skip(", "));
            close("}");
        }
        return entries;
    }

    private Object scalar(String end) {
        int from = position;
        while (position < text.length() && !text.startsWith(", ", position) && (end.isEmpty() || !text.startsWith(end, position))) {
            position++;
        }
        String word = text.substring(from, position);
        return switch (word) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> NUMBER.matcher(word).matches() ? new BigDecimal(word) : word;
        };
    }

    private boolean skip(String mark) {
        boolean there = text.startsWith(mark, position);
        position += there ? mark.length() : 0;
        return there;
    }

    private void close(String bracket) {
        if (!skip(bracket)) {
            throw new IllegalArgumentException(text);
        }
    }
}
