package io.wonderlake.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/// Turns bytes into characters and puts [#MARK] where they are none in this charset, so that the row they stand in can be named.
final class MarkingReader extends Reader {
    /// No character of any text: Unicode keeps it free.
    static final char MARK = '\uFFFF';

    private final InputStream bytes;
    private final CharsetDecoder decoder;
    private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16).flip();
    private boolean ended;
    private boolean flushed;
    private int owed = -1;

    /// A byte order mark at the beginning is skipped.
    MarkingReader(InputStream bytes, Charset charset) throws IOException {
        this.bytes = bytes;
        buffer.limit(bytes.readNBytes(buffer.array(), 0, 3));
        buffer.position(Encodings.byteOrderMark(buffer.array(), buffer.limit()));
        this.decoder = exact(charset).newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /// UTF-16 by name alone leaves the order of the bytes to the mark, which is behind us now.
    private Charset exact(Charset charset) {
        boolean little = buffer.position() == 2 && buffer.get(0) == (byte) 0xff;
        return little && charset.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16LE : charset;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, offset, length).slice();
        if (owed >= 0) {
            out.put((char) owed);
            owed = -1;
        }
        while (out.hasRemaining() && !flushed) {
            CoderResult result = decoder.decode(buffer, out, ended);
            if (result.isError()) {
                skip(result.length(), out);
            } else if (result.isOverflow() && out.position() == 0) {
                halve(out);
            } else if (result.isOverflow()) {
                break;
            } else if (ended) {
                flushed = !decoder.flush(out).isOverflow();
            } else if (out.position() > 0) {
                break;
            } else {
                fill();
            }
        }
        return out.position() == 0 && length > 0 ? -1 : out.position();
    }

    /// Where there is room for one character only and the next one takes two: the second waits.
    private void halve(CharBuffer out) {
        CharBuffer pair = CharBuffer.allocate(2);
        decoder.decode(buffer, pair, ended);
        out.put(pair.get(0));
        owed = pair.get(1);
    }

    private void skip(int length, CharBuffer out) {
        buffer.position(buffer.position() + length);
        if (out.hasRemaining()) {
            out.put(MARK);
        } else {
            owed = MARK;
        }
    }

    private void fill() throws IOException {
        buffer.compact();
        int read = bytes.read(buffer.array(), buffer.position(), buffer.remaining());
        ended = read < 0;
        buffer.position(buffer.position() + Math.max(read, 0)).flip();
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
