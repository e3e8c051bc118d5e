package io.wonderlake.pipeline;

import io.wonderlake.catalog.Column;
import java.util.List;

/// A page of the rows that a step put into quarantine: place columns first (`source`, `file`, `column`, `value`, `reason`), then the row as it came.
///
/// @param total rows in quarantine for the step, on all pages
public record BadRows(List<Column> columns, List<Object[]> rows, long total) { }
