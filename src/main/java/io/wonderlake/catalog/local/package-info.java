/// The catalog of a local lake: answers come from the lake's index, and each publication is also left beside the table's files, so that
/// the index can be made anew from them. Knows no engine.
package io.wonderlake.catalog.local;
