package io.wonderlake.ui.kit;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Table;
import io.wonderlake.ingest.UploadManifest;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Workspace;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What several screens say of the whole lake: sizes by tier, tables, the last runs. Read in the background; the listing is kept until the
/// catalog changes. A lake that stands elsewhere is not listed for it: there it is what the catalog says, and what nobody has summed is not known.
public final class LakeFacts {
    private static final int PAGE = 1_000;
    private static final int RUNS = 50;
    private static final int MOST_FILES = 50_000;

    private final ObjectStore objects;
    private final Catalog catalog;
    private final Runs runs;
    private final Jobs jobs;
    private final List<Tier> tiers;
    private final boolean listed;
    private final ReadOnlyObjectWrapper<Facts> facts = new ReadOnlyObjectWrapper<>(this, "facts", Facts.NONE);
    private Job reading;
    private boolean again;

    /// What a tier takes up.
    ///
    /// @param bytes -1 when unknown
    /// @param files -1 when unknown
    public record Size(long bytes, long files) {
        Size plus(ObjectEntry entry) {
            return new Size(bytes + entry.size(), files + 1);
        }
    }

    /// @param revision of the catalog when the sizes were read; -1 before the first reading
    /// @param sizes of the tiers that the lake has
    /// @param tierTables how many tables each tier has
    /// @param trouble why something of it is missing
    /// @param files raw files by name, for searching; at most 50,000
    /// @param runs newest first, at most 50
    public record Facts(long revision, Map<Tier, Size> sizes, Map<Tier, Integer> tierTables, int tables, long domains, List<ObjectPath> files, List<Run> runs,
            Optional<Failure> trouble) {
        public static final Facts NONE = new Facts(-1, Map.of(), Map.of(), 0, 0, List.of(), List.of(), Optional.empty());

        public boolean known() {
            return revision >= 0;
        }

        /// Whether it is known what the lake takes up.
        public boolean measured() {
            return known() && sizes.values().stream().noneMatch(size -> size.bytes() < 0);
        }

        public long bytes() {
            return sizes.values().stream().mapToLong(Size::bytes).sum();
        }

        public Size size(Tier tier) {
            return sizes.getOrDefault(tier, new Size(0, 0));
        }
    }

    public LakeFacts(ObjectStore objects, Catalog catalog, Runs runs, Jobs jobs) {
        this(objects, catalog, runs, jobs, List.of(Tier.values()), true);
    }

    /// @param tiers that the lake has
    /// @param listed whether its objects may all be listed to measure it
    LakeFacts(ObjectStore objects, Catalog catalog, Runs runs, Jobs jobs, List<Tier> tiers, boolean listed) {
        this.tiers = tiers;
        this.listed = listed;
        this.objects = objects;
        this.catalog = catalog;
        this.runs = runs;
        this.jobs = jobs;
    }

    public static LakeFacts of(Workspace lake, Jobs jobs) {
        return switch (lake.profile()) {
            case LakeProfile.Local _ -> new LakeFacts(lake.objects(), lake.catalog(), lake.runs(), jobs);
            case LakeProfile.Aws aws -> new LakeFacts(lake.objects(), lake.catalog(), lake.runs(), jobs, aws.tiers().keySet().stream().sorted().toList(), false);
        };
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
        Optional<Failure> trouble = Optional.empty();
        List<Run> last = before.runs();
        try {
            last = runs.list(Optional.empty(), 0, RUNS);
        } catch (FailureException error) {
            job.checkCancelled();
            trouble = Optional.of(error.failure());
        }
        try {
            return read(before, last, trouble, job);
        } catch (FailureException error) {
            job.checkCancelled();
            return new Facts(Math.max(0, before.revision()), before.sizes(), before.tierTables(), before.tables(), before.domains(), before.files(), last, Optional.of(error.failure()));
        }
    }

    private Facts read(Facts before, List<Run> last, Optional<Failure> trouble, Job job) {
        long revision = catalog.revision();
        if (revision == before.revision() && before.trouble().isEmpty()) {
            return new Facts(revision, before.sizes(), before.tierTables(), before.tables(), before.domains(), before.files(), last, trouble);
        }
        List<String> databases = catalog.databases();
        List<Table> tables = databases.stream().flatMap(database -> catalog.tables(database).stream()).toList();
        long domains = databases.stream().map(LakeFacts::domain).distinct().count();
        List<ObjectPath> files = new ArrayList<>();
        Map<Tier, Size> sizes = new EnumMap<>(Tier.class);
        for (Tier tier : tiers) {
            sizes.put(tier, listed ? size(tier, files, job) : said(tier, tables));
        }
        Map<Tier, Integer> tierTables = new EnumMap<>(Tier.class);
        tables.forEach(table -> tierTables.merge(table.tier(), 1, Integer::sum));
        return new Facts(revision, sizes, tierTables, tables.size(), domains, List.copyOf(files), last, trouble);
    }

    /// What the catalog says that a tier of finished tables takes up.
    private static Size said(Tier tier, List<Table> tables) {
        List<Long> bytes = tables.stream().filter(table -> table.tier() == tier).map(Table::bytes).toList();
        boolean known = (tier == Tier.CURATED || tier == Tier.ANALYTICS) && !bytes.isEmpty() && bytes.stream().noneMatch(each -> each < 0);
        return new Size(known ? bytes.stream().mapToLong(Long::longValue).sum() : -1, -1);
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
