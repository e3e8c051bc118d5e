/// Athena as a query engine: statements are started, followed and stopped over its API, and results are read as the one S3 object that it
/// leaves, or in pages where it leaves none. Knows no other engine.
package io.wonderlake.engine.athena;
