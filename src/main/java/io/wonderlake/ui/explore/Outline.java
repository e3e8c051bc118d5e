package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// What a lake holds at one moment, down to its tables and datasets; the objects below are listed later, folder by folder.
///
/// @param tiers to be shown
/// @param domains of each tier that has any, in the tier's order
/// @param sizes of each tier where they are known
/// @param failed tables whose latest run failed
/// @param troubles of tiers that could not be read
/// @param catalog why there are no tables, when the catalog could not be read
/// @param revision of the catalog when it was read
/// @param asOf how old the copy is that the catalog answers from; empty where it has none
record Outline(List<Tier> tiers, Map<Tier, List<Domain>> domains, Map<Tier, Size> sizes, Set<TableName> failed, Map<Tier, Failure> troubles,
        Optional<Failure> catalog, long revision, Optional<Instant> asOf) {
    private static final int PAGE = 1_000;
    private static final int MAX_PAGES = 20;

    /// @param folders datasets in the raw tier that the catalog does not know
    /// @param listed whether these are all; otherwise its folder is listed when it is opened
    record Domain(String name, List<Entry> tables, List<Prefix> folders, boolean listed) { }

    /// @param partitions how many the current version has; -1 when nobody has counted them
    record Entry(Table table, int partitions) { }

    /// @param more whether there is more than was counted
    record Size(long bytes, boolean more) { }

    static Outline read(LakeParts lake, Job job) {
        return new Reader(lake, job).read();
    }

    /// `tickit` for `tickit_curated`.
    static String domainOf(Table table) {
        String database = table.name().database();
        String ending = "_" + table.tier().folder();
        return database.endsWith(ending) ? database.substring(0, database.length() - ending.length()) : database;
    }

    /// Reads an outline. Of a lake that stands elsewhere it takes what the catalog says, and one page of the raw tier.
    private static final class Reader {
        private final LakeParts lake;
        private final ObjectStore objects;
        private final Job job;
        private final Map<Tier, Map<String, List<Entry>>> tables = new EnumMap<>(Tier.class);
        private final Map<Tier, Failure> troubles = new EnumMap<>(Tier.class);

        Reader(LakeParts lake, Job job) {
            this.lake = lake;
            this.objects = lake.objects();
            this.job = job;
        }

        Outline read() {
            Optional<Failure> trouble = Optional.empty();
            long revision = 0;
            try {
                revision = lake.catalog().revision();
                tables(lake.catalog());
            } catch (FailureException error) {
                job.checkCancelled();
                trouble = Optional.of(error.failure());
            }
            Map<Tier, List<Domain>> domains = new EnumMap<>(Tier.class);
            tables.forEach((tier, byDomain) -> domains.put(tier, byDomain.entrySet().stream()
                    .map(entry -> new Domain(entry.getKey(), entry.getValue(), List.of(), true)).toList()));
            Map<Tier, Size> sizes = new EnumMap<>(Tier.class);
            for (Tier tier : lake.tiers()) {
                look(tier, domains, sizes);
            }
            Set<TableName> failed = lake.remote() ? Set.of() : LastSteps.failedTables(lake.runs());
            return new Outline(shown(domains, sizes), domains, sizes, failed, troubles, trouble, revision, lake.catalog().asOf());
        }

        /// On this computer an empty tier is not worth a line; elsewhere nobody has looked whether it is empty.
        private List<Tier> shown(Map<Tier, List<Domain>> domains, Map<Tier, Size> sizes) {
            List<Tier> shown = new ArrayList<>();
            for (Tier tier : Tier.values()) {
                boolean there = lake.tiers().contains(tier) && (lake.remote() || sizes.containsKey(tier) || troubles.containsKey(tier));
                if (there || !domains.getOrDefault(tier, List.of()).isEmpty()) {
                    shown.add(tier);
                }
            }
            return shown;
        }

        /// One tier that cannot be read does not hide the others.
        private void look(Tier tier, Map<Tier, List<Domain>> domains, Map<Tier, Size> sizes) {
            job.checkCancelled();
            try {
                if (tier == Tier.RAW) {
                    domains.put(tier, rawDomains(tables.getOrDefault(Tier.RAW, Map.of())));
                }
                size(tier).ifPresent(size -> sizes.put(tier, size));
            } catch (FailureException error) {
                job.checkCancelled();
                troubles.put(tier, error.failure());
            }
        }

        private void tables(Catalog catalog) {
            for (String database : catalog.databases()) {
                job.checkCancelled();
                for (Table table : catalog.tables(database)) {
                    tables.computeIfAbsent(table.tier(), _ -> new TreeMap<>())
                            .computeIfAbsent(domainOf(table), _ -> new ArrayList<>()).add(new Entry(table, partitions(catalog, table)));
                }
            }
        }

        private int partitions(Catalog catalog, Table table) {
            if (table.partitionColumns().isEmpty()) {
                return 0;
            }
            return lake.remote() ? -1 : catalog.partitions(table.name(), table.version(), 0, Integer.MAX_VALUE).size();
        }

        private List<Domain> rawDomains(Map<String, List<Entry>> known) {
            Map<String, Domain> domains = new TreeMap<>();
            known.forEach((name, entries) -> domains.put(name, new Domain(name, entries, List.of(), true)));
            for (Prefix folder : objects.list(Prefix.of(Tier.RAW), true, Optional.empty(), PAGE).folders()) {
                List<Entry> entries = known.getOrDefault(folder.name(), List.of());
                List<Prefix> others = lake.remote() ? List.of() : objects.list(folder, true, Optional.empty(), PAGE).folders().stream()
                        .filter(dataset -> entries.stream().noneMatch(entry -> entry.table().location().equals(Optional.of(dataset)))).toList();
                domains.put(folder.name(), new Domain(folder.name(), entries, others, !lake.remote()));
            }
            return List.copyOf(domains.values());
        }

        /// What the catalog knows of a tier's tables, or what was counted; a size that nobody knows is none.
        private Optional<Size> size(Tier tier) {
            if (lake.remote() || tier == Tier.CURATED || tier == Tier.ANALYTICS) {
                List<Long> sizes = tables.getOrDefault(tier, Map.of()).values().stream().flatMap(List::stream).map(entry -> entry.table().bytes()).toList();
                boolean known = !sizes.isEmpty() && sizes.stream().noneMatch(bytes -> bytes < 0) && (tier == Tier.CURATED || tier == Tier.ANALYTICS);
                return known ? Optional.of(new Size(sizes.stream().mapToLong(Long::longValue).sum(), false)) : Optional.empty();
            }
            return counted(tier);
        }

        private Optional<Size> counted(Tier tier) {
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
}
