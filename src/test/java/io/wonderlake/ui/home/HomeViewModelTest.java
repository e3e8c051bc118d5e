package io.wonderlake.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Tier;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun.RuleCount;
import io.wonderlake.settings.RecentItems;
import io.wonderlake.settings.SettingsFile;
import io.wonderlake.ui.home.LakeHealth.Level;
import io.wonderlake.ui.home.LakeHealth.Sign;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.FakeLake;
import io.wonderlake.ui.kit.LakeFacts;
import io.wonderlake.ui.kit.Recent;
import io.wonderlake.work.DirectJobs;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeViewModelTest {
    private static final TableName SALES = TableName.parse("tickit_curated.sales");

    @TempDir
    private Path folder;

    private final FakeLake lake = new FakeLake();
    private final DirectJobs jobs = new DirectJobs();
    private LakeFacts facts;
    private Recent recent;
    private HomeViewModel model;

    @BeforeEach
    void open() {
        lake.table(SALES.toString(), Tier.CURATED, 172_456, "salesid integer").table("workforce_analytics.x", Tier.ANALYTICS, -1, "a integer")
                .object("raw/tickit/a.txt", 4_000).object("raw/tickit/b.txt", 4_000).object("curated/tickit/sales/part.parquet", 2_000);
        facts = new LakeFacts(lake.objects(), lake.catalog(), lake.runs(), jobs);
        recent = new Recent(new SettingsFile<>(folder.resolve("recent.json"), RecentItems.class, RecentItems.NONE), "lake", Clock.systemUTC());
        model = new HomeViewModel(lake.settings, Optional.empty(), lake.catalog(), lake.objects(), jobs, facts, recent);
    }

    @Test
    void saysNothingBeforeTheLakeIsMeasured() {
        assertThat(model.summaryProperty().get()).isEmpty();
        assertThat(model.tiersProperty().get()).isEmpty();
    }

    @Test
    void sumsUpTheLakeByTier() {
        read();
        assertThat(model.summaryProperty().get()).contains("2 domains, 2 tables, 9.8 KiB");
        assertThat(model.tiersProperty().get()).extracting(HomeViewModel.TierBar::name).containsExactly("raw", "curated", "analytics", "archive");
        assertThat(model.tiersProperty().get()).extracting(HomeViewModel.TierBar::fraction).containsExactly(1.0, 0.25, 0.0, 0.0);
        assertThat(model.tiersProperty().get()).extracting(HomeViewModel.TierBar::files).containsExactly("2 files", "1 file", "0 files", "0 files");
    }

    @Test
    void keepsTheSizesUntilTheCatalogChanges() {
        read();
        lake.object("raw/tickit/c.txt", 8_000);
        read();
        assertThat(facts.facts().size(Tier.RAW).files()).isEqualTo(2);
        lake.revision++;
        read();
        assertThat(facts.facts().size(Tier.RAW).files()).isEqualTo(3);
    }

    @Test
    void listsWhatWasOpenedLastWithWhatTheLakeKnowsOfIt() {
        recent.visited(new Destination.OfObject(ObjectPath.parse("raw/tickit/a.txt")));
        recent.visited(new Destination.OfTable(SALES, Optional.empty()));
        recent.visited(new Destination.OfTable(TableName.parse("gone.table"), Optional.empty()));
        recent.visited(new Destination.Home());
        jobs.runAll();
        List<HomeViewModel.RecentLine> lines = model.recentLinesProperty().get();
        assertThat(lines).extracting(HomeViewModel.RecentLine::title).containsExactly("table", "sales", "a.txt");
        assertThat(lines).extracting(HomeViewModel.RecentLine::gone).containsExactly(true, false, false);
        assertThat(lines).extracting(HomeViewModel.RecentLine::detail).containsExactly("gone · no longer in the lake", "tickit_curated · 172,456 rows", "raw/tickit/ · 3.9 KiB");
        assertThat(Recent.destination(lines.get(1).item())).isEqualTo(new Destination.OfTable(SALES, Optional.empty()));
    }

    @Test
    void tellsTheHealthFromTheLastRunOfEachPipeline() {
        lake.run(1, "tickit", RunState.FAILED, Instant.EPOCH, FakeLake.step("curate.event", RunState.FAILED, 3))
                .run(2, "tickit", RunState.WARNED, Instant.EPOCH, FakeLake.step("curate.event", RunState.WARNED, 0, new RuleCount("a", "", 130, List.of()), new RuleCount("b", "", 9, List.of())))
                .run(3, "retail", RunState.FAILED, Instant.EPOCH, FakeLake.step("curate.report", RunState.FAILED, 27))
                .run(4, "tickit", RunState.RUNNING, Instant.EPOCH);
        read();
        LakeHealth health = model.healthProperty().get();
        assertThat(health.signs()).extracting(Sign::level).containsExactly(Level.FAILED, Level.REJECTED, Level.WARNED);
        assertThat(health.signs()).extracting(Sign::text).containsExactly("Run retail #3 failed", "27 rows rejected", "139 rows break 2 rules");
        assertThat(health.signs()).extracting(Sign::where).last().isEqualTo(new Destination.OfRun("2", Optional.of("curate.event")));
        assertThat(health.failed()).isOne();
        assertThat(health.worthALook()).isEqualTo(2);
    }

    @Test
    void findsNothingWrongWhereNothingIs() {
        lake.run(1, "tickit", RunState.DONE, Instant.EPOCH, FakeLake.step("curate.event", RunState.DONE, 0));
        read();
        assertThat(model.healthProperty().get().ran()).isTrue();
        assertThat(model.healthProperty().get().signs()).isEmpty();
    }

    @Test
    void leavesTheFactsAsTheyWereWhenAReadingFails() {
        read();
        lake.tables.add(null);
        lake.revision++;
        read();
        assertThat(facts.facts().tables()).isEqualTo(2);
    }

    private void read() {
        facts.refresh();
        jobs.runAll();
    }
}
