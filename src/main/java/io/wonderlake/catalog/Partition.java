package io.wonderlake.catalog;

import java.util.Map;

/// One partition of a table version, summed over its files.
///
/// @param values partition column to value, in the columns' order
/// @param files -1 when unknown, as are the bytes
/// @param rows -1 when unknown
public record Partition(Map<String, String> values, int files, long bytes, long rows) { }
