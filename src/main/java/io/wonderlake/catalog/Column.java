package io.wonderlake.catalog;

/// A column of a table or of a result.
///
/// @param comment what it means, for people; may be empty
public record Column(String name, ColumnType type, String comment) {
    public Column(String name, String type) {
        this(name, new ColumnType(type), "");
    }
}
