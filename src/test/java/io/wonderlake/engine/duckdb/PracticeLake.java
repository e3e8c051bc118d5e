package io.wonderlake.engine.duckdb;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.HiveValues;
import io.wonderlake.catalog.MemoryCatalog;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableDraft;
import io.wonderlake.catalog.TableName;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.FileReader;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A small lake in a folder with an engine over it, for tests.
final class PracticeLake implements AutoCloseable {
    final Path root;
    final MemoryCatalog catalog = new MemoryCatalog();
    final DuckDbEngine engine;

    PracticeLake(Path root, String memoryLimit, List<FileReader> readers) {
        this.root = root;
        this.engine = new DuckDbEngine(new EngineSettings(List.of(root), root.resolve(".wonderlake/spill"), memoryLimit, 2), catalog,
                new FolderFiles(root), readers);
    }

    PracticeLake(Path root) {
        this(root, "500MB", List.of());
    }

    Path write(String object, String text) {
        try {
            Path file = root.resolve(object);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, text);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /// Publishes a table over objects that are there.
    Table table(String name, StorageFormat format, List<Column> columns, List<Column> partitionColumns, String location, String... objects) {
        List<DataFile> files = new ArrayList<>();
        for (String object : objects) {
            Map<String, String> partition = new java.util.LinkedHashMap<>();
            for (Column column : partitionColumns) {
                for (String part : object.split("/")) {
                    if (part.startsWith(column.name() + "=")) {
                        partition.put(column.name(), HiveValues.decoded(part.substring(part.indexOf('=') + 1)));
                    }
                }
            }
            files.add(new DataFile(ObjectPath.parse(object), partition, root.resolve(object).toFile().length(), -1));
        }
        TableName table = TableName.parse(name);
        Prefix prefix = Prefix.parse(location);
        int expected = catalog.find(table).map(Table::version).orElse(0);
        return catalog.publish(new TableDraft(table, prefix.tier(), columns, partitionColumns, format, prefix, "", "", files, Map.of()), expected);
    }

    /// Publishes the answer of a SELECT as a Parquet table.
    Table parquet(String name, String select, String location, Column... partitionColumns) {
        try (EngineSession session = engine.session(new Job("write"))) {
            List<Column> partitions = List.of(partitionColumns);
            List<String> names = partitions.stream().map(Column::name).toList();
            List<String> objects = session.writeParquet(select, root.resolve(location), names).stream()
                    .map(file -> root.relativize(file.file()).toString()).toList();
            List<Column> columns = session.describe(select).stream().filter(column -> !names.contains(column.name())).toList();
            return table(name, new StorageFormat.Parquet(), columns, partitions, location, objects.toArray(String[]::new));
        }
    }

    List<Object[]> rows(String sql) {
        try (QueryRun run = engine.run(Query.of(sql), new Job("query"))) {
            List<Object[]> all = new ArrayList<>();
            for (List<Object[]> page = run.next(1000); !page.isEmpty(); page = run.next(1000)) {
                all.addAll(page);
            }
            return all;
        }
    }

    Object value(String sql) {
        return rows(sql).getFirst()[0];
    }

    @Override
    public void close() {
        engine.close();
    }
}
