package io.wonderlake.contract;

/// Translates java-style date patterns (`M/d/yyyy H:mm:ss`) to the engine's (`%m/%d/%Y %H:%M:%S`).
final class TimePattern {

    private TimePattern() {
    }

    static boolean known(String pattern) {
        return !pattern.isEmpty() && !translate(pattern).contains("%?");
    }

    /// A letter that has no counterpart becomes `%?`.
    static String translate(String pattern) {
        StringBuilder engine = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int end = at;
            while (end < pattern.length() && pattern.charAt(end) == c) {
                end++;
            }
            if (c == '\'') {
                end = quoted(pattern, at, engine);
            } else if (Character.isLetter(c)) {
                engine.append(field(c, end - at));
            } else {
                engine.append(String.valueOf(c).repeat(end - at).replace("%", "%%"));
            }
            at = end;
        }
        return engine.toString();
    }

    private static int quoted(String pattern, int at, StringBuilder engine) {
        int end = pattern.indexOf('\'', at + 1);
        if (end < 0) {
            engine.append("%?");
            return pattern.length();
        }
        engine.append(end == at + 1 ? "'" : pattern.substring(at + 1, end).replace("%", "%%"));
        return end + 1;
    }

    private static String field(char letter, int count) {
        return switch (letter) {
            case 'y', 'u' -> count == 2 ? "%y" : "%Y";
            case 'M' -> count <= 2 ? "%m" : count == 3 ? "%b" : "%B";
            case 'd' -> "%d";
            case 'H' -> "%H";
            case 'h' -> "%I";
            case 'm' -> "%M";
            case 's' -> "%S";
            case 'S' -> count <= 3 ? "%g" : count <= 6 ? "%f" : "%n";
            case 'a' -> "%p";
            case 'E' -> count <= 3 ? "%a" : "%A";
            case 'X', 'Z', 'x' -> "%z";
            default -> "%?";
        };
    }
}
