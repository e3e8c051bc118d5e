package io.wonderlake.engine.duckdb;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.LocalFiles;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Makes the catalog tables that a statement names appear in its scope, as views over exactly the files that it needs.
final class Binder {
    private final Catalog catalog;
    private final LocalFiles files;
    private final Relations relations;
    private final EngineConnection connection;
    private final Map<TableName, String> views = new HashMap<>();

    Binder(Catalog catalog, LocalFiles files, Relations relations, EngineConnection connection) {
        this.catalog = catalog;
        this.files = files;
        this.relations = relations;
        this.connection = connection;
    }

    /// Binds what the catalog knows; other names are left to the engine. Says how many files the statement will read.
    FileCount bind(List<Named> tables) throws SQLException {
        Map<TableName, List<Named>> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.computeIfAbsent(table.name(), _ -> new ArrayList<>()).add(table));
        FileCount count = FileCount.NONE;
        for (Map.Entry<TableName, List<Named>> entry : byName.entrySet()) {
            Table table = catalog.find(entry.getKey()).orElse(null);
            if (table != null) {
                count = count.plus(bind(table, entry.getValue()));
            }
        }
        return count;
    }

    private FileCount bind(Table table, List<Named> places) throws SQLException {
        List<DataFile> all = catalog.files(table.name(), table.version(), Map.of());
        List<DataFile> needed = needed(table, all, places);
        Source source = new Source(needed.stream().map(file -> files.file(file.path())).toList(), table.format(), table.columns(),
                table.partitionColumns(), needed.stream().map(DataFile::partition).toList(), table.tier() == io.wonderlake.lake.Tier.RAW && needed.size() > 1);
        String select = relations.select(source);
        if (!select.equals(views.put(table.name(), select))) {
            connection.execute("CREATE SCHEMA IF NOT EXISTS " + Sql.name(table.name().database()));
            createView(table.name(), select);
        }
        String suspect = needed.size() == 1 ? needed.getFirst().path().toString() : needed.isEmpty() ? "" : table.name().toString();
        return new FileCount(needed.size(), all.size(), needed.stream().mapToLong(DataFile::size).sum(), suspect);
    }

    private void createView(TableName name, String select) throws SQLException {
        try {
            connection.execute("CREATE OR REPLACE VIEW " + Sql.name(name.database()) + "." + Sql.name(name.table()) + " AS " + select);
        } catch (SQLException error) {
            views.remove(name);
            if (Errors.isAboutColumns(error)) {
                throw Errors.columns(name, error);
            }
            throw error;
        }
    }

    private List<DataFile> needed(Table table, List<DataFile> all, List<Named> places) throws SQLException {
        Pruning pruning = new Pruning(connection, table.partitionColumns(), all);
        Set<DataFile> needed = new LinkedHashSet<>();
        for (Named place : places) {
            needed.addAll(pruning.survivors(place));
        }
        return all.size() == needed.size() ? all : all.stream().filter(needed::contains).toList();
    }
}
