package io.wonderlake.engine.duckdb;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Files to read as one relation.
///
/// @param columns columns in the files
/// @param partitionColumns columns whose values stand in the folders' names
/// @param partitions for each file the values of the partition columns, by name
/// @param drifting whether older files may lack columns
record Source(List<Path> files, StorageFormat format, List<Column> columns, List<Column> partitionColumns, List<Map<String, String>> partitions,
        boolean drifting) { }
