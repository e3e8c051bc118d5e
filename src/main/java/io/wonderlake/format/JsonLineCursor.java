package io.wonderlake.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.work.Strings;
import java.io.IOException;
import java.util.Map;

/// One object in each line. A line that is none is a bad row, and reading goes on behind it.
final class JsonLineCursor extends JsonCursor {
    private final RecordScanner lines;

    JsonLineCursor(Source source, StorageFormat.JsonLines format, Map<String, Integer> keys, boolean learning) {
        super(source, keys, learning);
        this.lines = TextRows.scanner(source, new StorageFormat.Text("", "", false, 0, format.charset()));
    }

    @Override
    public Object[] next() {
        try {
            while (lines.next()) {
                if (lines.problem() != null || !lines.field(0).isBlank()) {
                    return row();
                }
            }
            return null;
        } catch (IOException error) {
            throw source.broken(error, Trouble.line(lines.nextLine()));
        }
    }

    private Object[] row() throws IOException {
        Object[] row = begin(lines.line());
        row[1] = lines.problem();
        if (lines.problem() == null) {
            row[1] = problem(lines.field(0));
        }
        return row;
    }

    private String problem(String line) throws IOException {
        try (JsonParser parser = JsonRows.JSON.createParser(line)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Strings.text("format.row.no-object");
            }
            object(parser);
            if (parser.nextToken() != null) {
                return Strings.text("format.row.more-json", column(parser));
            }
            learn();
            return null;
        } catch (JsonProcessingException error) {
            return Strings.text("format.row.no-json", column(error), words(error));
        }
    }

    private static String column(JsonParser parser) {
        return String.valueOf(parser.currentTokenLocation().getColumnNr());
    }

    private static String column(JsonProcessingException error) {
        return error.getLocation() == null ? "1" : String.valueOf(error.getLocation().getColumnNr());
    }

    @Override
    public void close() {
        source.close(lines);
    }
}
