package io.wonderlake.engine;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/// Reads what a user typed for a parameter: a number, a date, a moment, true or false, and otherwise a text, which quotes make certain.
/// A number with needless zeros before it (`007`) is a text, since it names something.
public final class ParameterValue {
    private ParameterValue() {
    }

    public static Object of(String typed) {
        String text = typed.strip();
        if (text.length() > 1 && text.startsWith("'") && text.endsWith("'")) {
            return text.substring(1, text.length() - 1).replace("''", "'");
        }
        if (text.matches("-?(?:0|[1-9]\\d{0,17})")) {
            return Long.valueOf(text);
        }
        if (text.matches("-?(?:0|[1-9]\\d*)\\.\\d+")) {
            return new BigDecimal(text);
        }
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> moment(text);
        };
    }

    private static Object moment(String text) {
        try {
            if (text.matches("\\d{4}-\\d\\d-\\d\\d")) {
                return LocalDate.parse(text);
            }
            if (text.matches("\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d(:\\d\\d)?")) {
                return LocalDateTime.parse(text.replace(' ', 'T'));
            }
        } catch (DateTimeException noSuchDay) {
            return text;
        }
        return text;
    }
}
