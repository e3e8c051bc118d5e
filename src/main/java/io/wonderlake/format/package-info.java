/// What a file is, and how to read it: kinds, encodings, dialects, columns, and what is wrong with it.
///
/// A [io.wonderlake.format.FileProbe] looks at a file; the readers of [io.wonderlake.format.FileReaders] give its rows to engines.
/// Both take any file at all: each ends in rows or in a failure that names the place, and memory stays bounded.
/// Knows no catalog of tables and no window.
package io.wonderlake.format;
