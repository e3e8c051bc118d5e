package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.StorageFormat;
import java.util.Arrays;
import java.util.Optional;

/// Tables whose rows are not simply the files in their folders.
enum Unlisted {
    VIEW("View"), LINK("Link"), ICEBERG("Iceberg"), DELTA("Delta"), HUDI("Hudi");

    private final String label;

    Unlisted(String label) {
        this.label = label;
    }

    StorageFormat.Other format() {
        return new StorageFormat.Other(label);
    }

    /// Whether it has files, of which only its own metadata says which count.
    boolean hasFiles() {
        return this != VIEW && this != LINK;
    }

    static Optional<Unlisted> of(StorageFormat format) {
        return Arrays.stream(values()).filter(each -> each.format().equals(format)).findFirst();
    }

    /// By the parameter in which each program names its tables, and the class that Hudi reads them with.
    static Optional<Unlisted> named(String kind, String inputFormat) {
        if (inputFormat != null && inputFormat.contains("Hoodie")) {
            return Optional.of(HUDI);
        }
        return Arrays.stream(values()).filter(each -> each.hasFiles() && each.label.equalsIgnoreCase(kind)).findFirst();
    }
}
