package io.wonderlake.contract;

import io.wonderlake.catalog.TableName;
import io.wonderlake.work.Failure;

/// A column of another table that a contract's column points to.
public record ColumnReference(TableName table, String column) {

    /// Reads `tickit_curated.venue.venueid`.
    static ColumnReference parse(String text, String file) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.contract.reference", file, text).exception();
        }
        return new ColumnReference(new TableName(parts[0], parts[1]), parts[2]);
    }

    @Override
    public String toString() {
        return table + "." + column;
    }
}
