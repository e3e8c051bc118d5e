package io.wonderlake.catalog.glue;

import java.util.Map;
import software.amazon.awssdk.services.glue.model.Table;

/// Our number of a state of a table, from Glue's. Glue counts every change of a table, we count publications and what others change:
/// the number stands in the table's parameters, and each change that came after the one that wrote it adds one.
/// A table that we never published has Glue's number, counted from 1.
final class VersionNumber {
    private VersionNumber() {
    }

    static int of(Table table, String versionId) {
        Map<String, String> parameters = TableReading.parameters(table.parameters());
        long glue = Math.max(0, Marks.number(versionId));
        long base = Math.max(0, Marks.number(parameters.getOrDefault(Marks.BASE, "")));
        long published = published(parameters);
        // the parameters may have come with a copy of another table
        boolean ours = published > 0 && glue >= base - 1;
        return Math.toIntExact(Math.min(Integer.MAX_VALUE, ours ? published + Math.max(0, glue - base) : glue + 1));
    }

    /// Whether nobody has changed the table since it was published or described by us.
    static boolean isAsPublished(Table table, String versionId) {
        return of(table, versionId) == published(TableReading.parameters(table.parameters()));
    }

    private static long published(Map<String, String> parameters) {
        return Marks.number(parameters.getOrDefault(Marks.VERSION, ""));
    }

    /// What Glue calls the state after this one.
    static String next(String versionId) {
        return Long.toString(Math.max(0, Marks.number(versionId)) + 1);
    }

    /// What Glue calls the first state of a table. Emulators count from 1.
    static String first(boolean emulated) {
        return emulated ? "1" : "0";
    }
}
