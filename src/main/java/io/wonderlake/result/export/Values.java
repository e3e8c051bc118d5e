package io.wonderlake.result.export;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;

/// Values as exact text: the form that a machine reads back.
public final class Values {
    private static final DateTimeFormatter TIMESTAMP = new java.time.format.DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss").appendFraction(java.time.temporal.ChronoField.NANO_OF_SECOND, 0, 9, true).toFormatter();

    private Values() {
    }

    /// Null is the empty text.
    public static String text(Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal decimal -> decimal.toPlainString();
            case LocalDateTime time -> TIMESTAMP.format(time);
            case OffsetDateTime time -> TIMESTAMP.format(time) + time.getOffset();
            case byte[] bytes -> "0x" + HexFormat.of().formatHex(bytes);
            default -> value.toString();
        };
    }

    /// Text that no spreadsheet program takes for a formula: a leading `=`, `+`, `-`, `@`, tab or return gets an apostrophe before it.
    /// Only text is changed; numbers keep their sign.
    public static String harmless(Object value) {
        String text = text(value);
        boolean risky = value instanceof String && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        return risky ? "'" + text : text;
    }
}
