package io.wonderlake.result;

import io.wonderlake.catalog.Column;
import java.util.List;

/// One answer in the store; may still grow. Safe for several threads.
public interface StoredResult {

    List<Column> columns();

    /// Rows that can be read now.
    long rows();

    boolean complete();

    /// Whether it was cut at the row limit of its landing.
    boolean cut();

    /// Rows `from` to `from + count - 1` (0-based), fewer at the end. Blocks for a few milliseconds.
    List<Object[]> page(long from, int count);

    /// Frees its space.
    void discard();
}
