/// The catalog's tables in the embedded database: what they hold, and how they are searched. For a local lake they are the catalog itself,
/// for a catalog that stands elsewhere a copy of it. Decides nothing.
package io.wonderlake.catalog.index;
