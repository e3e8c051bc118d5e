package io.wonderlake.format;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Makes the rows of an object readable on this computer, without fetching more of it than the first rows need.
public interface Previews {
    /// How many rows are usual.
    long ROWS = 1_000;

    /// Finds out what the object is, and blocks until `rows` of its rows can be read, or all that there are. Gives fewer where that many would take
    /// too much of a large object. An object that is no table, or is damaged as far as it was looked at, ends in a `BAD_INPUT` failure.
    Preview open(ObjectPath path, long rows, Job job);

    default Preview open(ObjectPath path, Job job) {
        return open(path, ROWS, job);
    }

    /// What can be shown of an object.
    ///
    /// @param file the object's file, a copy of it, or its beginning
    /// @param facts of the whole object: its rows are -1 where only reading all of it could tell; the bad rows are those of what was read
    /// @param rows how many can be read from `file`
    /// @param whole whether these are all rows of the object
    /// @param fetched bytes that had to be got for it just now; 0 where they were here already
    record Preview(Path file, FileFacts facts, long rows, boolean whole, long fetched) {
        private static final Column NUMBER = new Column("file_row_number", "bigint");

        /// The SELECT that gives the rows. Of a Parquet file that is here in parts, it touches no other part.
        public String sql(EngineSession session) {
            if (whole || !(facts.storage() instanceof StorageFormat.Parquet)) {
                return "select * from " + session.relation(List.of(file), facts.storage(), facts.columns());
            }
            List<Column> numbered = new ArrayList<>(facts.columns());
            numbered.add(NUMBER);
            String names = facts.columns().stream().map(column -> '"' + column.name().replace("\"", "\"\"") + '"').collect(Collectors.joining(", "));
            return "select " + names + " from " + session.relation(List.of(file), facts.storage(), numbered) + " where " + NUMBER.name() + " < " + rows;
        }
    }
}
