package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Partition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A partition as Glue lists it.
///
/// @param values in the order of the table's partition columns
/// @param location URI of its folder
record Entry(List<String> values, String location, int files, long bytes, long rows) {

    static Entry of(software.amazon.awssdk.services.glue.model.Partition glue) {
        Map<String, String> parameters = TableReading.parameters(glue.parameters());
        String location = glue.storageDescriptor() == null ? "" : TableReading.text(glue.storageDescriptor().location());
        return new Entry(glue.values(), location, (int) Math.min(Integer.MAX_VALUE, Marks.count(parameters, Marks.FILES, "objectCount")),
                Marks.count(parameters, Marks.BYTES, "sizeKey"), Marks.count(parameters, Marks.ROWS, "recordCount"));
    }

    Partition partition(List<Column> columns) {
        return new Partition(named(columns), files, bytes, rows);
    }

    /// An entry from before the table's partition columns were changed may have too few values.
    Map<String, String> named(List<Column> columns) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
            named.put(columns.get(i).name(), values.get(i));
        }
        return Collections.unmodifiableMap(named);
    }
}
