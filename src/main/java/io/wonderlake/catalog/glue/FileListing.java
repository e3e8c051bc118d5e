package io.wonderlake.catalog.glue;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.Table;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.SideBySide;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Finds the files of a table by listing folders: those of its partition entries, or its own. Names that begin with `_` or `.` are bookkeeping.
final class FileListing {
    private static final int PAGE = 1_000;
    private static final int AT_ONCE = 8;
    /// Above so many partitions, one listing of the table's folder takes fewer calls.
    private static final int MANY_PARTITIONS = 32;
    private static final int MOST_FILES = 1_000_000;

    private final ObjectStore objects;
    private final S3Locations locations;
    private final PartitionCopy partitions;

    FileListing(ObjectStore objects, S3Locations locations, PartitionCopy partitions) {
        this.objects = objects;
        this.locations = locations;
        this.partitions = partitions;
    }

    /// Whether its partitions are what Glue lists, and not what stands in its folder.
    static boolean isListed(Known known) {
        return known.current() && !known.table().partitionColumns().isEmpty() && !known.isPublication() && !known.isProjected();
    }

    List<DataFile> files(Known known, Map<String, String> wanted) {
        Table table = known.table();
        Optional<Unlisted> unlisted = Unlisted.of(table.format());
        if (unlisted.isPresent()) {
            return none(table, unlisted.get());
        }
        return isListed(known) ? ofEntries(known, wanted) : ofFolder(known, wanted);
    }

    private static List<DataFile> none(Table table, Unlisted unlisted) {
        if (unlisted.hasFiles()) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.glue.metadata", table.name().toString(), table.format().label()).exception();
        }
        return List.of();
    }

    private List<DataFile> ofFolder(Known known, Map<String, String> wanted) {
        if (known.table().place().isEmpty()) {
            return List.of();
        }
        Prefix folder = known.table().location().orElseThrow(() -> elsewhere(known.table(), known.table().place()));
        Found found = new Found(known.table());
        PartitionPaths paths = PartitionPaths.of(known, locations);
        list(folder, found, path -> Optional.of(paths.values(path)).filter(values -> isWanted(values, wanted)));
        return found.sorted();
    }

    private List<DataFile> ofEntries(Known known, Map<String, String> wanted) {
        List<Column> columns = known.table().partitionColumns();
        Map<Prefix, Map<String, String>> folders = new HashMap<>();
        partitions.each(known, entry -> {
            Map<String, String> values = entry.named(columns);
            if (isWanted(values, wanted)) {
                folders.put(locations.folder(entry.location()).orElseThrow(() -> elsewhere(known.table(), entry.location())), values);
            }
        });
        Found found = new Found(known.table());
        Optional<Prefix> whole = known.table().location().filter(folder -> folders.size() > MANY_PARTITIONS && folders.keySet().stream().allMatch(each -> isIn(each, folder)));
        if (whole.isPresent()) {
            list(whole.get(), found, path -> nearest(path, folders));
        } else {
            side(folders, found);
        }
        return found.sorted();
    }

    private void side(Map<Prefix, Map<String, String>> folders, Found found) {
        try (SideBySide threads = new SideBySide(new Job(found.table.name().toString()), AT_ONCE)) {
            folders.forEach((folder, values) -> threads.start(() -> list(folder, found, _ -> Optional.of(values))));
            threads.finish();
        }
    }

    private static boolean isIn(Prefix folder, Prefix outer) {
        return folder.tier() == outer.tier() && folder.key().startsWith(outer.key());
    }

    /// The values of the partition whose folder is the closest above the file; empty for a file of no partition.
    private static Optional<Map<String, String>> nearest(ObjectPath path, Map<Prefix, Map<String, String>> folders) {
        for (String key = path.parent().key(); ; key = key.substring(0, key.lastIndexOf('/', key.length() - 2) + 1)) {
            Map<String, String> values = folders.get(new Prefix(path.tier(), key));
            if (values != null || key.isEmpty()) {
                return Optional.ofNullable(values);
            }
        }
    }

    private static boolean isWanted(Map<String, String> values, Map<String, String> wanted) {
        return wanted.entrySet().stream().allMatch(each -> !values.containsKey(each.getKey()) || values.get(each.getKey()).equals(each.getValue()));
    }

    private void list(Prefix folder, Found found, Function<ObjectPath, Optional<Map<String, String>>> values) {
        Optional<String> after = Optional.empty();
        boolean empty = true;
        do {
            Listing page = objects.list(folder, false, after, PAGE);
            page.objects().stream().filter(entry -> isData(folder, entry.path())).forEach(entry -> values.apply(entry.path()).ifPresent(each -> found.add(entry, each)));
            empty &= page.objects().isEmpty();
            after = page.next();
        } while (after.isPresent());
        if (empty) {
            S3Locations.object(folder).flatMap(objects::find).ifPresent(entry -> values.apply(entry.path()).ifPresent(each -> found.add(entry, each)));
        }
    }

    private static boolean isData(Prefix folder, ObjectPath path) {
        for (String part : path.key().substring(folder.key().length()).split("/")) {
            if (part.startsWith("_") || part.startsWith(".")) {
                return false;
            }
        }
        return !path.name().endsWith("_$folder$");
    }

    private static RuntimeException elsewhere(Table table, String uri) {
        return Failure.of(Failure.Kind.NOT_FOUND, "failure.glue.elsewhere", table.name().toString(), uri).exception();
    }

    /// The files so far; taken from several threads.
    private static final class Found {
        private final Table table;
        private final List<DataFile> files = Collections.synchronizedList(new ArrayList<>());

        Found(Table table) {
            this.table = table;
        }

        void add(ObjectEntry entry, Map<String, String> values) {
            files.add(new DataFile(entry.path(), values, entry.size(), -1));
            if (files.size() > MOST_FILES) {
                throw Failure.of(Failure.Kind.BAD_INPUT, "failure.glue.many", table.name().toString(), Formats.count(MOST_FILES)).exception();
            }
        }

        List<DataFile> sorted() {
            return files.stream().sorted(Comparator.comparing(DataFile::path)).toList();
        }
    }
}
