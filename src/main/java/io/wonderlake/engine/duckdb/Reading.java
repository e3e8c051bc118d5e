package io.wonderlake.engine.duckdb;

import java.util.List;

/// What the engine's own parser says of a statement.
///
/// @param readOnly whether it can change nothing
/// @param tables the places where it names tables
record Reading(boolean readOnly, List<Named> tables) { }
