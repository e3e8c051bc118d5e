package io.wonderlake.format;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import java.util.List;

/// What a look at a file found.
///
/// @param storage how to read it as a table
/// @param compression `gzip`, `zstd` or empty
/// @param columns names and types, in file order
/// @param rows data rows in the file, counted
/// @param badRows rows that do not fit the columns (too many or too few fields, not JSON…), counted
/// @param problems the first of the bad rows, each with its place; at most 100
/// @param sheets the workbook's sheets; empty for other files
/// @param bytes size of the file as it lies there
public record FileFacts(
        StorageFormat storage,
        String compression,
        List<Column> columns,
        long rows,
        long badRows,
        List<RowProblem> problems,
        List<String> sheets,
        long bytes) { }
