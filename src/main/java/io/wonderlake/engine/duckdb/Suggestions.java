package io.wonderlake.engine.duckdb;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what somebody meant who named a table that is not there.
final class Suggestions {
    private static final Pattern MISSING = Pattern.compile("(?:Table|Schema) with name \"?([^\"]+?)\"? does not exist");
    private static final int MAX_DISTANCE = 4;

    private final Catalog catalog;

    Suggestions(Catalog catalog) {
        this.catalog = catalog;
    }

    /// The same failure in our words when it is about a missing table; otherwise the failure as it is.
    FailureException improve(FailureException failed, List<Named> tables) {
        Failure failure = failed.failure();
        Matcher missing = MISSING.matcher(failure.detail().orElse(""));
        if (!missing.find()) {
            return failed;
        }
        String name = tables.stream().map(table -> table.name().toString())
                .filter(table -> table.equalsIgnoreCase(missing.group(1))).findFirst().orElse(missing.group(1));
        Failure better = nearest(name)
                .map(near -> Failure.of(Failure.Kind.NOT_FOUND, "failure.engine.table.near", name, near))
                .orElseGet(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.engine.table", name));
        return new Failure(better.kind(), better.message(), better.advice(), failure.detail(), failure.position(), failure.origin()).exception();
    }

    private Optional<TableName> nearest(String wanted) {
        String lower = wanted.toLowerCase(java.util.Locale.ROOT);
        boolean bare = lower.indexOf('.') < 0;
        return catalog.databases().stream().flatMap(database -> catalog.tables(database).stream()).map(Table::name)
                .filter(name -> distance(lower, bare ? name.table() : name.toString()) <= limit(lower))
                .min(Comparator.comparingInt(name -> distance(lower, bare ? name.table() : name.toString())));
    }

    private static int limit(String wanted) {
        return Math.min(MAX_DISTANCE, wanted.length() / 3);
    }

    /// Letters to add, drop or change.
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
