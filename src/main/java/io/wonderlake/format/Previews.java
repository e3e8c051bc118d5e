package io.wonderlake.format;

import io.wonderlake.engine.EngineSession;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.util.List;

/// Makes the rows of an object readable on this computer, without fetching more of it than the first rows need.
public interface Previews {

    /// Finds out what the object is, and blocks until its first rows can be read. An object that is no table, or is damaged as far as it was
    /// looked at, ends in a `BAD_INPUT` failure.
    Preview open(ObjectPath path, Job job);

    /// What can be shown of an object.
    ///
    /// @param file the object's file, a copy of it, or its beginning
    /// @param whole whether `file` holds all rows
    record Preview(Path file, FileFacts facts, boolean whole) {

        /// The SELECT that gives the rows.
        public String sql(EngineSession session) {
            return "select * from " + session.relation(List.of(file), facts.storage(), facts.columns());
        }
    }
}
