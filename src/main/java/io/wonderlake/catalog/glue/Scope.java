package io.wonderlake.catalog.glue;

import java.util.List;

/// Which databases belong to the lake: names, or beginnings with `*` at the end; all where none is named.
record Scope(List<String> databases) {

    boolean includes(String database) {
        return databases.isEmpty() || databases.stream().map(TableReading::lower).anyMatch(pattern -> pattern.endsWith("*")
                ? database.startsWith(pattern.substring(0, pattern.length() - 1)) : database.equals(pattern));
    }
}
