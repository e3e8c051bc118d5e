package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.Partition;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.ui.explore.ListViewModel.Listed;
import io.wonderlake.ui.kit.grid.GridSource;
import io.wonderlake.ui.kit.grid.ShortValue;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Reads a table's lists out of the catalog, as rows for a grid.
final class TableLists {
    /// How many partitions are listed for their files where each costs a call.
    private static final int FILES_OF = 16;

    private final Catalog catalog;
    private final TableName name;
    private final int most;

    /// @param partitions how many are looked into at most
    TableLists(Catalog catalog, TableName name, int partitions) {
        this.catalog = catalog;
        this.name = name;
        this.most = partitions;
    }

    private Table table() {
        return catalog.find(name).orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.explore.table", name).exception());
    }

    Listed columns() {
        Table table = table();
        List<Object[]> rows = new ArrayList<>();
        table.columns().forEach(column -> rows.add(new Object[] {column.name(), column.type().sql(), column.comment()}));
        table.partitionColumns().forEach(column -> rows.add(new Object[] {column.name(), Strings.text("explore.columns.partition", column.type().sql()), column.comment()}));
        return new Listed(GridSource.of(List.of(text("explore.list.column"), text("explore.list.type"), text("explore.list.meaning")), rows),
                List.of(Strings.text("explore.truth.columns", rows.size(), Formats.count(rows.size()))));
    }

    Listed files() {
        Table table = table();
        List<DataFile> files = filesOf(table);
        boolean partitioned = !table.partitionColumns().isEmpty();
        List<Column> columns = new ArrayList<>(List.of(text("explore.list.file"), number("explore.list.rows"), number("explore.list.size")));
        if (partitioned) {
            columns.add(text("explore.list.partition"));
        }
        columns.add(text("explore.list.path"));
        List<Object[]> rows = files.stream().map(file -> file(file, partitioned)).toList();
        long bytes = files.stream().mapToLong(DataFile::size).sum();
        long folders = files.stream().map(DataFile::partition).distinct().count();
        String count = Strings.text("explore.truth.files", files.size(), Formats.count(files.size()));
        return new Listed(GridSource.of(columns, rows), List.of(partitioned && some((int) folders, FILES_OF) ? Strings.text("explore.truth.files.some", count, folders) : count,
                Formats.bytes(bytes)));
    }

    /// Where a partition costs a call, only those of the first ones.
    private List<DataFile> filesOf(Table table) {
        if (table.partitionColumns().isEmpty() || most == Integer.MAX_VALUE) {
            return catalog.files(name, table.version(), Map.of());
        }
        return catalog.partitions(name, table.version(), 0, FILES_OF).stream()
                .flatMap(partition -> catalog.files(name, table.version(), partition.values()).stream()).toList();
    }

    private boolean some(int partitions, int looked) {
        return most < Integer.MAX_VALUE && partitions >= looked;
    }

    private static Object[] file(DataFile file, boolean partitioned) {
        Object rows = file.rows() < 0 ? null : file.rows();
        String path = file.path().toString();
        return partitioned
                ? new Object[] {file.path().name(), rows, size(file.size()), values(file.partition()), path}
                : new Object[] {file.path().name(), rows, size(file.size()), path};
    }

    private static String values(Map<String, String> partition) {
        return partition.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()).collect(Collectors.joining(", "));
    }

    Listed partitions() {
        Table table = table();
        List<Column> columns = new ArrayList<>(table.partitionColumns());
        columns.addAll(List.of(number("explore.list.rows"), number("explore.list.files"), number("explore.list.size")));
        List<Partition> partitions = catalog.partitions(name, table.version(), 0, most);
        List<Object[]> rows = partitions.stream().map(partition -> partition(table, partition)).toList();
        boolean sized = partitions.stream().noneMatch(partition -> partition.bytes() < 0);
        return new Listed(GridSource.of(columns, rows), List.of(
                Strings.text(some(rows.size(), most) ? "explore.truth.partitions.first" : "explore.tree.partitions", rows.size(), Formats.count(rows.size())),
                sized ? Formats.bytes(partitions.stream().mapToLong(Partition::bytes).sum()) : ""));
    }

    private static Object[] partition(Table table, Partition partition) {
        List<Object> row = new ArrayList<>();
        table.partitionColumns().forEach(column -> row.add(partition.values().get(column.name())));
        row.add(partition.rows() < 0 ? null : partition.rows());
        row.add(partition.files() < 0 ? null : partition.files());
        row.add(partition.bytes() < 0 ? null : size(partition.bytes()));
        return row.toArray();
    }

    Listed versions() {
        List<Table> versions = catalog.versions(name);
        List<Object[]> rows = versions.stream().map(TableLists::version).toList();
        return new Listed(GridSource.of(List.of(number("explore.list.version"), new Column(Strings.text("explore.list.published"), "timestamp"),
                number("explore.list.rows"), number("explore.list.files"), number("explore.list.size"), number("explore.list.columns"), text("explore.list.run")), rows),
                List.of(Strings.text("explore.truth.versions", rows.size(), Formats.count(rows.size()))));
    }

    private static Object[] version(Table table) {
        LocalDateTime published = LocalDateTime.ofInstant(table.updated(), ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
        String run = table.properties().get("run");
        return new Object[] {table.version(), published, table.rows() < 0 ? null : table.rows(), table.files() < 0 ? null : table.files(), table.bytes() < 0 ? null : size(table.bytes()),
            table.allColumns().size(), run == null ? null : Strings.text("explore.list.run.number", run)};
    }

    static ShortValue size(long bytes) {
        return new ShortValue(Formats.bytes(bytes), Long.toString(bytes));
    }

    private static Column text(String key) {
        return new Column(Strings.text(key), "varchar");
    }

    private static Column number(String key) {
        return new Column(Strings.text(key), "bigint");
    }
}
