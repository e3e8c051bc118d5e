package io.wonderlake.catalog;

import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import java.util.List;
import java.util.Map;

/// What a publication hands to the catalog: everything of a [Table] that the catalog does not decide itself.
public record TableDraft(
        TableName name,
        Tier tier,
        List<Column> columns,
        List<Column> partitionColumns,
        StorageFormat format,
        Prefix location,
        String description,
        String owner,
        List<DataFile> files,
        Map<String, String> properties) { }
