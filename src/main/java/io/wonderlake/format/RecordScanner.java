package io.wonderlake.format;

import io.wonderlake.work.Strings;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/// Takes delimited text apart, record by record, and never gives up: a record that does not fit the rules is named,
/// and scanning goes on at the next physical line. Holds one record in memory, at most [#MAX_CHARS] characters of it.
///
/// A quoted field that never closes, or closes in the middle of its text, ends at the end of the line on which it began;
/// so one forgotten quote spoils one record and not the rest of the file.
final class RecordScanner implements Closeable {
    /// The longest record that is read.
    static final int MAX_CHARS = 16 << 20;
    static final int MAX_FIELDS = 100_000;
    private static final int NONE = -1;

    private enum Stop { DELIMITER, LINE, END }

    private final Reader text;
    private final int delimiter;
    private final int quote;

    private char[] buffer = new char[1 << 16];
    private int start;
    private int pos;
    private int limit;
    private boolean ended;
    private boolean tooLong;

    private long nextLine = 1;
    private long line;
    private int breaks;
    private String problem;
    private boolean strange;
    private boolean unclosed;
    private int count;
    private int[] begins = new int[64];
    private int[] ends = new int[64];
    private boolean[] quoted = new boolean[64];

    /// `delimiter` or `quote` may be empty: then nothing is split, or nothing is quoted.
    RecordScanner(Reader text, String delimiter, String quote) {
        this.text = text;
        this.delimiter = delimiter.isEmpty() ? NONE : delimiter.charAt(0);
        this.quote = quote.isEmpty() ? NONE : quote.charAt(0);
    }

    /// Moves to the next record; empty lines are none. False at the end.
    boolean next() throws IOException {
        do {
            start = pos;
            if (pos == limit && !fill()) {
                return false;
            }
            line = nextLine;
            scan();
            nextLine += breaks;
        } while (count == 1 && begins[0] == ends[0] && !quoted[0] && problem == null);
        return true;
    }

    void skipLines(int lines) throws IOException {
        for (int i = 0; i < lines; i++) {
            start = pos;
            skipLine();
            nextLine++;
        }
    }

    /// 1-based physical line on which the record begins.
    long line() {
        return line;
    }

    /// The line that would be read next: how far the scanner got.
    long nextLine() {
        return nextLine;
    }

    int size() {
        return count;
    }

    /// Why the record is not well-formed, or null.
    String problem() {
        return problem;
    }

    /// Whether a quote was open when the text ended.
    boolean unclosed() {
        return unclosed;
    }

    boolean isEmpty(int index) {
        return begins[index] == ends[index] && !quoted[index];
    }

    String field(int index) {
        String value = new String(buffer, start + begins[index], ends[index] - begins[index]);
        String mark = quote == NONE ? "" : String.valueOf((char) quote);
        return clean(quoted[index] && value.contains(mark) ? value.replace(mark + mark, mark) : value);
    }

    /// The text from a field to the end of the record, as it stands in the file.
    String rest(int index) {
        return clean(new String(buffer, start + begins[index], ends[count - 1] - begins[index]));
    }

    private String clean(String value) {
        return strange ? value.replace(MarkingReader.MARK, '\uFFFD').replace('\0', '\uFFFD') : value;
    }

    private void scan() throws IOException {
        count = 0;
        breaks = 0;
        problem = null;
        strange = false;
        unclosed = false;
        tooLong = false;
        Stop stop;
        do {
            stop = peek() == quote && quote != NONE ? quotedField() : plainField(pos - start);
        } while (stop == Stop.DELIMITER);
        if (stop == Stop.END && tooLong) {
            problem = Strings.text("format.row.long", MAX_CHARS >> 20);
            count = 0;
            skipLine();
        }
        breaks++;
        if (strange && problem == null) {
            problem = Strings.text("format.row.strange");
        }
    }

