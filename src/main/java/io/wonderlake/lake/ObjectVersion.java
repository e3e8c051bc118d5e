package io.wonderlake.lake;

import java.time.Instant;
import java.util.Optional;

/// One kept version of an object.
///
/// @param id opaque; newest versions stand first in a list of them
/// @param current whether it is what a plain read gives
/// @param deleted when a deletion ended this version; empty where another version took its place, and where the store does not remember
public record ObjectVersion(ObjectPath path, String id, long size, Instant modified, boolean current, Optional<Instant> deleted) {

    public ObjectVersion(ObjectPath path, String id, long size, Instant modified, boolean current) {
        this(path, id, size, modified, current, Optional.empty());
    }
}
