package io.wonderlake.ui.kit;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.ingest.UploadManifest;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What several screens say of the whole lake: sizes by tier, tables, the last runs. Read in the background; the listing is kept until the
/// catalog changes.
public final class LakeFacts {
    private static final int PAGE = 1_000;
    private static final int RUNS = 50;
    private static final int MOST_FILES = 50_000;

    private final ObjectStore objects;
    private final Catalog catalog;
    private final Runs runs;
    private final Jobs jobs;
    private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>(this, "facts", Facts.NONE);
    private Job reading;
    private boolean again;

    /// What a tier takes up.
    public record Size(long bytes, long files) {
        Size plus(ObjectEntry entry) {
            return new Size(bytes + entry.size(), files + 1);
        }
    }

    /// @param revision of the catalog when the sizes were read; -1 before the first reading
    /// @param files raw files by name, for searching; at most 50,000
    /// @param runs newest first, at most 50
    public record Facts(long revision, Map<Tier, Size> sizes, int tables, long domains, List<ObjectPath> files, List<Run> runs) {
        public static final Facts NONE = new Facts(-1, Map.of(), 0, 0, List.of(), List.of());

        public boolean known() {
            return revision >= 0;
        }

        public long bytes() {
            return sizes.values().stream().mapToLong(Size::bytes).sum();
        }

        public Size size(Tier tier) {
            return sizes.getOrDefault(tier, new Size(0, 0));
        }
    }

    public LakeFacts(ObjectStore objects, Catalog catalog, Runs runs, Jobs jobs) {
        this.objects = objects;
        this.catalog = catalog;
        this.runs = runs;
        this.jobs = jobs;
    }

    public ReadOnlyObjectProperty<Facts> factsProperty() {
        return facts.getReadOnlyProperty();
    }

    public Facts facts() {
        return facts.get();
    }

    /// Whether a job is this class's own reading, which nobody needs to see.
    public boolean owns(Job job) {
        return job == reading;
    }

    /// Whether a reading is under way.
    public boolean reading() {
        return reading != null;
    }

    /// Reads in the background; while a reading is under way, one more follows it. A failed reading leaves the facts as they were.
    public void refresh() {
        if (reading != null) {
            again = true;
            return;
        }
        Facts before = facts.get();
        Job job = new Job(Strings.text("kit.facts.job"));
        reading = job;
        jobs.start(job, () -> read(before, job), this::finish);
    }

    private void finish(Outcome<Facts> outcome) {
        reading = null;
        if (outcome instanceof Outcome.Done<Facts>(Facts read)) {
            facts.set(read);
        }
        if (again) {
            again = false;
            refresh();
        }
    }

    private Facts read(Facts before, Job job) {
        long revision = catalog.revision();
        List<Run> last = runs.list(Optional.empty(), 0, RUNS);
        if (revision == before.revision()) {
            return new Facts(revision, before.sizes(), before.tables(), before.domains(), before.files(), last);
        }
        List<String> databases = catalog.databases();
        int tables = databases.stream().mapToInt(database -> catalog.tables(database).size()).sum();
        long domains = databases.stream().map(LakeFacts::domain).distinct().count();
        List<ObjectPath> files = new ArrayList<>();
        Map<Tier, Size> sizes = new EnumMap<>(Tier.class);
        for (Tier tier : Tier.values()) {
            sizes.put(tier, size(tier, files, job));
        }
        return new Facts(revision, sizes, tables, domains, List.copyOf(files), last);
    }

    private Size size(Tier tier, List<ObjectPath> files, Job job) {
        Size size = new Size(0, 0);
        Optional<String> next = Optional.empty();
        do {
            job.checkCancelled();
            Listing page = objects.list(Prefix.of(tier), false, next, PAGE);
            for (ObjectEntry entry : page.objects()) {
                size = size.plus(entry);
                if (tier == Tier.RAW && files.size() < MOST_FILES && UploadManifest.isData(entry.path())) {
                    files.add(entry.path());
                }
            }
            next = page.next();
        } while (next.isPresent());
        return size;
    }

    private static String domain(String database) {
        int end = database.lastIndexOf('_');
        return end < 0 ? database : database.substring(0, end);
    }
}
