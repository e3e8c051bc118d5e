package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Partition;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Documents;
import io.wonderlake.work.Job;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The partition entries of tables that were looked into, in the order of their values. They are kept in the embedded database, for a table
/// may have millions; the first page brings them up to date, the others go on from there.
final class PartitionCopy {
    private static final long FRESH_MILLIS = 30_000;

    private final CatalogCopy copy;
    private final PartitionCalls calls;

    PartitionCopy(CatalogCopy copy, PartitionCalls calls) {
        this.copy = copy;
        this.calls = calls;
    }

    List<Partition> page(Known known, int offset, int max) {
        long generation = generation(known, offset > 0);
        List<Column> columns = known.table().partitionColumns();
        return copy.index().read(handle -> handle.createQuery("""
                select partition_values, location, files, bytes, row_count from glue_partition
                where database = :database and name = :name and generation = :generation order by sort_key limit :max offset :offset""")
                .bind("database", known.exact().database()).bind("name", known.exact().table()).bind("generation", generation).bind("max", max).bind("offset", offset)
                .map((row, _) -> entry(row).partition(columns)).list());
    }

    void each(Known known, Consumer<Entry> then) {
        long generation = generation(known, false);
        copy.index().read(handle -> {
            try (Stream<Entry> rows = handle.createQuery("""
                    select partition_values, location, files, bytes, row_count from glue_partition
                    where database = :database and name = :name and generation = :generation order by sort_key""")
                    .bind("database", known.exact().database()).bind("name", known.exact().table()).bind("generation", generation).map((row, _) -> entry(row)).stream()) {
                rows.forEach(then);
            }
            return true;
        });
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(List.of(Documents.readJson(row.getString(1), String[].class, "partition")), row.getString(2), row.getInt(3), row.getLong(4), row.getLong(5));
    }

    /// The time at which the entries were read is their generation.
    private long generation(Known known, boolean anyAge) {
        Optional<Long> read = copy.index().read(handle -> handle
                .createQuery("select generation from glue_partition_copy where database = :database and name = :name and print = :print")
                .bind("database", known.exact().database()).bind("name", known.exact().table()).bind("print", known.print()).mapTo(Long.class).findOne());
        return read.filter(at -> anyAge || System.currentTimeMillis() - at < FRESH_MILLIS).orElseGet(() -> read(known));
    }

    private synchronized long read(Known known) {
        TableName name = known.exact();
        long generation = System.currentTimeMillis();
        copy.index().update(handle -> deleteOthers(handle, name, current(handle, name)));
        calls.each(name, new Job(name.toString()), page -> copy.index().update(handle -> add(handle, name, generation, page)));
        copy.index().update(handle -> {
            handle.execute("insert or replace into glue_partition_copy (database, name, print, generation) values (?, ?, ?, ?)",
                    name.database(), name.table(), known.print(), generation);
            deleteOthers(handle, name, generation);
        });
        return generation;
    }

    private static long current(Handle handle, TableName name) {
        return handle.createQuery("select generation from glue_partition_copy where database = :database and name = :name")
                .bind("database", name.database()).bind("name", name.table()).mapTo(Long.class).findOne().orElse(-1L);
    }

    private static void deleteOthers(Handle handle, TableName name, long generation) {
        handle.execute("delete from glue_partition where database = ? and name = ? and generation <> ?", name.database(), name.table(), generation);
    }

    private static void add(Handle handle, TableName name, long generation, List<Entry> page) {
        if (page.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch("""
                insert or replace into glue_partition (database, name, generation, sort_key, partition_values, location, files, bytes, row_count)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""");
        for (Entry entry : page) {
            batch.add(name.database(), name.table(), generation, sortKey(entry.values()), Documents.writeJson(entry.values()), entry.location(), entry.files(), entry.bytes(),
                    entry.rows());
        }
        batch.execute();
    }

    /// Numbers by their size and before words, words by letters.
    static String sortKey(List<String> values) {
        return values.stream().map(PartitionCopy::sortKey).collect(Collectors.joining("\u0001"));
    }

    private static String sortKey(String value) {
        if (!value.matches("[0-9]{1,39}")) {
            return "w" + value;
        }
        String digits = value.replaceFirst("^0+(?=.)", "");
        return "n%02d%s %s".formatted(digits.length(), digits, value);
    }
}
