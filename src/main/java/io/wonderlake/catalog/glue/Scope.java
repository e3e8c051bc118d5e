package io.wonderlake.catalog.glue;

import io.wonderlake.lake.LakeProfile;
import java.util.List;

/// Which databases belong to the lake: names, or beginnings with `*` at the end; all where none is named.
record Scope(List<String> databases) {

    Scope {
        databases = databases.stream().map(TableReading::lower).toList();
    }

    boolean includes(String database) {
        return LakeProfile.includes(databases, database);
    }
}
