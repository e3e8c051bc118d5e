package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.work.Job;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What a lake holds at one moment, down to its tables and datasets; the objects below are listed later, folder by folder.
///
/// @param domains of each tier that has any, in the tier's order
/// @param sizes of each tier that holds something
/// @param failed tables whose latest run failed
/// @param revision of the catalog when it was read
record Outline(Map<Tier, List<Domain>> domains, Map<Tier, Size> sizes, Set<TableName> failed, long revision) {
    private static final int PAGE = 1_000;
    private static final int MAX_PAGES = 20;

    /// @param folders datasets in the raw tier that the catalog does not know
    record Domain(String name, List<Entry> tables, List<Prefix> folders) { }

    /// @param partitions how many the current version has; -1 where counting them takes calls to another system
    record Entry(Table table, int partitions) { }

    /// @param more whether there is more than was counted
    record Size(long bytes, boolean more) { }

    static Outline read(Catalog catalog, ObjectStore objects, Runs runs, Job job) {
        long revision = catalog.revision();
        Map<Tier, Map<String, List<Entry>>> tables = tables(catalog, job);
        Map<Tier, List<Domain>> domains = new EnumMap<>(Tier.class);
        tables.forEach((tier, byDomain) -> domains.put(tier, byDomain.entrySet().stream()
                .map(entry -> new Domain(entry.getKey(), entry.getValue(), List.of())).toList()));
        domains.put(Tier.RAW, rawDomains(objects, tables.getOrDefault(Tier.RAW, Map.of())));
        Map<Tier, Size> sizes = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            job.checkCancelled();
            size(tier, objects, tables, job).ifPresent(size -> sizes.put(tier, size));
        }
        return new Outline(domains, sizes, LastSteps.failedTables(runs), revision);
    }

    private static Map<Tier, Map<String, List<Entry>>> tables(Catalog catalog, Job job) {
        Map<Tier, Map<String, List<Entry>>> tables = new EnumMap<>(Tier.class);
        for (String database : catalog.databases()) {
            job.checkCancelled();
            for (Table table : catalog.tables(database)) {
                int partitions = table.partitionColumns().isEmpty() ? 0 : catalog.asOf().isPresent() ? -1
                        : catalog.partitions(table.name(), table.version(), 0, Integer.MAX_VALUE).size();
                tables.computeIfAbsent(table.tier(), _ -> new TreeMap<>())
                        .computeIfAbsent(domainOf(table), _ -> new ArrayList<>()).add(new Entry(table, partitions));
            }
        }
        return tables;
    }

    /// `tickit` for `tickit_curated`.
    static String domainOf(Table table) {
        String database = table.name().database();
        String ending = "_" + table.tier().folder();
        return database.endsWith(ending) ? database.substring(0, database.length() - ending.length()) : database;
    }

    private static List<Domain> rawDomains(ObjectStore objects, Map<String, List<Entry>> tables) {
        Map<String, Domain> domains = new TreeMap<>();
        tables.forEach((name, entries) -> domains.put(name, new Domain(name, entries, List.of())));
        for (Prefix folder : objects.list(Prefix.of(Tier.RAW), true, Optional.empty(), PAGE).folders()) {
            List<Entry> known = tables.getOrDefault(folder.name(), List.of());
            List<Prefix> unknown = objects.list(folder, true, Optional.empty(), PAGE).folders().stream()
                    .filter(dataset -> known.stream().noneMatch(entry -> entry.table().location().equals(Optional.of(dataset)))).toList();
            domains.put(folder.name(), new Domain(folder.name(), known, unknown));
        }
        return List.copyOf(domains.values());
    }

    private static Optional<Size> size(Tier tier, ObjectStore objects, Map<Tier, Map<String, List<Entry>>> tables, Job job) {
        if (tier == Tier.CURATED || tier == Tier.ANALYTICS) {
            return Optional.ofNullable(tables.get(tier)).map(byDomain -> new Size(byDomain.values().stream().flatMap(List::stream)
                    .mapToLong(entry -> Math.max(0, entry.table().bytes())).sum(), false));
        }
        long bytes = 0;
        Optional<String> after = Optional.empty();
        for (int page = 0; page < MAX_PAGES; page++) {
            job.checkCancelled();
            Listing listing = objects.list(Prefix.of(tier), false, after, PAGE);
            bytes += listing.objects().stream().mapToLong(ObjectEntry::size).sum();
            after = listing.next();
            if (after.isEmpty()) {
                return page == 0 && listing.objects().isEmpty() ? Optional.empty() : Optional.of(new Size(bytes, false));
            }
        }
        return Optional.of(new Size(bytes, true));
    }
}
