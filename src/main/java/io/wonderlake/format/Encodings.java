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

    /// The encoding that a byte order mark or the zeros between Latin letters tell, or an empty text.
    static String marked(byte[] head) {
        return switch (byteOrderMark(head, head.length)) {
            case 3 -> "utf-8";
            case 2 -> head[0] == (byte) 0xff ? "utf-16le" : "utf-16be";
            default -> wide(head);
        };
    }

    private static String wide(byte[] head) {
        int size = Math.min(head.length, 4096) & ~1;
        int[] zeros = new int[2];
        for (int i = 0; i < size; i++) {
            zeros[i % 2] += head[i] == 0 ? 1 : 0;
        }
        int most = Math.max(zeros[0], zeros[1]);
        if (most == 0 || most < size / 5 || Math.min(zeros[0], zeros[1]) > most / 20) {
            return "";
        }
        return zeros[1] > zeros[0] ? "utf-16le" : "utf-16be";
    }

    /// Windows' Western encoding, unless a byte stands there that it does not have.
    static String western(byte[] sample) {
        for (byte b : sample) {
            if (b == (byte) 0x81 || b == (byte) 0x8d || b == (byte) 0x8f || b == (byte) 0x90 || b == (byte) 0x9d) {
                return "iso-8859-1";
            }
        }
        return "windows-1252";
    }
}
