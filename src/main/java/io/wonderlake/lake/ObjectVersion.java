package io.wonderlake.lake;

import java.time.Instant;

/// One kept version of a raw object.
///
/// @param id opaque; newest versions sort first in a list of them
/// @param current whether it is what a plain read gives
public record ObjectVersion(ObjectPath path, String id, long size, Instant modified, boolean current) { }
