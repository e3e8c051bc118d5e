package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.CatalogHit;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.catalog.index.CatalogReader;
import io.wonderlake.catalog.index.CatalogSearch;
import io.wonderlake.catalog.index.CatalogWriter;
import io.wonderlake.lake.Documents;
import io.wonderlake.lake.index.LakeIndex;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/// The copy of the catalog on this computer. Each entry knows when it was asked for, so that a late answer never overwrites a newer one.
/// Two processes may use it at once.
final class CatalogCopy implements AutoCloseable {
    private final Path file;
    private final String scope;
    private LakeIndex index;

    /// `scope` says what is copied and how; a copy of something else is thrown away.
    CatalogCopy(Path file, String scope) {
        this.file = file;
        this.scope = scope;
    }

    /// What was read of a table.
    ///
    /// @param asked when, in milliseconds since 1970
    record Seen(Known known, long asked) { }

    /// Opened at the first use, for it reads and writes files.
    synchronized LakeIndex index() {
        if (index == null) {
            LakeIndex opened = LakeIndex.openOrStartOver(file);
            opened.update(this::throwAwayStrange);
            index = opened;
        }
        return index;
    }

    private void throwAwayStrange(Handle handle) {
        if (handle.createQuery("select count(*) from glue_copy where scope <> :scope").bind("scope", scope).mapTo(Integer.class).one() > 0) {
            new CatalogWriter(handle).clear();
            List.of("glue_table", "glue_staged", "glue_partition_copy", "glue_partition", "glue_copy").forEach(table -> handle.execute("delete from " + table));
            new CatalogWriter(handle).countRevision();
        }
    }

    /// When the copy was whole last; empty when it never was.
    Optional<Instant> asOf() {
        return index().read(handle -> handle.createQuery("select max(as_of) from glue_copy").mapTo(Long.class).findOne()).map(Instant::ofEpochMilli);
    }

    List<String> databases() {
        return index().read(handle -> new CatalogReader(handle).databases());
    }

    List<Table> tables(String database) {
        return index().read(handle -> new CatalogReader(handle).tables(database));
    }

    Optional<Table> find(TableName name) {
        return index().read(handle -> new CatalogReader(handle).find(name));
    }

    List<CatalogHit> search(String words, int max) {
        return index().read(handle -> new CatalogSearch(handle).search(words, max));
    }

    long revision() {
        return index().read(handle -> new CatalogReader(handle).revision());
    }

    void countRevision() {
        index().update(handle -> new CatalogWriter(handle).countRevision());
    }

    /// How Glue spells a name; as it is where nothing else is known.
    TableName exact(TableName name) {
        return index().read(handle -> handle.createQuery("select exact_database, exact_name from glue_table where database = :database and name = :name")
                .bind("database", name.database()).bind("name", name.table()).map((row, _) -> new TableName(row.getString(1), row.getString(2))).findOne()).orElse(name);
    }

    /// Tables whose partition entries show another version than they should.
    List<TableName> late() {
        return index().read(handle -> handle.createQuery("select database, name from glue_table where late and table_id is not null")
                .map((row, _) -> new TableName(row.getString(1), row.getString(2))).list());
    }

    void put(Seen seen) {
        TableName name = seen.known().table().name();
        String print = seen.known().print();
        if (!index().read(handle -> print(handle, name)).filter(print::equals).isPresent()) {
            index().update(handle -> {
                if (seenAt(handle, name) <= seen.asked()) {
                    put(handle, seen.known().table(), seen.known().exact(), print, seen.known().isLate(), seen.asked());
                    new CatalogWriter(handle).countRevision();
                }
            });
        }
    }

    /// The table was not there when it was asked for.
    void remove(TableName name, long asked) {
        if (index().read(handle -> print(handle, name)).isPresent()) {
            index().update(handle -> {
                if (seenAt(handle, name) <= asked) {
                    remove(handle, name, asked);
                    new CatalogWriter(handle).countRevision();
                }
            });
        }
    }

    static Optional<String> print(Handle handle, TableName name) {
        return handle.createQuery("select print from glue_table where database = :database and name = :name and table_id is not null")
                .bind("database", name.database()).bind("name", name.table()).mapTo(String.class).findOne();
    }

    static long seenAt(Handle handle, TableName name) {
        return handle.createQuery("select seen from glue_table where database = :database and name = :name")
                .bind("database", name.database()).bind("name", name.table()).mapTo(Long.class).findOne().orElse(0L);
    }

    static void put(Handle handle, Table table, TableName exact, String print, boolean late, long asked) {
        CatalogWriter writer = new CatalogWriter(handle);
        writer.drop(table.name());
        long id = writer.tableId(table.name());
        writer.addVersion(id, table, "");
        writer.makeCurrent(id, table.version());
        writer.settle(id, table.version(), "");
        writer.addTerms(id, table);
        handle.execute("insert or replace into glue_table (database, name, table_id, exact_database, exact_name, print, late, seen) values (?, ?, ?, ?, ?, ?, ?, ?)",
                table.name().database(), table.name().table(), id, exact.database(), exact.table(), print, late, asked);
    }

    static void remove(Handle handle, TableName name, long asked) {
        new CatalogWriter(handle).drop(name);
        handle.execute("update glue_table set seen = ? where database = ? and name = ?", asked, name.database(), name.table());
    }

    static Table read(String body) {
        return Documents.readJson(body, Table.class, "table");
    }

    String scope() {
        return scope;
    }

    @Override
    public synchronized void close() {
        if (index != null) {
            index.close();
            index = null;
        }
    }
}
