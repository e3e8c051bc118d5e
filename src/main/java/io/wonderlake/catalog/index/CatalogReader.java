package io.wonderlake.catalog.index;

import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.Partition;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Documents;
import io.wonderlake.lake.ObjectPath;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/// The catalog's questions to the index, within one transaction.
public final class CatalogReader {
    private static final String TABLES = """
            select t.database, t.name, v.version, v.shape, v.row_count, v.bytes, v.files, v.updated,
                   case when t.described then t.description else v.description end,
                   case when t.described then t.owner else v.owner end
            from catalog_table t join catalog_version v on v.table_id = t.id
            """;
    private static final String ONE_TABLE = " where t.database = :database and t.name = :name ";

    private final Handle handle;

    public CatalogReader(Handle handle) {
        this.handle = handle;
    }

    public List<String> databases() {
        return handle.createQuery("select distinct database from catalog_table order by database").mapTo(String.class).list();
    }

    public List<Table> tables(String database) {
        return handle.createQuery(TABLES + " where t.database = :database and v.version = t.version order by t.name")
                .bind("database", database).map((row, _) -> table(row)).list();
    }

    public Optional<Table> find(TableName name) {
        return named(TABLES + ONE_TABLE + "and v.version = t.version", name).map((row, _) -> table(row)).findOne();
    }

    public Optional<Table> findById(long id) {
        return handle.createQuery(TABLES + " where t.id = :id and v.version = t.version").bind("id", id).map((row, _) -> table(row)).findOne();
    }

    public Optional<Table> findVersion(TableName name, int version) {
        return named(TABLES + ONE_TABLE + "and v.version = :version", name).bind("version", version).map((row, _) -> table(row)).findOne();
    }

    public List<Table> versions(TableName name) {
        return named(TABLES + ONE_TABLE + "order by v.version desc", name).map((row, _) -> table(row)).list();
    }

    private static Table table(ResultSet row) throws SQLException {
        TableName name = new TableName(row.getString(1), row.getString(2));
        Shape shape = Documents.readJson(row.getString(4), Shape.class, name.toString());
        return new Table(name, shape.tier(), shape.columns(), shape.partitionColumns(), shape.format(), shape.location(), row.getInt(3),
                row.getString(9), row.getString(10), row.getLong(5), row.getLong(6), row.getInt(7), Instant.ofEpochMilli(row.getLong(8)),
                shape.properties());
    }

    public List<DataFile> files(TableName name, int version, Map<String, String> partition) {
        Map<Long, Map<String, String>> values = partitions(name, version);
        values.values().removeIf(one -> partition.entrySet().stream()
                .anyMatch(wanted -> one.containsKey(wanted.getKey()) && !one.get(wanted.getKey()).equals(wanted.getValue())));
        return named("""
                select f.path, f.partition_id, f.size, f.row_count
                from catalog_table t join catalog_version v on v.table_id = t.id join catalog_file f on f.version_id = v.id
                """ + ONE_TABLE + "and v.version = :version order by f.path", name).bind("version", version)
                .reduceResultSet(new ArrayList<DataFile>(), (files, row, _) -> {
                    long id = row.getLong(2);
                    if (row.wasNull() || values.containsKey(id)) {
                        files.add(new DataFile(ObjectPath.parse(row.getString(1)), values.getOrDefault(id, Map.of()), row.getLong(3), row.getLong(4)));
                    }
                    return files;
                });
    }

    private Map<Long, Map<String, String>> partitions(TableName name, int version) {
        return named("""
                select p.id, p.partition_values
                from catalog_table t join catalog_version v on v.table_id = t.id join catalog_partition p on p.version_id = v.id
                """ + ONE_TABLE + "and v.version = :version order by p.position", name).bind("version", version)
                .reduceResultSet(new LinkedHashMap<Long, Map<String, String>>(), (all, row, _) -> {
                    all.put(row.getLong(1), values(row.getString(2)));
                    return all;
                });
    }

    public List<Partition> partitions(TableName name, int version, int offset, int max) {
        return named("""
                select p.partition_values, p.files, p.bytes, p.row_count
                from catalog_table t join catalog_version v on v.table_id = t.id join catalog_partition p on p.version_id = v.id
                """ + ONE_TABLE + "and v.version = :version and p.position >= :offset order by p.position limit :max", name)
                .bind("version", version).bind("offset", offset).bind("max", max)
                .map((row, _) -> new Partition(values(row.getString(1)), row.getInt(2), row.getLong(3), row.getLong(4))).list();
    }

    private static Map<String, String> values(String json) {
        return Collections.unmodifiableMap(Documents.readJson(json, PartitionValues.class, "partition"));
    }

    public long revision() {
        return handle.createQuery("select revision from catalog_state").mapTo(Long.class).one();
    }

    private Query named(String sql, TableName name) {
        return handle.createQuery(sql).bind("database", name.database()).bind("name", name.table());
    }
}
