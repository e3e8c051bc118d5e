package io.wonderlake.engine;

import io.wonderlake.catalog.Column;
import io.wonderlake.work.Job;
import java.util.List;

/// What an engine can read beside the lake's catalog: its own schemas with their tables and views. Asking costs nothing, but may take a
/// moment: not for the UI thread. Names come in alphabetical order, columns in their own.
public interface Schemas {

    /// The schemas that the user can see; none of the engine's own bookkeeping.
    List<Schema> schemas(Job job);

    /// The tables and views of a schema; empty when there is no such schema.
    List<Relation> relations(String schema, Job job);

    /// The columns of a table or view; empty when there is no such thing.
    List<Column> columns(String schema, String relation, Job job);

    /// A schema.
    ///
    /// @param source what an external or shared schema stands for, such as the database of a catalog; empty for one that holds its tables itself
    record Schema(String name, Place place, String source) { }

    /// Where the tables of a schema lie.
    enum Place { INSIDE, EXTERNAL, SHARED }

    /// A table or view, which a statement names as `schema.name`.
    ///
    /// @param comment what it means, for people; may be empty
    record Relation(String schema, String name, Kind kind, String comment) { }

    /// What stands behind a name.
    enum Kind { TABLE, VIEW, EXTERNAL_TABLE }
}
