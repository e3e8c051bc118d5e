package io.wonderlake.format;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes a cell's stored value as the text that it means.
final class CellText {
    /// What a spreadsheet keeps and shows of a number; further digits come from binary storage.
    private static final MathContext DIGITS = new MathContext(15, RoundingMode.HALF_UP);
    private static final int DAY = 86_400;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final BigDecimal LAST_DAY = new BigDecimal(2_958_466);

    private CellText() {
    }

    /// A stored number: `12`, `0.5`, `2024-02-13`, `2024-02-13 08:00:00`, `08:00:00`. What is no number stays as it is.
    static String number(String stored, CellFormat format, boolean since1904) {
        if (format == CellFormat.PLAIN && isShortInteger(stored)) {
            return stored;
        }
        BigDecimal number;
        try {
            number = new BigDecimal(stored.strip());
        } catch (NumberFormatException _) {
            return stored;
        }
        boolean inCalendar = number.signum() >= 0 && number.compareTo(LAST_DAY) < 0;
        return switch (format) {
            case PLAIN -> plain(number);
            case DURATION -> duration(number);
            case TIME -> inCalendar && number.compareTo(BigDecimal.ONE) < 0 ? duration(number) : plainOr(inCalendar, number, since1904);
            case DATE, TIMESTAMP -> !inCalendar ? plain(number) : date(number, format == CellFormat.TIMESTAMP, since1904);
        };
    }

    /// The usual case, worth a short way.
    private static boolean isShortInteger(String stored) {
        for (int i = 0; i < stored.length(); i++) {
            if (stored.charAt(i) < '0' || stored.charAt(i) > '9') {
                return false;
            }
        }
        return stored.length() <= 15 && !stored.isEmpty() && (stored.charAt(0) != '0' || stored.length() == 1);
    }

    private static String plainOr(boolean inCalendar, BigDecimal number, boolean since1904) {
        return inCalendar ? date(number, true, since1904) : plain(number);
    }

    private static String plain(BigDecimal number) {
        if (Math.abs((long) number.scale()) > 400) {
            return number.toString();
        }
        BigDecimal exact = number.stripTrailingZeros();
        BigDecimal shown = exact.scale() <= 0 ? exact : exact.round(DIGITS).stripTrailingZeros();
        return shown.signum() == 0 ? "0" : shown.toPlainString();
    }

    private static String duration(BigDecimal days) {
        if (days.abs().compareTo(LAST_DAY) > 0) {
            return plain(days);
        }
        long seconds = seconds(days.abs());
        String sign = days.signum() < 0 ? "-" : "";
        return "%s%02d:%02d:%02d".formatted(sign, seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    private static String date(BigDecimal serial, boolean withClock, boolean since1904) {
        long seconds = seconds(serial);
        LocalDate day = day(seconds / DAY, since1904);
        LocalTime time = LocalTime.ofSecondOfDay(seconds % DAY);
        return withClock || seconds % DAY != 0 ? STAMP.format(LocalDateTime.of(day, time)) : day.toString();
    }

    /// Day 60 of the 1900 system is 29 February 1900, which never was; the days before it count from one day later.
    private static LocalDate day(long number, boolean since1904) {
        if (since1904) {
            return LocalDate.of(1904, 1, 1).plusDays(number);
        }
        return LocalDate.of(1899, 12, number < 60 ? 31 : 30).plusDays(number);
    }

    private static long seconds(BigDecimal days) {
        return days.multiply(BigDecimal.valueOf(DAY)).setScale(0, RoundingMode.HALF_UP).longValueExact();
    }

    /// A cell of type `d` holds ISO text.
    static String iso(String stored) {
        try {
            LocalDateTime time = stored.contains("T") ? LocalDateTime.parse(stored.replace("Z", "")) : LocalDate.parse(stored).atStartOfDay();
            return time.toLocalTime().equals(LocalTime.MIDNIGHT) ? time.toLocalDate().toString() : STAMP.format(time);
        } catch (DateTimeParseException _) {
            return stored;
        }
    }

    /// Text as typed: what XML cannot hold stands as `_x000D_`.
    static String text(String stored) {
        if (!stored.contains("_x")) {
            return stored;
        }
        return ESCAPED.matcher(stored).replaceAll(match ->
                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(match.group(1), 16))));
    }
}
