package io.wonderlake.engine.duckdb;

import com.fasterxml.jackson.databind.JsonNode;
import io.wonderlake.catalog.TableName;
import java.util.List;

/// A place in a statement that names a table of a database.
///
/// @param alias what its columns may be qualified with; the table's own name where there is none
/// @param conditions what the rows must fulfil, as syntax trees joined by AND, from the WHERE of the same SELECT
/// @param joined whether other tables stand beside it
record Named(TableName name, String alias, List<JsonNode> conditions, boolean joined) { }
