package io.wonderlake.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.FileReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Reads JSON lines and JSON documents, plain or gzip: one text column for each key that stands anywhere in the file.
///
/// Columns: `_row` (the line, or the number of the element in a document), `_bad` (null when it is an object), then the keys in the
/// order in which they first appear. Text comes as its content, other plain values as written, nested values as JSON text.
final class JsonRows implements FileReader {
    static final int MOST_KEYS = 10_000;
    static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(RecordScanner.MAX_CHARS).build())
            .build();

    @Override
    public String functionName() {
        return "read_json_rows";
    }

    @Override
    public boolean reads(StorageFormat format) {
        return format instanceof StorageFormat.JsonLines || format instanceof StorageFormat.Json;
    }

    @Override
    public RowCursor open(Path file, StorageFormat format) {
        Source source = Source.of(file);
        return open(source, format, keys(source, format));
    }

    JsonCursor open(Source source, StorageFormat format, Map<String, Integer> keys) {
        return switch (format) {
            case StorageFormat.JsonLines lines -> new JsonLineCursor(source, lines, keys, false);
            default -> new JsonDocumentCursor(source, keys, false);
        };
    }

    /// All keys of the file with their positions. Reads the file whole.
    Map<String, Integer> keys(Source source, StorageFormat format) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        try (JsonCursor cursor = format instanceof StorageFormat.JsonLines lines
                ? new JsonLineCursor(source, lines, keys, true)
                : new JsonDocumentCursor(source, keys, true)) {
            while (cursor.next() != null) {
                continue;
            }
        }
        return keys;
    }
}
