package io.wonderlake.catalog;

import io.wonderlake.work.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A catalog in memory, for tests.
public final class MemoryCatalog implements Catalog {
    private record Entry(Table table, List<DataFile> files) { }

    private final TreeMap<TableName, List<Entry>> tables = new TreeMap<>();
    private long revision;

    @Override
    public synchronized List<String> databases() {
        return tables.keySet().stream().map(TableName::database).distinct().toList();
    }

    @Override
    public synchronized List<Table> tables(String database) {
        return tables.entrySet().stream().filter(entry -> entry.getKey().database().equals(database)).map(entry -> entry.getValue().getLast().table()).toList();
    }

    @Override
    public synchronized Optional<Table> find(TableName name) {
        return Optional.ofNullable(tables.get(name)).map(versions -> versions.getLast().table());
    }

    @Override
    public synchronized Optional<Table> findVersion(TableName name, int version) {
        return entry(name, version).map(Entry::table);
    }

    @Override
    public synchronized List<Table> versions(TableName name) {
        return tables.getOrDefault(name, List.of()).reversed().stream().map(Entry::table).toList();
    }

    @Override
    public synchronized List<DataFile> files(TableName name, int version, Map<String, String> partition) {
        return entry(name, version).map(Entry::files).orElse(List.of()).stream()
                .filter(file -> partition.entrySet().stream().allMatch(wanted -> wanted.getValue().equals(file.partition().getOrDefault(wanted.getKey(), wanted.getValue()))))
                .toList();
    }

    @Override
    public synchronized List<Partition> partitions(TableName name, int version, int offset, int max) {
        Map<Map<String, String>, Partition> sums = new LinkedHashMap<>();
        for (DataFile file : files(name, version, Map.of())) {
            sums.merge(file.partition(), new Partition(file.partition(), 1, file.size(), file.rows()),
                    (a, b) -> new Partition(a.values(), a.files() + 1, a.bytes() + b.bytes(), a.rows() + b.rows()));
        }
        return sums.values().stream().skip(offset).limit(max).toList();
    }

    @Override
    public synchronized Table publish(TableDraft draft, int expected) {
        List<Entry> versions = tables.getOrDefault(draft.name(), List.of());
        if (current(versions) != expected) {
            throw new Failure(Failure.Kind.CONFLICT, draft.name() + " has moved on", "", Optional.empty(), java.util.OptionalInt.empty(), Optional.empty(), Optional.empty()).exception();
        }
        Table table = new Table(draft.name(), draft.tier(), draft.columns(), draft.partitionColumns(), draft.format(), Optional.of(draft.location()), expected + 1,
                draft.description(), draft.owner(), draft.files().stream().mapToLong(DataFile::rows).sum(), draft.files().stream().mapToLong(DataFile::size).sum(),
                draft.files().size(), Instant.now(), draft.properties());
        List<Entry> next = new ArrayList<>(versions);
        next.add(new Entry(table, draft.files().stream().sorted(java.util.Comparator.comparing(DataFile::path)).toList()));
        tables.put(draft.name(), next);
        revision++;
        return table;
    }

    @Override
    public synchronized void describe(TableName name, String description, String owner) {
        List<Entry> versions = tables.get(name);
        Table old = versions.getLast().table();
        Table table = new Table(old.name(), old.tier(), old.columns(), old.partitionColumns(), old.format(), old.location(), old.version(), description, owner,
                old.rows(), old.bytes(), old.files(), old.updated(), old.properties());
        versions.set(versions.size() - 1, new Entry(table, versions.getLast().files()));
        revision++;
    }

    @Override
    public synchronized void drop(TableName name) {
        tables.remove(name);
        revision++;
    }

    @Override
    public synchronized void forget(TableName name, int version) {
        List<Entry> versions = tables.getOrDefault(name, List.of());
        tables.computeIfPresent(name, (_, all) -> new ArrayList<>(all.stream()
                .filter(entry -> entry.table().version() != version || entry == versions.getLast()).toList()));
        revision++;
    }

    @Override
    public synchronized List<CatalogHit> search(String words, int max) {
        List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).strip().split("\\s+"));
        List<CatalogHit> hits = new ArrayList<>();
        for (List<Entry> versions : tables.values()) {
            Table table = versions.getLast().table();
            String text = (table.name() + " " + table.description()).toLowerCase(Locale.ROOT);
            if (wanted.stream().allMatch(text::contains)) {
                hits.add(new CatalogHit(table, Optional.empty()));
            }
            table.allColumns().stream().filter(column -> wanted.stream().allMatch((column.name() + " " + column.comment()).toLowerCase(Locale.ROOT)::contains))
                    .forEach(column -> hits.add(new CatalogHit(table, Optional.of(column))));
        }
        return hits.stream().limit(max).toList();
    }

    @Override
    public synchronized long revision() {
        return revision;
    }

    private static int current(List<Entry> versions) {
        return versions.isEmpty() ? 0 : versions.getLast().table().version();
    }

    private Optional<Entry> entry(TableName name, int version) {
        return tables.getOrDefault(name, List.of()).stream().filter(entry -> entry.table().version() == version).findFirst();
    }
}
