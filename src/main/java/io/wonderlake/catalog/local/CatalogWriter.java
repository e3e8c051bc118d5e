package io.wonderlake.catalog.local;

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
final class CatalogWriter {
    private final Handle handle;

    CatalogWriter(Handle handle) {
        this.handle = handle;
    }

    /// Makes sure that the table has a row, and gives its id.
    long tableId(TableName name) {
        handle.execute("insert into catalog_table (database, name, version) values (?, ?, 0) on conflict do nothing", name.database(), name.table());
        return handle.createQuery("select id from catalog_table where database = :database and name = :name")
                .bind("database", name.database()).bind("name", name.table()).mapTo(Long.class).one();
    }

    /// Adds a version with its files; it is not the current one yet.
    void addVersion(long table, Definition definition) {
        TableDraft draft = definition.draft();
        handle.execute("""
                insert into catalog_version (table_id, version, definition, shape, description, owner, row_count, bytes, files, updated)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                table, definition.version(), definition.place().toString(), Documents.writeJson(Shape.of(draft)), draft.description(), draft.owner(),
                Partitions.rows(draft.files()), Partitions.bytes(draft.files()), draft.files().size(), definition.updated().toEpochMilli());
        long version = handle.createQuery("select last_insert_rowid()").mapTo(Long.class).one();
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

    void makeCurrent(long table, int version) {
        handle.execute("update catalog_table set version = ? where id = ?", version, table);
    }

    /// Whether there was such a version, and it was not the current one.
    boolean forget(TableName name, int version) {
        return handle.execute("""
                delete from catalog_version where version = ? and table_id in
                (select id from catalog_table where database = ? and name = ? and version <> ?)""", version, name.database(), name.table(), version) > 0;
    }

    void describe(long table, String description, String owner) {
        handle.execute("update catalog_table set described = 1, description = ?, owner = ?, settled = 0 where id = ?", description, owner, table);
    }

    void settle(long table, int version, String pointer) {
        handle.execute("update catalog_table set settled = ?, pointer = ? where id = ?", version, pointer, table);
    }

    void unsettle(TableName name) {
        handle.execute("update catalog_table set settled = 0 where database = ? and name = ?", name.database(), name.table());
    }

    /// Where the table's pointer was written last.
    Optional<String> pointer(TableName name) {
        return handle.createQuery("select pointer from catalog_table where database = :database and name = :name")
                .bind("database", name.database()).bind("name", name.table()).mapTo(String.class).findOne();
    }

    void drop(TableName name) {
        handle.execute("delete from catalog_table where database = ? and name = ?", name.database(), name.table());
    }

    void clear() {
        handle.execute("delete from catalog_table");
    }

    int countTables() {
        return handle.createQuery("select count(*) from catalog_table").mapTo(Integer.class).one();
    }

    void countRevision() {
        handle.execute("update catalog_state set revision = revision + 1");
    }

    /// Lays down anew what a search can find of a table.
    void addTerms(long id, Table table) {
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
