package io.wonderlake.ui.kit.grid;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType.Family;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/// How a value is written in a cell, and how it is written when it is copied.
public final class CellText {
    /// What a cell shows at most, in characters.
    static final int MAX_SHOWN = 300;
    private static final int MAX_KEPT = 4_096;
    private static final int MAX_BYTES_SHOWN = 64;
    private static final DecimalFormatSymbols ENGLISH = DecimalFormatSymbols.getInstance(Locale.ENGLISH);
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);
    private static final Pattern LABEL = Pattern.compile("(?i).*(id|year|code|zip|phone|_no|number|version|_key)$|^(_row|row|year|v|n)$");

    private CellText() {
    }

    /// A beginning of a text that is too long to be kept for a cell.
    record Cut(String beginning) { }

    static Object slim(Object value) {
        return switch (value) {
            case String text when text.length() > MAX_KEPT -> new Cut(text.substring(0, MAX_KEPT));
            case byte[] bytes when bytes.length > MAX_BYTES_SHOWN -> new Cut(hex(bytes) + "…");
            case null, default -> value;
        };
    }

    /// For a cell: cut, on one line, with what cannot be seen made visible.
    public static String shown(Object value, Column column) {
        return switch (value) {
            case null -> "null";
            case String text -> visible(text);
            case Cut(String beginning) -> visible(beginning);
            case ShortValue(String shown, _) -> visible(shown);
            case byte[] bytes -> hex(bytes);
            case Double number -> decimal(number);
            case Float number -> decimal(number.doubleValue());
            case BigDecimal number -> grouped(number);
            case Number number -> LABEL.matcher(column.name()).matches() ? number.toString() : String.format(Locale.ENGLISH, "%,d", number);
            case LocalDateTime time -> clock(time);
            case OffsetDateTime time -> clock(time.toLocalDateTime()) + time.getOffset();
            default -> value.toString();
        };
    }

    /// For the clipboard: the value itself, unformatted; null is empty.
    public static String raw(Object value) {
        return switch (value) {
            case null -> "";
            case Cut(String beginning) -> beginning;
            case BigDecimal number -> number.toPlainString();
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case LocalDateTime time -> clock(time);
            default -> value.toString();
        };
    }

    /// One line of at most [#MAX_SHOWN] characters: control and direction characters are shown as signs, the rest as it is.
    public static String visible(String text) {
        int length = Math.min(text.length(), MAX_SHOWN);
        int plain = 0;
        while (plain < length && !hidden(text.charAt(plain))) {
            plain++;
        }
        if (plain == text.length()) {
            return text;
        }
        StringBuilder line = new StringBuilder(length + 8).append(text, 0, plain);
        for (int i = plain; i < length; i++) {
            appendVisible(line, text.charAt(i));
        }
        if (length < text.length()) {
            if (Character.isHighSurrogate(line.charAt(line.length() - 1))) {
                line.setLength(line.length() - 1);
            }
            line.append('…');
        }
        return line.toString();
    }

    /// Whether a column's values stand at the right edge in the number face.
    static boolean right(Column column) {
        return column.type().family().numeric();
    }

    /// Whether a column's values are set in the number face: what is compared character by character.
    static boolean mono(Column column) {
        Family family = column.type().family();
        return family != Family.TEXT && family != Family.BOOLEAN;
    }

    private static boolean hidden(char c) {
        return c < 0x20 || c >= 0x7f && c < 0xa0 || c >= 0x200b && c <= 0x200f || c >= 0x2028 && c <= 0x202e
                || c >= 0x2066 && c <= 0x2069 || c == 0xfeff || c == 0xad;
    }

    private static void appendVisible(StringBuilder line, char c) {
        if (!hidden(c)) {
            line.append(c);
        } else if (c == '\n') {
            line.append('↵');
        } else if (c == '\t') {
            line.append('→');
        } else if (c != '\r') {
            line.append(String.format("⟨%04X⟩", (int) c));
        }
    }

    private static String hex(byte[] bytes) {
        int length = Math.min(bytes.length, MAX_BYTES_SHOWN);
        String text = HexFormat.of().formatHex(bytes, 0, length);
        return length < bytes.length ? text + "…" : text;
    }

    private static String decimal(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return String.valueOf(number);
        }
        double size = Math.abs(number);
        if (size != 0 && (size >= 1e15 || size < 1e-4)) {
            return String.valueOf(number);
        }
        return new DecimalFormat("#,##0.##########", ENGLISH).format(number);
    }

    private static String grouped(BigDecimal number) {
        DecimalFormat format = new DecimalFormat("#,##0", ENGLISH);
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }

    private static String clock(LocalDateTime time) {
        String text = SECONDS.format(time);
        if (time.getNano() == 0) {
            return text;
        }
        return text + String.format("%.9f", time.getNano() / 1e9).substring(1).replaceAll("0+$", "");
    }
}
