package io.wonderlake.pipeline.local;

import io.wonderlake.ingest.UploadManifest;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.pipeline.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// What stands in a dataset's folder: its data, and the bookkeeping beside it.
final class DatasetFiles {

    private static final int PAGE = 1000;

    private final ObjectStore store;

    DatasetFiles(ObjectStore store) {
        this.store = store;
    }

    /// In path order.
    List<ObjectEntry> data(Prefix folder) {
        List<ObjectEntry> entries = new ArrayList<>();
        each(folder, entry -> {
            if (isData(folder, entry.path())) {
                entries.add(entry);
            }
        });
        return entries;
    }

    List<ObjectEntry> manifests(Prefix folder) {
        List<ObjectEntry> entries = new ArrayList<>();
        each(folder, entry -> {
            if (entry.path().name().startsWith("_upload-") && entry.path().name().endsWith(".json")) {
                entries.add(entry);
            }
        });
        return entries;
    }

    /// The datasets of a tier: folders of its domains' folders.
    Set<Dataset> datasets(Tier tier) {
        Set<Dataset> datasets = new TreeSet<>();
        for (Prefix domain : folders(Prefix.of(tier))) {
            for (Prefix dataset : folders(domain)) {
                datasets.add(new Dataset(domain.name(), dataset.name()));
            }
        }
        return datasets;
    }

    private List<Prefix> folders(Prefix prefix) {
        List<Prefix> folders = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Listing page = store.list(prefix, true, after, PAGE);
            page.folders().stream().filter(folder -> !folder.name().startsWith("_") && !folder.name().startsWith(".")).forEach(folders::add);
            after = page.next();
        } while (after.isPresent());
        return folders;
    }

    private void each(Prefix folder, Consumer<ObjectEntry> action) {
        Optional<String> after = Optional.empty();
        do {
            Listing page = store.list(folder, false, after, PAGE);
            page.objects().forEach(action);
            after = page.next();
        } while (after.isPresent());
    }

    private static boolean isData(Prefix folder, ObjectPath path) {
        String inside = path.key().substring(folder.key().length());
        return UploadManifest.isData(path) && Arrays.stream(inside.split("/")).noneMatch(part -> part.startsWith("_") || part.startsWith("."));
    }
}
