package io.wonderlake.engine.athena;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/// Values as literals of Athena's SQL, each of the type that the value has: this is how Athena takes parameters.
final class Literals {
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder().appendPattern("uuuu-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 3, 9, true).toFormatter(Locale.ROOT);

    private Literals() {
    }

    static String of(Object value) {
        return switch (value) {
            case null -> "NULL";
            case Boolean flag -> flag.toString();
            case Integer number -> number.toString();
            case Long number -> number.toString();
            case BigInteger number -> "DECIMAL " + text(number.toString());
            case BigDecimal number -> "DECIMAL " + text(number.toPlainString());
            case Double number -> of(number);
            case LocalDate date -> "DATE " + text(date.toString());
            case LocalTime time -> "TIME " + text(time.format(DateTimeFormatter.ISO_LOCAL_TIME));
            case LocalDateTime time -> "TIMESTAMP " + text(TIMESTAMP.format(time));
            case OffsetDateTime time -> "TIMESTAMP " + text(TIMESTAMP.format(time) + (time.getOffset().equals(ZoneOffset.UTC) ? " UTC" : " " + time.getOffset()));
            case UUID id -> "UUID " + text(id.toString());
            case byte[] bytes -> "X" + text(HexFormat.of().withUpperCase().formatHex(bytes));
            case Object other -> text(other.toString());
        };
    }

    private static String of(Double number) {
        if (number.isNaN()) {
            return "nan()";
        }
        if (number.isInfinite()) {
            return number > 0 ? "infinity()" : "-infinity()";
        }
        String digits = number.toString();
        return digits.contains("E") ? digits : digits + "E0";
    }

    private static String text(String value) {
        return '\'' + value.replace("'", "''") + '\'';
    }
}
