package io.wonderlake.format;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.work.Strings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Cuts the beginning of a text off behind its last whole record, whatever stands in quotes and however wide its characters are.
final class TextCut {
    /// A quote that opens this near to the end is closed behind it; one that opened earlier was never meant to be one.
    private static final int NEAR_END = 256 << 10;

    private final Source source;
    private final StorageFormat format;

    private TextCut(Source source, StorageFormat format) {
        this.source = source;
        this.format = format;
    }

    /// Shortens `file` to whole records and returns how they are to be read; empty where not one record ends in it.
    static Optional<StorageFormat> cut(Path file) {
        Source source = Source.of(file);
        TextHead head = TextHead.of(source);
        if (head.isMarkup()) {
            throw Trouble.notYet(source.name(), Strings.text("format.kind.markup")).exception();
        }
        String name = source.name().toLowerCase(Locale.ROOT);
        StorageFormat format = JsonShape.of(head, name.substring(name.lastIndexOf('.') + 1)).orElseGet(() -> Dialect.of(head.text(), head.charset()));
        try {
            return new TextCut(source, format).cut() ? Optional.of(format) : Optional.empty();
        } catch (IOException error) {
            throw source.unreadable(error);
        }
    }

    private boolean cut() throws IOException {
        return switch (format) {
            case StorageFormat.Text text -> truncate(records(text));
            case StorageFormat.JsonLines lines -> truncate(lastLine(lines.charset()));
            default -> document();
        };
    }

    private boolean truncate(long end) throws IOException {
        try (FileChannel file = FileChannel.open(source.file(), StandardOpenOption.WRITE)) {
            file.truncate(end);
        }
        return end > 0;
    }

    /// Where the last record begins, which need not be whole.
    private long records(StorageFormat.Text text) throws IOException {
        List<Long> open = new ArrayList<>();
        long last = 1;
        try (RecordScanner scanner = TextRows.scanner(source, text)) {
            while (scanner.next()) {
                last = scanner.line();
                if (scanner.unclosed()) {
                    open.add(last);
                }
            }
        }
        open.add(last);
        List<Long> places = places(open, text.charset());
        long near = source.size() - NEAR_END;
        return places.stream().filter(place -> place >= near).findFirst().orElse(places.getLast());
    }

    private long lastLine(String charset) throws IOException {
        try (Lines lines = new Lines(source.file(), charset)) {
            long end = 0;
            for (long next = lines.next(); next >= 0; next = lines.next()) {
                end = next;
            }
            return end;
        }
    }

    /// Where the lines of these numbers, which grow, begin.
    private List<Long> places(List<Long> numbers, String charset) throws IOException {
        List<Long> places = new ArrayList<>();
        try (Lines lines = new Lines(source.file(), charset)) {
            long line = 1;
            long place = 0;
            for (long number : numbers) {
                for (; line < number && place >= 0; line++) {
                    place = lines.next();
                }
                places.add(Math.max(0, place));
            }
        }
        return places;
    }

    /// Closes the array behind its last whole element.
    private boolean document() throws IOException {
        String charset = TextHead.of(source).charset();
        StringBuilder text = new StringBuilder();
        try (MarkingReader reader = new MarkingReader(source.content(), Charset.forName(charset))) {
            char[] buffer = new char[1 << 13];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                text.append(buffer, 0, read);
            }
        }
        int end = elements(text.toString());
        try (FileChannel file = FileChannel.open(source.file(), StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.substring(0, end) + "]");
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        }
        return end > 0;
    }

    private int elements(String text) throws IOException {
        int end = 0;
        try (JsonParser parser = JsonRows.JSON.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                return 0;
            }
            for (JsonToken token = parser.nextToken(); token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                parser.skipChildren();
                end = (int) parser.currentLocation().getCharOffset();
            }
        } catch (JsonProcessingException error) {
            var place = error.getLocation();
            if (place != null && place.getCharOffset() < text.length() - NEAR_END) {
                throw Trouble.json(source.name(), place.getLineNr(), place.getColumnNr(), JsonCursor.words(error)).withOrigin(error).exception();
            }
        }
        return end;
    }

    /// Goes from line to line through the bytes of a file.
    private static final class Lines implements AutoCloseable {
        private final InputStream in;
        private final boolean wide;
        private final boolean little;
        private long place;
        private int ahead = -2;

        Lines(Path file, String charset) throws IOException {
            String name = charset.toLowerCase(Locale.ROOT);
            wide = name.startsWith("utf-16");
            little = name.equals("utf-16le");
            in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        }

        /// Where the next line begins; -1 where the last one has no end.
        long next() throws IOException {
            for (int c = take(); c >= 0; c = take()) {
                if (c == '\r') {
                    ahead = unit();
                    if (ahead == '\n') {
                        take();
                    }
                    return place;
                }
                if (c == '\n') {
                    return place;
                }
            }
            return -1;
        }

        private int take() throws IOException {
            int c = ahead == -2 ? unit() : ahead;
            ahead = -2;
            place += c < 0 ? 0 : wide ? 2 : 1;
            return c;
        }

        private int unit() throws IOException {
            int one = in.read();
            if (!wide || one < 0) {
                return one;
            }
            int two = in.read();
            return two < 0 ? -1 : little ? two << 8 | one : one << 8 | two;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
