package io.wonderlake.ui.query;

import io.wonderlake.catalog.ColumnType;
import java.util.Optional;

/// One line of the completion list.
///
/// @param text what is written into the editor
/// @param detail what stands at the right: type, table, number of rows
/// @param type the column's type; empty for what is no column
record Suggestion(Kind kind, String text, String detail, Optional<ColumnType> type) {

    /// What is offered; the order is the order of the list.
    enum Kind { PARTITION, COLUMN, TABLE, DATABASE, FUNCTION, KEYWORD }
}
