package io.wonderlake.ui.home;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Tier;
import io.wonderlake.settings.RecentItem;
import io.wonderlake.pipeline.Run;
import io.wonderlake.ui.kit.LakeFacts;
import io.wonderlake.ui.kit.Recent;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.util.List;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What Home shows: one sentence on the lake, what was opened last, how the last runs went, and what each tier takes up.
public final class HomeViewModel {
    private static final int MOST_RECENT = 7;

    private final LakeSettings lake;
    private final Optional<String> region;
    private final Catalog catalog;
    private final ObjectStore objects;
    private final Jobs jobs;
    private final Recent recent;
    private final ReadOnlyObjectWrapper<List<RecentLine>> recentLines = new ReadOnlyObjectWrapper<>(this, "recentLines", List.of());
    private final ReadOnlyObjectWrapper<LakeHealth> health = new ReadOnlyObjectWrapper<>(this, "health", LakeHealth.UNKNOWN);
    private final ReadOnlyObjectWrapper<List<TierBar>> tiers = new ReadOnlyObjectWrapper<>(this, "tiers", List.of());
    private final ReadOnlyObjectWrapper<Optional<Failure>> trouble = new ReadOnlyObjectWrapper<>(this, "trouble", Optional.empty());
    private final ReadOnlyObjectWrapper<String> summary = new ReadOnlyObjectWrapper<>(this, "summary", "");
    private Optional<Job> describing = Optional.empty();

    /// Something opened before.
    ///
    /// @param tier of a table that is still there
    /// @param gone whether it is no longer in the lake
    public record RecentLine(RecentItem item, String title, String detail, Optional<Tier> tier, boolean gone) { }

    /// What a tier takes up.
    ///
    /// @param fraction of the largest tier's bytes
    public record TierBar(Tier tier, String name, double fraction, String bytes, String files) { }

    /// `region` is where a lake stands that is not on this computer.
    public HomeViewModel(LakeSettings lake, Optional<String> region, Catalog catalog, ObjectStore objects, Jobs jobs, LakeFacts facts, Recent recent) {
        this.lake = lake;
        this.region = region;
        this.catalog = catalog;
        this.objects = objects;
        this.jobs = jobs;
        this.recent = recent;
        recent.items().addListener((InvalidationListener) _ -> describeRecent());
        facts.factsProperty().subscribe(this::show);
        describeRecent();
    }

    public ReadOnlyObjectProperty<List<RecentLine>> recentLinesProperty() {
        return recentLines.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<LakeHealth> healthProperty() {
        return health.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<TierBar>> tiersProperty() {
        return tiers.getReadOnlyProperty();
    }

    /// Why something of the lake is not known.
    public ReadOnlyObjectProperty<Optional<Failure>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    /// Empty until the lake was measured.
    public ReadOnlyObjectProperty<String> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    private void show(LakeFacts.Facts facts) {
        if (!facts.known()) {
            return;
        }
        summary.set(region.map(place -> Strings.text("home.summary.aws", lake.name(), place, facts.domains(), facts.tables()))
                .orElseGet(() -> Strings.text("home.summary", lake.name(), facts.domains(), facts.tables(), Formats.bytes(facts.bytes()))));
        health.set(LakeHealth.of(facts.runs()));
        trouble.set(facts.trouble());
        long most = Tier.DATA.stream().mapToLong(tier -> facts.size(tier).bytes()).max().orElse(0);
        tiers.set(Tier.DATA.stream().filter(facts.sizes()::containsKey).map(tier -> bar(tier, facts, most)).toList());
    }

    /// A size that nobody knows is not shown; the tables of the tier are.
    private TierBar bar(Tier tier, LakeFacts.Facts facts, long most) {
        LakeFacts.Size size = facts.size(tier);
        return new TierBar(tier, lake.tierName(tier), most <= 0 ? 0 : Math.max(0, (double) size.bytes() / most), size.bytes() < 0 ? "" : Formats.bytes(size.bytes()),
                size.files() < 0 ? Strings.text("home.tables", facts.tierTables().getOrDefault(tier, 0)) : Strings.text("home.files", size.files()));
    }

    /// The lines say what the catalog and the store know, which is asked in the background; the latest answer wins.
    private void describeRecent() {
        List<RecentItem> items = recent.items().stream().limit(MOST_RECENT).toList();
        describing.ifPresent(Job::cancel);
        if (items.isEmpty()) {
            describing = Optional.empty();
            recentLines.set(List.of());
            return;
        }
        Job job = new Job(Strings.text("home.recent.job"));
        describing = Optional.of(job);
        jobs.start(job, () -> items.stream().map(this::describe).toList(), outcome -> {
            if (describing.filter(job::equals).isPresent() && outcome instanceof Outcome.Done<List<RecentLine>>(List<RecentLine> lines)) {
                recentLines.set(lines);
            }
        });
    }

    private RecentLine describe(RecentItem item) {
        return switch (item.kind()) {
            case TABLE -> table(item, TableName.parse(item.name()));
            case FILE -> file(item, ObjectPath.parse(item.name()));
            case QUERY -> new RecentLine(item, item.name(), Strings.text("home.recent.query"), Optional.empty(), false);
            case RUN -> new RecentLine(item, Strings.text("home.recent.run", Run.label(item.name())), Strings.text("home.recent.run.detail"), Optional.empty(), false);
        };
    }

    private RecentLine table(RecentItem item, TableName name) {
        Optional<Table> found = catalog.find(name);
        String detail = found.map(table -> table.rows() < 0 ? name.database()
                : Strings.text("home.recent.table", name.database(), table.rows())).orElse(Strings.text("home.recent.gone", name.database()));
        return new RecentLine(item, name.table(), detail, found.map(Table::tier), found.isEmpty());
    }

    private RecentLine file(RecentItem item, ObjectPath path) {
        String folder = path.parent().toString();
        return objects.find(path)
                .map(entry -> new RecentLine(item, path.name(), Strings.text("home.recent.file", folder, Formats.bytes(entry.size())), Optional.of(path.tier()), false))
                .orElseGet(() -> new RecentLine(item, path.name(), Strings.text("home.recent.gone", folder), Optional.empty(), true));
    }
}
