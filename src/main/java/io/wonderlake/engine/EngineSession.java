package io.wonderlake.engine;

import java.util.List;
import java.nio.file.Path;

/// A private, unlocked connection to the local engine, for pipelines: makes staging tables and writes Parquet. Used by one thread.
/// Cancelling the job that it was opened for stops the running statement.
public interface EngineSession extends AutoCloseable {

    /// Runs a statement that gives no rows. Catalog tables can be named. Returns the rows changed, or -1.
    long execute(String sql);

    /// Runs a query and gives all rows; for small answers only.
    List<Object[]> rows(String sql);

    QueryRun query(String sql);

    /// Writes the answer of a SELECT as Parquet files (zstd) into an empty folder, `key=value` folders for the partition columns
    /// (which then do not stand in the files), and syncs them to the disk. The same rows give equal content, whatever the file split.
    List<WrittenFile> writeParquet(String select, Path folder, List<String> partitionBy);

    /// Columns of a SELECT without running it.
    List<io.wonderlake.catalog.Column> describe(String select);

    /// The SQL that reads files as a relation, to stand after FROM: each file's rows with the given columns.
    /// Where `_row` is among them, a text, JSON, Avro or XLSX file comes through its exact reader, with `_row`, `_bad` and `_sheet`.
    String relation(List<Path> files, io.wonderlake.catalog.StorageFormat format, List<io.wonderlake.catalog.Column> columns);

    @Override
    void close();

    /// A file that `writeParquet` made.
    ///
    /// @param partition values of the partition columns
    record WrittenFile(Path file, java.util.Map<String, String> partition, long size, long rows) { }
}
