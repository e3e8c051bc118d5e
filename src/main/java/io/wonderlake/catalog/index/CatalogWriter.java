package io.wonderlake.catalog.index;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.Partition;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableDraft;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Documents;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The catalog's changes to the index, within one transaction.
public final class CatalogWriter {
    private final Handle handle;

    public CatalogWriter(Handle handle) {
        this.handle = handle;
    }

    /// Makes sure that the table has a row, and gives its id.
    public long tableId(TableName name) {
        handle.execute("insert into catalog_table (database, name, version) values (?, ?, 0) on conflict do nothing", name.database(), name.table());
        return handle.createQuery("select id from catalog_table where database = :database and name = :name")
                .bind("database", name.database()).bind("name", name.table()).mapTo(Long.class).one();
    }

    /// Adds a version; it is not the current one yet. `definition` is the object that says the same; may be empty. Gives the version's id.
    public long addVersion(long table, Table version, String definition) {
        handle.execute("""
                insert into catalog_version (table_id, version, definition, shape, description, owner, row_count, bytes, files, updated)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                table, version.version(), definition, Documents.writeJson(Shape.of(version)), version.description(), version.owner(),
                version.rows(), version.bytes(), version.files(), version.updated().toEpochMilli());
        return handle.createQuery("select last_insert_rowid()").mapTo(Long.class).one();
    }

    /// Adds the files of a version.
    public void addFiles(long version, TableDraft draft) {
        addFiles(version, draft.files(), draft.partitionColumns().isEmpty() ? Map.of() : addPartitions(version, draft));
    }

    private Map<Map<String, String>, Long> addPartitions(long version, TableDraft draft) {
        Map<Map<String, String>, Long> ids = new HashMap<>();
        List<Partition> partitions = Partitions.of(draft);
        for (int position = 0; position < partitions.size(); position++) {
            Partition partition = partitions.get(position);
            handle.execute("insert into catalog_partition (version_id, position, partition_values, files, bytes, row_count) values (?, ?, ?, ?, ?, ?)",
                    version, position, Documents.writeJson(partition.values()), partition.files(), partition.bytes(), partition.rows());
            ids.put(partition.values(), handle.createQuery("select last_insert_rowid()").mapTo(Long.class).one());
        }
        return ids;
    }

    private void addFiles(long version, List<DataFile> files, Map<Map<String, String>, Long> partitions) {
        if (files.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("insert into catalog_file (version_id, path, partition_id, size, row_count) values (?, ?, ?, ?, ?)");
        for (DataFile file : files) {
            batch.add(version, file.path().toString(), partitions.get(file.partition()), file.size(), file.rows());
        }
        batch.execute();
    }

    public void makeCurrent(long table, int version) {
        handle.execute("update catalog_table set version = ? where id = ?", version, table);
    }

    /// Whether there was such a version, and it was not the current one.
    public boolean forget(TableName name, int version) {
        return handle.execute("""
                delete from catalog_version where version = ? and table_id in
                (select id from catalog_table where database = ? and name = ? and version <> ?)""", version, name.database(), name.table(), version) > 0;
    }

    public void describe(long table, String description, String owner) {
        handle.execute("update catalog_table set described = 1, description = ?, owner = ?, settled = 0 where id = ?", description, owner, table);
    }

    public void settle(long table, int version, String pointer) {
        handle.execute("update catalog_table set settled = ?, pointer = ? where id = ?", version, pointer, table);
    }

    public void unsettle(TableName name) {
        handle.execute("update catalog_table set settled = 0 where database = ? and name = ?", name.database(), name.table());
    }

    /// Where the table's pointer was written last.
    public Optional<String> pointer(TableName name) {
        return handle.createQuery("select pointer from catalog_table where database = :database and name = :name")
                .bind("database", name.database()).bind("name", name.table()).mapTo(String.class).findOne();
    }

    public void drop(TableName name) {
        handle.execute("delete from catalog_table where database = ? and name = ?", name.database(), name.table());
    }

    public void clear() {
        handle.execute("delete from catalog_table");
    }

    public int countTables() {
        return handle.createQuery("select count(*) from catalog_table").mapTo(Integer.class).one();
    }

    public void countRevision() {
        handle.execute("update catalog_state set revision = revision + 1");
    }

    /// Lays down anew what a search can find of a table.
    public void addTerms(long id, Table table) {
        handle.execute("delete from catalog_term where table_id = ?", id);
        String full = lower(table.name().toString());
        PreparedBatch batch = handle.prepareBatch("insert into catalog_term (table_id, column_name, name, body, context) values (?, ?, ?, ?, ?)");
        batch.add(id, "", lower(table.name().table()), full + "\n" + lower(table.description()), "");
        for (Column column : table.allColumns()) {
            batch.add(id, column.name(), lower(column.name()), lower(column.name() + "\n" + column.comment()), full);
        }
        batch.execute();
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
