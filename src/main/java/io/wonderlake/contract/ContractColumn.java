package io.wonderlake.contract;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a contract says of one column.
///
/// @param name in the curated table
/// @param fileName header or JSON key in the files; the same as `name` in most cases
/// @param type in the curated table
/// @param inFile whether the files have it; otherwise it is derived
/// @param required a row without it is rejected
/// @param format java-style pattern of dates and timestamps; empty for ISO
/// @param maxLength in characters
/// @param minimum smallest value, as text of the column's type
/// @param maximum largest value, as text of the column's type
/// @param pattern regular expression that the whole value must match
/// @param allowedValues empty for any
/// @param nullWhen values that mean "unknown"; they become null and are counted
/// @param reportNull whether nulls of the file itself are counted
/// @param references the column that every value must stand in; orphans are a warning
/// @param derive SQL expression over the other columns that gives the value
public record ContractColumn(
        String name,
        String fileName,
        ColumnType type,
        String description,
        boolean inFile,
        boolean primaryKey,
        boolean required,
        Optional<String> format,
        OptionalInt maxLength,
        Optional<String> minimum,
        Optional<String> maximum,
        Optional<String> pattern,
        List<String> allowedValues,
        List<String> nullWhen,
        boolean reportNull,
        Optional<ColumnReference> references,
        Optional<String> derive) {

    public ContractColumn {
        allowedValues = List.copyOf(allowedValues);
        nullWhen = List.copyOf(nullWhen);
    }

    public Column column() {
        return new Column(name, type, description);
    }

    boolean mayBeEmpty() {
        return !required && !primaryKey;
    }
}
