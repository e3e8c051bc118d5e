package io.wonderlake.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.wonderlake.catalog.StorageFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/// Tells JSON lines, a JSON document and other text apart by the first lines.
final class JsonShape {
    private static final int LINES = 50;

    private JsonShape() {
    }

    /// Empty for what is not JSON. A text that begins as JSON and breaks off later still counts.
    static Optional<StorageFormat> of(TextHead head, String extension) {
        String text = head.text().strip();
        boolean named = extension.startsWith("json") || extension.equals("ndjson");
        if (text.startsWith("[")) {
            return named || beginsArrayOfObjects(text) ? Optional.of(new StorageFormat.Json()) : Optional.empty();
        }
        if (!text.startsWith("{") && !(named && text.contains("{"))) {
            return Optional.empty();
        }
        long objects = text.lines().limit(LINES).filter(JsonShape::isObject).count();
        long lines = text.lines().limit(LINES).filter(line -> !line.isBlank()).count();
        boolean single = lines == 1 && extension.equals("json");
        if (objects * 2 >= lines && !single) {
            return Optional.of(new StorageFormat.JsonLines(head.charset()));
        }
        return named || beginsWithKey(text) ? Optional.of(new StorageFormat.Json()) : Optional.empty();
    }

    private static boolean isObject(String line) {
        try (JsonParser parser = JsonRows.JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return false;
            }
            parser.skipChildren();
            return parser.nextToken() == null;
        } catch (JsonProcessingException _) {
            return false;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static boolean beginsArrayOfObjects(String text) {
        return begins(text, JsonToken.START_ARRAY, JsonToken.START_OBJECT) || begins(text, JsonToken.START_ARRAY, JsonToken.END_ARRAY);
    }

    private static boolean beginsWithKey(String text) {
        return begins(text, JsonToken.START_OBJECT, JsonToken.FIELD_NAME) || begins(text, JsonToken.START_OBJECT, JsonToken.END_OBJECT);
    }

    private static boolean begins(String text, JsonToken first, JsonToken second) {
        try (JsonParser parser = JsonRows.JSON.createParser(text)) {
            return parser.nextToken() == first && parser.nextToken() == second;
        } catch (JsonProcessingException _) {
            return false;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
