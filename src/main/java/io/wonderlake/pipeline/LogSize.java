package io.wonderlake.pipeline;

/// How long a log is, as far as that is known.
///
/// @param lines those that can be read now
/// @param more whether there are lines already that are not yet counted: ask again
public record LogSize(long lines, boolean more) { }
