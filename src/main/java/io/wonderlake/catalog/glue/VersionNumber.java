package io.wonderlake.catalog.glue;

import java.util.Map;

/// Our number of a state of a table, from Glue's. Glue counts every change of a table, we count publications and what others change:
/// the number stands in the table's parameters, and each change that came after the one that wrote it adds one.
/// A table that we never published has Glue's number, counted from 1.
final class VersionNumber {
    private VersionNumber() {
    }

    static int of(Map<String, String> parameters, String versionId) {
        long glue = Math.max(0, Marks.number(versionId));
        long published = Marks.number(parameters.getOrDefault(Marks.VERSION, ""));
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, published > 0 && isOf(parameters, glue) ? published + changesSince(parameters, glue) : glue + 1));
    }

    /// Whether nobody has changed the table since it was published or described by us.
    static boolean isAsPublished(Map<String, String> parameters, String versionId) {
        return of(parameters, versionId) == Marks.number(parameters.getOrDefault(Marks.VERSION, ""));
    }

    /// The parameters may have come with a copy of another table.
    private static boolean isOf(Map<String, String> parameters, long glue) {
        return glue >= base(parameters) - 1;
    }

    private static long changesSince(Map<String, String> parameters, long glue) {
        return Math.max(0, glue - base(parameters));
    }

    /// Of a table that we made: 1, for there are services that count from 0 and some that count from 1.
    private static long base(Map<String, String> parameters) {
        return Math.max(1, Marks.number(parameters.getOrDefault(Marks.BASE, "")));
    }

    /// What the next state of the table is to be called.
    static String next(String versionId) {
        return Long.toString(Math.max(0, Marks.number(versionId)) + 1);
    }
}
