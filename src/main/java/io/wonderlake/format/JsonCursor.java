package io.wonderlake.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.wonderlake.catalog.Column;
import io.wonderlake.engine.FileReader.RowCursor;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Puts JSON objects into rows, by their keys; or, on a first pass, only learns the keys.
abstract sealed class JsonCursor implements RowCursor permits JsonLineCursor, JsonDocumentCursor {
    final Source source;
    private final Map<String, Integer> keys;
    private final boolean learning;
    private final List<String> fresh = new ArrayList<>();
    private Object[] row;

    JsonCursor(Source source, Map<String, Integer> keys, boolean learning) {
        this.source = source;
        this.keys = keys;
        this.learning = learning;
        this.row = new Object[keys.size() + 2];
    }

    @Override
    public List<Column> columns() {
        return ColumnNames.columns(ColumnNames.unique(List.copyOf(keys.keySet())));
    }

    @Override
    public abstract void close();

    @Override
    public abstract Object[] next();

    Object[] begin(long number) {
        Arrays.fill(row, null);
        fresh.clear();
        row[0] = number;
        return row;
    }

    /// Reads the object that the parser stands at the beginning of.
    void object(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Integer position = position(parser.currentName());
            parser.nextToken();
            if (position == null || learning) {
                parser.skipChildren();
            } else {
                row[position + 2] = value(parser);
            }
        }
    }

    /// What the parser says, without the setting of its own that it names for a limit.
    static String words(JsonProcessingException error) {
        return error.getOriginalMessage().replaceAll(", from `[^`]*`", "");
    }

    private Integer position(String key) {
        Integer position = keys.get(key);
        if (position == null && learning && fresh.size() <= JsonRows.MOST_KEYS) {
            fresh.add(key);
        }
        return position;
    }

    /// The object was whole: its keys count. A broken one names no columns.
    void learn() {
        fresh.forEach(key -> keys.put(key, keys.size()));
        if (keys.size() > JsonRows.MOST_KEYS) {
            throw Trouble.keys(source.name(), JsonRows.MOST_KEYS).exception();
        }
        fresh.clear();
    }

    private static String value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case VALUE_NULL -> null;
            case START_OBJECT, START_ARRAY -> nested(parser);
            default -> parser.getText();
        };
    }

    /// Numbers keep the digits that they are written with.
    private static String nested(JsonParser parser) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator generator = JsonRows.JSON.createGenerator(text)) {
            int depth = 0;
            do {
                copy(parser, generator);
                depth += parser.currentToken().isStructStart() ? 1 : parser.currentToken().isStructEnd() ? -1 : 0;
            } while (depth > 0 && parser.nextToken() != null);
        }
        return text.toString();
    }

    private static void copy(JsonParser parser, JsonGenerator generator) throws IOException {
        if (parser.currentToken().isNumeric()) {
            generator.writeNumber(parser.getText());
        } else {
            generator.copyCurrentEvent(parser);
        }
    }
}
