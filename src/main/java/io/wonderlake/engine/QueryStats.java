package io.wonderlake.engine;

import java.time.Duration;

/// What a statement took.
///
/// @param filesRead files that the engine was given after pruning
/// @param filesTotal files of the tables that the statement names
/// @param bytesRead size of the files read; an upper bound where the engine reads only parts
/// @param elapsed from the start of the call to now, or to the last row
public record QueryStats(int filesRead, int filesTotal, long bytesRead, Duration elapsed) { }
