package io.wonderlake.ui.explore;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// The beginning of a file as something to read: text where it is text, bytes otherwise.
final class HeadText {
    private static final int LINE = 16;
    private static final int MAX_HEX = 16 * 1024;
    private static final int MAX_LINE = 2_000;

    private HeadText() {
    }

    /// Whether nearly all bytes are those of a text.
    static boolean isText(byte[] head) {
        if (head.length == 0 || wide(head) != null) {
            return true;
        }
        int odd = 0;
        for (byte each : head) {
            if (each == 0) {
                return false;
            }
            if ((each & 0xff) < 0x20 && each != '\n' && each != '\r' && each != '\t' && each != '\f') {
                odd++;
            }
        }
        return odd * 100 < head.length;
    }

    private static Charset wide(byte[] head) {
        if (head.length < 2) {
            return null;
        }
        int mark = (head[0] & 0xff) << 8 | head[1] & 0xff;
        return mark == 0xfffe ? StandardCharsets.UTF_16LE : mark == 0xfeff ? StandardCharsets.UTF_16BE : null;
    }

    /// UTF-8 where it fits, Latin-1 otherwise; control characters are shown as signs and overlong lines are cut, so that nothing can stall the view.
    static String text(byte[] head) {
        Charset wide = wide(head);
        String text = new String(head, wide == null ? StandardCharsets.UTF_8 : wide);
        long broken = text.chars().limit(text.length() - Math.min(4, text.length())).filter(each -> each == 0xfffd).count();
        if (broken > 0 && wide == null) {
            text = new String(head, Charset.forName("windows-1252"));
        }
        StringBuilder out = new StringBuilder(text.length());
        text.lines().forEach(line -> {
            String plain = line.length() > MAX_LINE ? line.substring(0, MAX_LINE) + "…" : line;
            plain.chars().forEach(each -> out.append(each < 0x20 && each != '\t' ? '·' : (char) each));
            out.append('\n');
        });
        return out.toString();
    }

    /// How many bytes the byte view shows.
    static int shownBytes(byte[] head) {
        return Math.min(head.length, MAX_HEX);
    }

    /// Offset, sixteen bytes, and their characters.
    static String hex(byte[] head) {
        HexFormat two = HexFormat.of();
        StringBuilder out = new StringBuilder();
        int length = Math.min(head.length, MAX_HEX);
        for (int at = 0; at < length; at += LINE) {
            out.append(String.format("%08x  ", at));
            int end = Math.min(length, at + LINE);
            for (int i = at; i < at + LINE; i++) {
                out.append(i < end ? two.toHexDigits(head[i]) : "  ").append(i - at == LINE / 2 - 1 ? "  " : " ");
            }
            out.append(' ');
            for (int i = at; i < end; i++) {
                out.append(head[i] >= 0x20 && head[i] < 0x7f ? (char) head[i] : '·');
            }
            out.append('\n');
        }
        return out.toString();
    }
}
