package io.wonderlake.format;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The narrowest type that every value of one column has. Only what can be read in one way counts: `0012` and `03/04/2024` stay text.
final class TypeGuess {
    private static final Pattern NUMBER = Pattern.compile("([-+]?)(\\d*)(?:\\.(\\d*))?([eE][-+]?\\d{1,4})?");
    private static final Pattern TIME = Pattern.compile(
            "(\\d{4})-(\\d{2})-(\\d{2})(?:[ T](\\d{2}):(\\d{2})(?::(\\d{2})(?:\\.\\d{1,9})?)?(Z|[-+]\\d{2}:?\\d{2})?)?");
    private static final int LONGEST = 64;
    private static final int WIDEST_DECIMAL = 18;
    private static final int LONGEST_SCALE = 8;
    private static final int WIDEST_INTEGER = 38;

    private enum Kind { NONE, INTEGER, DECIMAL, DOUBLE, BOOLEAN, DATE, TIMESTAMP, INSTANT, TEXT }

    private Kind kind = Kind.NONE;
    private int digits;
    private int scale;
    private boolean beyondInteger;
    private boolean beyondBigint;

    /// Whether a value means that there is none.
    static boolean isNull(String value) {
        return value == null || value.isEmpty() || value.equals("\\N");
    }

    /// Whether a single value is more than just text.
    static boolean typed(String value) {
        return !isNull(value) && new TypeGuess().kindOf(value.strip()) != Kind.TEXT;
    }

    void see(String value) {
        if (kind != Kind.TEXT && !isNull(value)) {
            kind = join(kind, kindOf(value.strip()));
        }
    }

    /// In SQL's words. A column without any value is text.
    String type() {
        return switch (kind) {
            case INTEGER -> beyondBigint ? digits <= WIDEST_INTEGER ? "decimal(" + WIDEST_INTEGER + ",0)" : "varchar" : beyondInteger ? "bigint" : "integer";
            case DECIMAL -> digits + scale <= WIDEST_DECIMAL && scale <= LONGEST_SCALE
                    ? "decimal(" + Math.max(digits + scale, 1) + "," + scale + ")" : "double";
            case DOUBLE -> "double";
            case BOOLEAN -> "boolean";
            case DATE -> "date";
            case TIMESTAMP -> "timestamp";
            case INSTANT -> "timestamp with time zone";
            case NONE, TEXT -> "varchar";
        };
    }

    private static Kind join(Kind one, Kind other) {
        if (one == Kind.NONE || one == other) {
            return other;
        }
        boolean numbers = one.compareTo(Kind.DOUBLE) <= 0 && other.compareTo(Kind.DOUBLE) <= 0;
        boolean days = one == Kind.DATE && other == Kind.TIMESTAMP || one == Kind.TIMESTAMP && other == Kind.DATE;
        return numbers ? one.compareTo(other) > 0 ? one : other : days ? Kind.TIMESTAMP : Kind.TEXT;
    }

    private Kind kindOf(String value) {
        if (value.isEmpty() || value.length() > LONGEST) {
            return Kind.TEXT;
        }
        char first = value.charAt(0);
        if (first >= '0' && first <= '9' || first == '-' || first == '.') {
            Kind number = number(value);
            return number == Kind.TEXT && value.length() >= 10 && value.charAt(0) != '-' ? time(value) : number;
        }
        return value.equalsIgnoreCase("true") || value.equalsIgnoreCase("false") ? Kind.BOOLEAN : Kind.TEXT;
    }

    private Kind number(String value) {
        Matcher matcher = NUMBER.matcher(value);
        if (!matcher.matches()) {
            return Kind.TEXT;
        }
        String whole = matcher.group(2);
        String fraction = matcher.group(3);
        if (whole.isEmpty() && (fraction == null || fraction.isEmpty()) || whole.length() > 1 && whole.startsWith("0")) {
            return Kind.TEXT;
        }
        if (matcher.group(4) != null) {
            return Double.isFinite(Double.parseDouble(value)) ? Kind.DOUBLE : Kind.TEXT;
        }
        digits = Math.max(digits, whole.length());
        if (fraction != null) {
            scale = Math.max(scale, fraction.length());
            return Kind.DECIMAL;
        }
        size(matcher.group(1) + whole, whole.length());
        return Kind.INTEGER;
    }

    private void size(String number, int length) {
        if (length < 10) {
            return;
        }
        try {
            long value = Long.parseLong(number);
            beyondInteger |= value != (int) value;
        } catch (NumberFormatException _) {
            beyondBigint = true;
        }
    }

    private static Kind time(String value) {
        Matcher matcher = TIME.matcher(value);
        if (!matcher.matches()) {
            return Kind.TEXT;
        }
        try {
            LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
            if (matcher.group(4) == null) {
                return Kind.DATE;
            }
            LocalTime.of(number(matcher, 4), number(matcher, 5), matcher.group(6) == null ? 0 : number(matcher, 6));
            return matcher.group(7) == null ? Kind.TIMESTAMP : Kind.INSTANT;
        } catch (DateTimeException _) {
            return Kind.TEXT;
        }
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
