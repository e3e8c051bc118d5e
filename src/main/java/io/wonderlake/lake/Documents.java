package io.wonderlake.lake;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Strings;
import java.util.stream.Collectors;

/// Reads and writes the lake's definitions: YAML and JSON to records and back. A text that does not fit fails with its line and column.
public final class Documents {
    private static final ObjectMapper YAML = prepare(new ObjectMapper(
            YAMLFactory.builder().disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER).enable(YAMLGenerator.Feature.MINIMIZE_QUOTES).build()));
    private static final ObjectMapper JSON = prepare(new ObjectMapper()).enable(SerializationFeature.INDENT_OUTPUT);

    private Documents() {
    }

    private static ObjectMapper prepare(ObjectMapper mapper) {
        return mapper.registerModule(new Jdk8Module()).registerModule(new JavaTimeModule())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    }

    /// `name` is what a failure calls the document.
    public static <T> T readYaml(String text, Class<T> type, String name) {
        return read(YAML, text, type, name);
    }

    public static JsonNode yamlTree(String text, String name) {
        return read(YAML, text, JsonNode.class, name);
    }

    public static <T> T readJson(String text, Class<T> type, String name) {
        return read(JSON, text, type, name);
    }

    /// Turns a part of a tree into a record.
    public static <T> T convert(JsonNode node, Class<T> type, String name) {
        try {
            return JSON.treeToValue(node, type);
        } catch (JacksonException error) {
            throw refuse(error, name);
        }
    }

    public static String writeYaml(Object value) {
        return write(YAML, value);
    }

    public static String writeJson(Object value) {
        return write(JSON, value);
    }

    private static <T> T read(ObjectMapper mapper, String text, Class<T> type, String name) {
        try {
            T value = mapper.readValue(text, type);
            if (value == null) {
                throw MismatchedInputException.from(null, type, "null");
            }
            return value;
        } catch (JacksonException error) {
            throw refuse(error, name);
        }
    }

    private static RuntimeException refuse(JacksonException error, String name) {
        JsonLocation at = error.getLocation() == null ? JsonLocation.NA : error.getLocation();
        return Failure.of(Failure.Kind.BAD_INPUT, "failure.document", name, Integer.toString(Math.max(1, at.getLineNr())), Integer.toString(Math.max(1, at.getColumnNr())),
                reason(error)).withOrigin(error).withDetail(error.getOriginalMessage()).exception();
    }

    /// The library's own words where it speaks of the text; where it speaks of our types, the place in the document.
    private static String reason(JacksonException error) {
        return switch (error) {
            case ValueInstantiationException refused when refused.getCause() != null && !(refused.getCause() instanceof NullPointerException) ->
                    place(refused) + refused.getCause().getMessage();
            case JsonMappingException mismatch -> place(mismatch) + Strings.text("document.mismatch");
            case JacksonException _ -> sentence(error.getOriginalMessage());
        };
    }

    /// Without the excerpts, which stand indented on lines of their own.
    private static String sentence(String message) {
        return message.lines().filter(line -> !line.isBlank() && !Character.isWhitespace(line.charAt(0))).collect(Collectors.joining(", "));
    }

    private static String place(JsonMappingException error) {
        String path = error.getPath().stream().map(step -> step.getFieldName() == null ? Integer.toString(step.getIndex() + 1) : step.getFieldName())
                .collect(Collectors.joining("."));
        return path.isEmpty() ? path : path + ": ";
    }

    private static String write(ObjectMapper mapper, Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JacksonException error) {
            throw new IllegalArgumentException(error);
        }
    }
}
