package io.wonderlake.format;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;

/// Character sets by name, and the marks that files carry in front.
final class Encodings {
    private Encodings() {
    }

    static Charset named(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException error) {
            throw Trouble.charset(name).withOrigin(error).exception();
        }
    }

    /// The length of the byte order mark at the beginning, 0 without one.
    static int byteOrderMark(byte[] head, int size) {
        if (size >= 3 && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf) {
            return 3;
        }
        boolean wide = size >= 2 && (head[0] == (byte) 0xff && head[1] == (byte) 0xfe || head[0] == (byte) 0xfe && head[1] == (byte) 0xff);
        return wide ? 2 : 0;
    }
}
