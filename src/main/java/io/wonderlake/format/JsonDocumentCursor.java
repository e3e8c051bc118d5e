package io.wonderlake.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.wonderlake.work.Strings;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/// The elements of a JSON array, or the one object of a document. Nothing can be read behind a place that is not JSON.
final class JsonDocumentCursor extends JsonCursor {
    private final JsonParser parser;
    private boolean inArray;
    private long element;

    JsonDocumentCursor(Source source, Map<String, Integer> keys, boolean learning) {
        super(source, keys, learning);
        InputStream content = source.content();
        try {
            content.mark(4);
            byte[] first = content.readNBytes(3);
            int mark = Encodings.byteOrderMark(first, first.length);
            content.reset();
            content.skipNBytes(mark == 3 ? 3 : 0);
            this.parser = JsonRows.JSON.createParser(content);
            this.inArray = parser.nextToken() == JsonToken.START_ARRAY;
            if (inArray) {
                parser.nextToken();
            }
        } catch (IOException error) {
            source.close(content);
            throw translated(error);
        }
    }

    @Override
    public Object[] next() {
        try {
            return parser.currentToken() == null || inArray && parser.currentToken() == JsonToken.END_ARRAY ? end() : row();
        } catch (IOException error) {
            throw translated(error);
        }
    }

    private Object[] row() throws IOException {
        Object[] row = begin(++element);
        if (parser.currentToken() == JsonToken.START_OBJECT) {
            object(parser);
            learn();
        } else {
            parser.skipChildren();
            row[1] = Strings.text("format.row.no-element");
        }
        parser.nextToken();
        return row;
    }

    private Object[] end() throws IOException {
        if (inArray && parser.nextToken() != null) {
            var place = parser.currentTokenLocation();
            throw Trouble.json(source.name(), place.getLineNr(), place.getColumnNr(), Strings.text("format.json.more")).exception();
        }
        inArray = false;
        return null;
    }

    private RuntimeException translated(IOException error) {
        if (error instanceof JsonProcessingException wrong) {
            var place = wrong.getLocation();
            return Trouble.json(source.name(), place == null ? 1 : place.getLineNr(), place == null ? 1 : place.getColumnNr(),
                    words(wrong)).withOrigin(error).exception();
        }
        if (error instanceof CharConversionException) {
            return Trouble.jsonText(source.name(), Trouble.element(element + 1)).withOrigin(error).exception();
        }
        return source.broken(error, Trouble.element(element + 1));
    }

    @Override
    public void close() {
        source.close(parser);
    }
}
