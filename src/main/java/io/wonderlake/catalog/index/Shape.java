package io.wonderlake.catalog.index;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.Table;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the index keeps of a table version as one text, because it is only ever read whole.
record Shape(Tier tier, List<Column> columns, List<Column> partitionColumns, StorageFormat format, Optional<Prefix> location, Map<String, String> properties) {

    static Shape of(Table table) {
        return new Shape(table.tier(), table.columns(), table.partitionColumns(), table.format(), table.location(), table.properties());
    }
}
