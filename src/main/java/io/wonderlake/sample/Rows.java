package io.wonderlake.sample;

/// The lines of a generated text file.
interface Rows {
    long count();

    /// Appends line `row` (from 0) with its line end. Any line may be asked for, in any order.
    void append(long row, StringBuilder out);
}
