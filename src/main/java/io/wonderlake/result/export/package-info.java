/// Writes rows out of Wonderlake: text, JSON, workbooks. Memory is bounded whatever the number of rows.
package io.wonderlake.result.export;
