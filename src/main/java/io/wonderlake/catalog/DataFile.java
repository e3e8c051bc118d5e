package io.wonderlake.catalog;

import io.wonderlake.lake.ObjectPath;
import java.util.Map;

/// One file of a table version.
///
/// @param partition values of the partition columns, in their order; empty for a table without partitions
/// @param size bytes
/// @param rows -1 when nobody has counted them
public record DataFile(ObjectPath path, Map<String, String> partition, long size, long rows) { }
