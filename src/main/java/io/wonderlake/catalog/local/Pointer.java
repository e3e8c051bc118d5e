package io.wonderlake.catalog.local;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Documents;
import io.wonderlake.lake.ObjectPath;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Says beside a table's files which version is the current one, and what people wrote about the table.
///
/// @param versions the definitions of all versions, newest first
/// @param described what stands instead of the definitions' description and owner
record Pointer(TableName name, int version, List<VersionFile> versions, Optional<Described> described) {

    Pointer {
        Objects.requireNonNull(name, "name");
        versions = List.copyOf(versions);
        described = described == null ? Optional.empty() : described;
    }

    /// @param definition object path as text
    record VersionFile(int version, String definition) { }

    record Described(String description, String owner) { }

    String json() {
        return Documents.writeJson(this);
    }

    static Pointer read(String json, ObjectPath place) {
        return Documents.readJson(json, Pointer.class, place.toString());
    }
}
