package io.wonderlake.catalog;

import io.wonderlake.work.Job;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The tables of a lake. Safe for several threads and for two processes at once; each call sees what was published before it began. A catalog
/// that stands elsewhere may answer lists and searches from a copy: it then sees its own publications at once, those of others after a `refresh`.
///
/// - Lists are sorted by name. A database exists through its tables.
/// - `publish` is one step: a reader sees the version before it or the version after it, with exactly its files.
/// - Old versions stay readable until retention removes them.
public interface Catalog {

    List<String> databases();

    /// The current version of each table of a database; an unknown database has none.
    List<Table> tables(String database);

    Optional<Table> find(TableName name);

    Optional<Table> findVersion(TableName name, int version);

    /// All versions, newest first.
    List<Table> versions(TableName name);

    /// The files of a version in path order. `partition` narrows: a file is left out when one of its values differs from the one given.
    List<DataFile> files(TableName name, int version, Map<String, String> partition);

    /// Partitions of a version in the order of their values; at most `max`, after skipping `offset`. A table without partition columns has none.
    List<Partition> partitions(TableName name, int version, int offset, int max);

    /// Adds the draft as the next version and makes it the current one. `expected` is the version that the caller saw as current
    /// (0 for none); when another has come since, nothing changes and the call fails with `CONFLICT`.
    Table publish(TableDraft draft, int expected);

    /// Takes an old version out of the catalog, for retention. Its files stay; the current version, or one that is not there, changes nothing.
    void forget(TableName name, int version);

    /// Changes what people wrote about a table; makes no version. It stays over later publications.
    void describe(TableName name, String description, String owner);

    /// Takes the table out of the catalog with all versions. Files stay.
    void drop(TableName name);

    /// Tables and columns whose name or description has every word of `words` (as a part, without case), best first.
    /// Of a column, some of the words may stand in its table's name.
    List<CatalogHit> search(String words, int max);

    /// Grows with each change that any process makes, so that a view can tell whether it is stale.
    long revision();

    /// How old the copy is that lists and searches are answered from; empty for a catalog that needs no copy.
    default Optional<Instant> asOf() {
        return Optional.empty();
    }

    /// Brings the copy up to date; returns at once where there is none.
    default void refresh(Job job) {
    }
}
