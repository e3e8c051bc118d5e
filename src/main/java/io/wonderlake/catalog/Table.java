package io.wonderlake.catalog;

import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// One version of a table, as the catalog knows it.
///
/// @param columns the columns in the files, without the partition columns
/// @param partitionColumns columns whose values stand in the folders' names (`key=value`), outermost first
/// @param location the folder of this version's files
/// @param version counts from 1; a new one for each publication and each change of columns
/// @param description for people; may be empty
/// @param owner team or mail address; may be empty
/// @param rows -1 when nobody has counted them
/// @param bytes of all files
/// @param updated when this version was published
/// @param properties free facts, such as `contract`, `model`, `contentHash`, `run`
public record Table(
        TableName name,
        Tier tier,
        List<Column> columns,
        List<Column> partitionColumns,
        StorageFormat format,
        Prefix location,
        int version,
        String description,
        String owner,
        long rows,
        long bytes,
        int files,
        Instant updated,
        Map<String, String> properties) {

    public Table {
        columns = List.copyOf(columns);
        partitionColumns = List.copyOf(partitionColumns);
        properties = Map.copyOf(properties);
    }

    /// The columns as a query sees them: those of the files, then the partition columns.
    public List<Column> allColumns() {
        return java.util.stream.Stream.concat(columns.stream(), partitionColumns.stream()).toList();
    }
}
