/// The engine on this computer: DuckDB, locked to the lake's folders. Catalog tables appear in each statement's own private database
/// as views over exactly the files that the statement needs. The only place that knows DuckDB as an engine.
package io.wonderlake.engine.duckdb;
