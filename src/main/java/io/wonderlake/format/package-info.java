/// What a file is, and how to read it: kinds, encodings, dialects, columns, and what is wrong with it. Knows no catalog of tables and no window.
package io.wonderlake.format;
