package io.wonderlake.lake;

import java.time.Instant;

/// An object as a listing shows it: no call per object was needed for it.
///
/// @param size bytes
/// @param tag changes whenever the content does; empty where the store has none
/// @param storageClass as the store names it: `STANDARD`, `GLACIER`; empty where there is only one
public record ObjectEntry(ObjectPath path, long size, Instant modified, String tag, String storageClass) {

    public ObjectEntry(ObjectPath path, long size, Instant modified) {
        this(path, size, modified, "", "");
    }
}
