package io.wonderlake.engine.athena;

import io.wonderlake.work.Failure;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The rows of a result object: every value in quotes, null an empty place without them, `\n` after each row.
final class ObjectRows implements RawRows {
    private static final int LONGEST_VALUE = 40_000_000;
    private static final int BLOCK = 32_768;
    private static final int END = -1;

    private final ResultStream stream;
    private final Reader text;
    private final ObjectAddress address;
    private final int width;
    private final char[] block = new char[BLOCK];
    private final StringBuilder value = new StringBuilder();
    private int position;
    private int limit;
    private long row;

    /// Reads the heading, too.
    ObjectRows(ResultStream stream, ObjectAddress address, int width) {
        this.stream = stream;
        this.text = new InputStreamReader(stream, StandardCharsets.UTF_8);
        this.address = address;
        this.width = width;
        next();
    }

    @Override
    public String[] next() {
        if (peek() == END) {
            return null;
        }
        row++;
        String[] values = new String[width];
        int mark = ',';
        int count = 0;
        for (; mark == ','; count++) {
            String next = field();
            if (count < width) {
                values[count] = next;
            }
            mark = read();
        }
        if (count != width || mark != '\n' && mark != END) {
            throw damaged();
        }
        return values;
    }

    private String field() {
        if (peek() == '"') {
            position++;
            return quoted();
        }
        value.setLength(0);
        for (int c = peek(); c != ',' && c != '\n' && c != END; c = peek()) {
            append((char) c);
            position++;
        }
        return value.isEmpty() ? null : value.toString();
    }

    private String quoted() {
        value.setLength(0);
        while (true) {
            int c = read();
            if (c == END) {
                throw damaged();
            }
            if (c == '"') {
                if (peek() != '"') {
                    return value.toString();
                }
                position++;
            }
            append((char) c);
        }
    }

    private void append(char c) {
        if (value.length() == LONGEST_VALUE) {
            throw damaged();
        }
        value.append(c);
    }

    private int read() {
        int c = peek();
        position++;
        return c;
    }

    private int peek() {
        if (position >= limit && limit != END) {
            try {
                limit = text.read(block);
                position = 0;
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return limit == END ? END : block[position];
    }

    private RuntimeException damaged() {
        return Failure.of(Failure.Kind.BAD_INPUT, "failure.athena.result.damaged", address, row).exception();
    }

    @Override
    public void abort() {
        stream.abort();
    }

    @Override
    public void close() {
        stream.close();
    }
}
