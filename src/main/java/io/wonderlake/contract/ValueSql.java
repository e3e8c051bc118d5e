package io.wonderlake.contract;

import io.wonderlake.catalog.ColumnType;
import java.util.Optional;

/// SQL that turns a text into a value of a type, or into null where it is none. Nothing is rounded or guessed.
final class ValueSql {

    private static final String NUMBER = "[+-]?([0-9]+([.][0-9]*)?|[.][0-9]+)";
    private static final String EXPONENT = NUMBER + "[eE][+-]?[0-9]{1,3}";
    private static final String WHOLE = "[+-]?[0-9]+([.]0*)?";

    private ValueSql() {
    }

    /// `text`: an expression without surrounding space and with null for "no value".
    static String parse(ColumnType type, Optional<String> format, String text) {
        return switch (type.family()) {
            case INTEGER -> whole(type, text);
            case DECIMAL -> type.sql().startsWith("decimal") ? decimal(type, text) : floating(type, text);
            case BOOLEAN -> truth(text);
            case DATE -> "cast(" + midnight(format.map(pattern -> patterned(pattern, text)).orElseGet(() -> iso(text))) + " as date)";
            case TIMESTAMP -> format.map(pattern -> patterned(pattern, text)).orElseGet(() -> iso(text));
            case TEXT, NESTED, LIST, BINARY -> text;
        };
    }

    /// Whether a number's text has more decimals than the type keeps.
    static String tooFine(ColumnType type, String text) {
        return matches(text, NUMBER) + " and regexp_matches(" + text + ", '[.][0-9]{" + scale(type) + "}[0-9]*[1-9]')";
    }

    static int scale(ColumnType type) {
        String sql = type.sql();
        return Integer.parseInt(sql.substring(sql.indexOf(',') + 1, sql.indexOf(')')).strip());
    }

    private static String whole(ColumnType type, String text) {
        return "case when " + matches(text, WHOLE) + " then try_cast(" + text + " as " + type + ") " + exact(type, text) + " end";
    }

    private static String decimal(ColumnType type, String text) {
        return "case when " + tooFine(type, text) + " then null when " + matches(text, NUMBER) + " then try_cast(" + text + " as " + type + ") "
                + exact(type, text) + " end";
    }

    /// `1E3`, as spreadsheets write large numbers: taken when nothing is lost.
    private static String exact(ColumnType type, String text) {
        String cast = "try_cast(" + text + " as " + type + ")";
        return "when " + matches(text, EXPONENT) + " and try_cast(" + text + " as double) = cast(" + cast + " as double) then " + cast;
    }

    private static String floating(ColumnType type, String text) {
        String value = "try_cast(" + text + " as " + type + ")";
        return "case when (" + matches(text, NUMBER) + " or " + matches(text, EXPONENT) + ") and isfinite(" + value + ") then " + value + " end";
    }

    private static String truth(String text) {
        return "case when lower(" + text + ") in ('true', 't', '1', 'y', 'yes') then true when lower(" + text
                + ") in ('false', 'f', '0', 'n', 'no') then false end";
    }

    /// Cells of a workbook are dates by themselves, whatever pattern the text files have.
    private static String patterned(String pattern, String text) {
        String engine = TimePattern.translate(pattern);
        String parsed = "try_strptime(" + text + ", " + SqlText.value(engine) + ")";
        String sane = engine.contains("%Y") ? "case when extract(year from " + parsed + ") >= 1000 then " + parsed + " end" : parsed;
        return "coalesce(" + sane + ", case when _sheet is not null then " + iso(text) + " end)";
    }

    private static String iso(String text) {
        return "case when regexp_matches(" + text + ", '^[0-9]{4}-[0-9]{1,2}-[0-9]') then try_cast(" + text + " as timestamp) end";
    }

    private static String midnight(String timestamp) {
        return "case when " + timestamp + " = date_trunc('day', " + timestamp + ") then " + timestamp + " end";
    }

    private static String matches(String text, String regex) {
        return "regexp_full_match(" + text + ", '" + regex + "')";
    }
}
