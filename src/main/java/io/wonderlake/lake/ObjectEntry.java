package io.wonderlake.lake;

import java.time.Instant;

/// An object as a listing shows it: no call per object was needed for it.
///
/// @param size bytes
public record ObjectEntry(ObjectPath path, long size, Instant modified) { }
