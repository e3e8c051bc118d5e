package io.wonderlake.format;

import io.wonderlake.catalog.Column;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Makes names that a table can have out of names that a file has: never empty, never twice, nothing invisible.
final class ColumnNames {
    static final String ROW = "_row";
    static final String BAD = "_bad";
    static final String SHEET = "_sheet";
    private static final int LONGEST = 255;

    private final Map<String, Integer> taken = new HashMap<>();

    private ColumnNames(List<String> reserved) {
        reserved.forEach(name -> taken.put(name, 1));
    }

    /// Unique names in the given order. An empty name becomes `column<i>`, a second `name` becomes `name_2`;
    /// case does not tell two names apart.
    static List<String> unique(List<String> names) {
        var unique = new ColumnNames(List.of(ROW, BAD, SHEET));
        var result = new ArrayList<String>(names.size());
        for (String name : names) {
            String clean = clean(name);
            result.add(unique.claim(clean.isEmpty() ? numbered(result.size()) : clean));
        }
        return result;
    }

    /// `column0`, `column1`…
    static List<String> numbered(int from, int to) {
        var names = new ArrayList<String>();
        for (int i = from; i < to; i++) {
            names.add(numbered(i));
        }
        return names;
    }

    /// The bookkeeping columns and then `names` as text.
    static List<Column> columns(List<String> names) {
        var columns = new ArrayList<Column>(names.size() + 2);
        columns.add(new Column(ROW, "bigint"));
        columns.add(new Column(BAD, "varchar"));
        names.forEach(name -> columns.add(new Column(name, "varchar")));
        return columns;
    }

    private static String numbered(int index) {
        return "column" + index;
    }

    private String claim(String name) {
        String claimed = name;
        Integer times = taken.get(key(name));
        for (int next = times == null ? 1 : times + 1; taken.containsKey(key(claimed)); next++) {
            claimed = name + "_" + next;
            taken.put(key(name), next);
        }
        taken.put(key(claimed), 1);
        return claimed;
    }

    private static String key(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static String clean(String name) {
        var clean = new StringBuilder();
        name.codePoints().filter(ColumnNames::visible).limit(LONGEST).forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private static boolean visible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED,
                 Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
