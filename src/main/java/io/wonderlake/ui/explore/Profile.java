package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Column;
import java.util.List;
import java.util.Optional;

/// What the values of a column are like, over the whole table.
///
/// @param numbers for columns of numbers
/// @param least smallest value as text; empty where that says nothing
/// @param most largest value as text
/// @param bars counts of a histogram from the smallest to the largest value; empty for other columns
/// @param top the most frequent values; empty for columns with a histogram
public record Profile(
        Column column,
        long rows,
        long nulls,
        long distinct,
        Optional<Numbers> numbers,
        String least,
        String most,
        List<Long> bars,
        List<Frequent> top) {

    public Profile {
        bars = List.copyOf(bars);
        top = List.copyOf(top);
    }

    public record Numbers(double mean, double median, double high) { }

    /// A value and how many rows have it.
    public record Frequent(String value, long rows) { }
}
