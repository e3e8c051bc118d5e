package io.wonderlake.work;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/// Finds what somebody meant who wrote a name slightly wrong.
public final class Spelling {
    private static final int MAX_DISTANCE = 4;

    private Spelling() {
    }

    /// The candidate whose name is nearest to what was written, unless all are too different.
    public static <T> Optional<T> nearest(String wanted, Collection<T> candidates, Function<T, String> name) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        int limit = Math.min(MAX_DISTANCE, Math.max(1, lower.length() / 3));
        return candidates.stream().filter(candidate -> distance(lower, name.apply(candidate).toLowerCase(Locale.ROOT)) <= limit)
                .min(Comparator.comparingInt(candidate -> distance(lower, name.apply(candidate).toLowerCase(Locale.ROOT))));
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
