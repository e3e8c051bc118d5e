package io.wonderlake.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Locale;
import org.mozilla.universalchardet.UniversalDetector;

/// The beginning of a text: in which encoding it is, whether it is text at all, and its first lines.
///
/// @param charset IANA name
/// @param text whole lines, as many as were looked at
record TextHead(String charset, String text) {
    private static final int USUAL = 1 << 20;
    private static final int LARGEST = 20 << 20;
    private static final double MOST_CONTROLS = 0.02;

    /// Reads on to the end of the file only where the beginning leaves the encoding open.
    static TextHead of(Source source) {
        byte[] head = source.head(USUAL);
        if (head.length == USUAL && lines(head) < 2) {
            head = source.head(LARGEST);
        }
        if (head.length == 0) {
            throw Trouble.empty(source.name()).exception();
        }
        String charset = charset(source, head);
        String text = decode(head, Charset.forName(charset));
        if (controls(text) > MOST_CONTROLS * text.length()) {
            throw Trouble.noTable(source.name()).exception();
        }
        return new TextHead(charset, wholeLines(text, head.length >= USUAL));
    }

    /// XML and HTML are text, but no rows.
    boolean isMarkup() {
        String start = text.substring(0, Math.min(text.length(), 100)).strip().toLowerCase(Locale.ROOT);
        return start.startsWith("<?xml") || start.startsWith("<!doctype") || start.startsWith("<html");
    }

    private static int lines(byte[] head) {
        int lines = 0;
        for (byte b : head) {
            lines += b == '\n' || b == '\r' ? 1 : 0;
        }
        return lines;
    }

    private static String charset(Source source, byte[] head) {
        String marked = Encodings.marked(head);
        if (!marked.isEmpty()) {
            return marked;
        }
        Survey survey = Survey.of(new ByteArrayInputStream(head));
        if (survey.isAscii() && head.length >= USUAL) {
            try (InputStream all = source.content()) {
                survey = Survey.of(all);
            } catch (IOException error) {
                throw source.broken(error, Trouble.start());
            }
        }
        return survey.isUtf8() ? "utf-8" : legacy(survey.sample());
    }

    private static String legacy(byte[] sample) {
        var detector = new UniversalDetector();
        detector.handleData(sample, 0, sample.length);
        detector.dataEnd();
        String found = detector.getDetectedCharset();
        if (found != null && Charset.isSupported(found) && !found.startsWith("WINDOWS-125") && !found.startsWith("ISO-8859")
                && !found.startsWith("UTF") && !found.equals("US-ASCII") && Survey.notAscii(sample) > 64) {
            return found.toLowerCase(Locale.ROOT);
        }
        return Encodings.western(sample);
    }

    private static String decode(byte[] head, Charset charset) {
        var text = new StringBuilder();
        char[] buffer = new char[1 << 13];
        try (Reader reader = new MarkingReader(new ByteArrayInputStream(head), charset)) {
            for (int read; (read = reader.read(buffer)) >= 0; ) {
                text.append(buffer, 0, read);
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        return text.toString();
    }

    private static long controls(String text) {
        return text.chars().filter(c -> c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' || c == MarkingReader.MARK).count();
    }

    private static String wholeLines(String text, boolean cut) {
        int end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
        return cut && end > 0 ? text.substring(0, end + 1) : text;
    }
}
