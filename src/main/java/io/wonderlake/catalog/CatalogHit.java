package io.wonderlake.catalog;

import java.util.Optional;

/// A table, or one column of it, that a search found.
public record CatalogHit(Table table, Optional<Column> column) { }