    private Stop plainField(int begin) throws IOException {
        while (true) {
            for (; pos < limit; pos++) {
                char c = buffer[pos];
                if (c == '\n' || c == '\r' || c == delimiter) {
                    add(begin, pos - start, false);
                    return pass(c);
                }
                strange |= c == 0 || c == MarkingReader.MARK;
            }
            if (!fill()) {
                add(begin, pos - start, false);
                return Stop.END;
            }
        }
    }

    private Stop quotedField() throws IOException {
        int begin = pos++ - start;
        int firstLineEnd = -1;
        int breaksBefore = breaks;
        while (true) {
            int c = peek();
            if (c < 0) {
                return unclosed(begin, firstLineEnd, breaksBefore);
            }
            pos++;
            strange |= c == 0 || c == MarkingReader.MARK;
            if (c == '\n' || c == '\r') {
                firstLineEnd = firstLineEnd < 0 ? pos - 1 - start : firstLineEnd;
                breaks++;
                passLineFeedAfter(c);
            } else if (c == quote) {
                int after = peek();
                if (after == quote) {
                    pos++;
                } else if (after < 0 || after == delimiter || after == '\n' || after == '\r') {
                    add(begin + 1, pos - 1 - start, true);
                    return after < 0 ? Stop.END : pass((char) after);
                } else {
                    problem = Strings.text("format.row.after-quote", count + 1);
                    return firstLineEnd < 0 ? plainField(begin) : backTo(begin, firstLineEnd, breaksBefore);
                }
            }
        }
    }

    private Stop unclosed(int begin, int firstLineEnd, int breaksBefore) throws IOException {
        if (tooLong && firstLineEnd < 0) {
            return Stop.END;
        }
        tooLong = false;
        unclosed = true;
        problem = Strings.text("format.row.unclosed", count + 1);
        if (firstLineEnd >= 0) {
            return backTo(begin, firstLineEnd, breaksBefore);
        }
        add(begin, pos - start, false);
        return Stop.END;
    }

    private Stop backTo(int begin, int lineEnd, int breaksBefore) throws IOException {
        breaks = breaksBefore;
        pos = start + lineEnd;
        add(begin, lineEnd, false);
        return pass(buffer[pos]);
    }

    private void add(int begin, int end, boolean inQuotes) {
        if (count == MAX_FIELDS) {
            problem = Strings.text("format.row.fields", MAX_FIELDS);
            return;
        }
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            quoted = Arrays.copyOf(quoted, count * 2);
        }
        begins[count] = begin;
        ends[count] = end;
        quoted[count++] = inQuotes;
    }

    private Stop pass(char c) throws IOException {
        pos++;
        if (c == delimiter) {
            return Stop.DELIMITER;
        }
        passLineFeedAfter(c);
        return Stop.LINE;
    }

    private void passLineFeedAfter(int c) throws IOException {
        if (c == '\r' && peek() == '\n') {
            pos++;
        }
    }

    /// Reads on to the next line without keeping anything.
    private void skipLine() throws IOException {
        while (true) {
            for (; pos < limit; pos++) {
                char c = buffer[pos];
                if (c == '\n' || c == '\r') {
                    start = pos++;
                    passLineFeedAfter(c);
                    return;
                }
            }
            start = pos;
            tooLong = false;
            if (!fill()) {
                return;
            }
        }
    }

    private int peek() throws IOException {
        return pos < limit || fill() ? buffer[pos] : -1;
    }

    /// Makes at least one more character available behind `limit`; false at the end of the text or of the room.
    private boolean fill() throws IOException {
        if (ended || !makeRoom()) {
            return false;
        }
        int read = text.read(buffer, limit, buffer.length - limit);
        ended = read < 0;
        limit += Math.max(read, 0);
        return !ended;
    }

    private boolean makeRoom() {
        if (start > 0 && start == limit) {
            start = 0;
            pos = 0;
            limit = 0;
        } else if (limit == buffer.length && start > 0) {
            System.arraycopy(buffer, start, buffer, 0, limit - start);
            pos -= start;
            limit -= start;
            start = 0;
        } else if (limit == buffer.length && buffer.length < MAX_CHARS) {
            buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, MAX_CHARS));
        }
        tooLong = limit == buffer.length;
        return !tooLong;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
