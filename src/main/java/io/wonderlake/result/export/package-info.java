/// Writes rows out of Wonderlake: text, JSON, workbooks, Parquet. Memory is bounded whatever the number of rows.
package io.wonderlake.result.export;
