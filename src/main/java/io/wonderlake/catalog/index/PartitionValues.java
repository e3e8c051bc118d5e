package io.wonderlake.catalog.index;

import java.util.LinkedHashMap;

/// Partition column to value, in the columns' order, as the index stores them.
final class PartitionValues extends LinkedHashMap<String, String> { }
