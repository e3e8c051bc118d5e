package io.wonderlake.catalog;

import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// One version of a table, as the catalog knows it.
///
/// @param columns the columns in the files, without the partition columns
/// @param partitionColumns columns whose values stand in the folders' names (`key=value`), outermost first
/// @param location the folder of this version's files; empty where they stand outside the lake's tiers (the property `location` says where), or
///   where the table has none of its own, as a view
/// @param version counts from 1; a new one for each publication and each change of columns
/// @param description for people; may be empty
/// @param owner team or mail address; may be empty
/// @param rows -1 when nobody has counted them
/// @param bytes of all files; -1 when nobody has summed them
/// @param files how many; -1 when nobody has counted them
/// @param updated when this version was published
/// @param properties free facts, such as `contract`, `model`, `contentHash`, `run`
public record Table(
        TableName name,
        Tier tier,
        List<Column> columns,
        List<Column> partitionColumns,
        StorageFormat format,
        Optional<Prefix> location,
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

    /// Key of the property that says where the files of a table stand that has no place in the lake's tiers.
    public static final String LOCATION = "location";

    /// Where its files stand, for people: a folder of the lake, or a URI; empty for a table without files.
    public String place() {
        return location.map(Prefix::toString).orElse(properties.getOrDefault(LOCATION, ""));
    }

    /// The columns as a query sees them: those of the files, then the partition columns.
    public List<Column> allColumns() {
        return Stream.concat(columns.stream(), partitionColumns.stream()).toList();
    }
}
