/// The embedded database of a lake: an index and a run log beside the files, safe for several threads and processes. Other packages
/// bring their tables as numbered migrations. Knows nothing of what they store.
package io.wonderlake.lake.index;
