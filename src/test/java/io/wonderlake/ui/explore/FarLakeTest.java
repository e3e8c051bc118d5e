package io.wonderlake.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Content;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectVersion;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.ui.explore.TablePageViewModel.Page;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.work.DirectJobs;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Explore on a lake that stands elsewhere, where each look is a call and each statement costs.
class FarLakeTest {
    private static final ObjectPath VENUES = ObjectPath.parse("raw/tickit/venue/venue_pipe.txt");

    @TempDir
    private Path root;
    private final DirectJobs jobs = new DirectJobs();
    private FarLake lake;
    private ExploreTreeViewModel tree;

    @BeforeEach
    void openLake() {
        lake = new FarLake(SmallLake.make(root), Tier.RAW, Tier.CURATED, Tier.ANALYTICS, Tier.CONFIG);
        tree = new ExploreTreeViewModel(parts(), lake.settings());
    }

    @AfterEach
    void closeLake() {
        lake.close();
        assertThat(lake.statements).isEmpty();
    }

    private LakeParts parts() {
        return LakeParts.of(lake, jobs, Runnable::run);
    }

    private void read() {
        tree.refresh();
        jobs.runAll();
    }

    private static TreeNode child(List<TreeNode> nodes, String name) {
        return nodes.stream().filter(node -> node.thing().name().equals(name)).findFirst().orElseThrow(() -> new AssertionError(name + " is not in " + names(nodes)));
    }

    private static List<String> names(List<TreeNode> nodes) {
        return nodes.stream().map(node -> node.thing().name()).toList();
    }

    private TreeNode at(String... way) {
        TreeNode node = child(tree.roots(), way[0]);
        for (int i = 1; i < way.length; i++) {
            node = child(node.children(), way[i]);
        }
        return node;
    }

    @Test
    void readsTheTreeWithOneListing() {
        read();
        assertThat(names(tree.roots())).containsExactly("raw", "silver", "analytics", "config");
        assertThat(lake.store.calls).containsExactly("list raw/");
        assertThat(names(at("silver", "tickit").children())).containsExactly("venue");
        lake.store.forget();
        tree.follow();
        jobs.runAll();
        assertThat(lake.store.calls).isEmpty();
    }

    @Test
    void listsADomainOfRawWhenItIsOpened() {
        SmallLake.write(root.resolve("raw/tickit/fresh/a.csv"), "a,b\n1,2\n");
        read();
        TreeNode domain = at("raw", "tickit");
        assertThat(names(domain.children())).containsExactly("venue");
        tree.open(domain);
        jobs.runAll();
        assertThat(names(domain.children())).containsExactly("venue", "fresh");
        assertThat(domain.children().getFirst().thing()).isInstanceOf(TreeThing.OfTable.class);
        read();
        assertThat(names(at("raw", "tickit").children())).containsExactly("venue", "fresh");
    }

    @Test
    void aTierThatMayNotBeSeenHidesNoOther() {
        lake.store.denied.add(Tier.RAW);
        lake.store.denied.add(Tier.CONFIG);
        read();
        assertThat(names(tree.roots())).containsExactly("raw", "silver", "analytics", "config");
        TreeNode failure = at("raw").children().getLast();
        assertThat(failure.thing()).isInstanceOf(TreeThing.OfFailure.class);
        assertThat(failure.thing().name()).contains("s3:ListBucket");
        assertThat(at("raw").expandedProperty().get()).isTrue();
        assertThat(at("raw").look().mark()).isEqualTo(TreeNode.Mark.NONE);
        tree.open(at("config"));
        jobs.runAll();
        assertThat(names(at("config").children()).getFirst()).contains("s3:ListBucket");
        lake.store.denied.clear();
        tree.again(at("raw"));
        tree.again(at("config"));
        jobs.runAll();
        assertThat(names(at("raw").children())).containsExactly("tickit");
        assertThat(names(at("config").children())).contains("contracts");
    }

    @Test
    void showsTheTiersWhenTheCatalogMayNotBeSeen() {
        lake.noCatalog = Optional.of(Failure.of(Failure.Kind.DENIED, "failure.folder.denied", "glue:GetDatabases"));
        read();
        assertThat(tree.stateProperty().get()).isInstanceOf(ExploreTreeViewModel.State.Broken.class);
        assertThat(names(tree.roots())).containsExactly("raw", "silver", "analytics", "config");
        lake.noCatalog = Optional.empty();
        read();
        assertThat(names(at("silver", "tickit").children())).containsExactly("venue");
        lake.noCatalog = Optional.of(Failure.of(Failure.Kind.OFFLINE, "failure.folder.denied", "glue:GetDatabases"));
        read();
        assertThat(names(at("silver", "tickit").children())).containsExactly("venue");
    }

    @Test
    void saysHowOldTheCatalogIsAndRenewsIt() {
        read();
        assertThat(tree.asOfProperty().get()).contains(lake.asOf);
        tree.renew();
        jobs.runAll();
        assertThat(lake.refreshed).isOne();
        assertThat(tree.asOfProperty().get()).contains(lake.asOf);
    }

    private TablePageViewModel table(String name) {
        TablePageViewModel page = new TablePageViewModel(TableName.parse(name), parts());
        page.start();
        jobs.runAll();
        return page;
    }

    private static PreviewViewModel.Rows rows(TablePageViewModel page) {
        return ((PreviewViewModel.State.Shown) page.preview().state()).rows();
    }

    @Test
    void showsTheFirstRowsOfATableWithoutAStatement() {
        TablePageViewModel page = table("tickit_curated.venue");
        assertThat(rows(page).rows().rows()).isEqualTo(29);
        List<String> truth = page.truth(rows(page), 3);
        assertThat(truth.subList(0, 3)).satisfies(parts -> {
            assertThat(parts.get(0)).isEqualTo("29 rows, all");
            assertThat(parts.get(1)).isEqualTo("from 1 of 1 file");
            assertThat(parts.get(2)).endsWith("KiB fetched");
        });
        assertThat(truth.get(3)).startsWith("DuckDB on this computer, ");
        assertThat(truth.get(4)).startsWith("catalog as of ");
        assertThat(((TablePageViewModel.State.Ready) page.stateProperty().get()).facts().contract()).isPresent();
        page.close();
        assertThat(page(page, "tickit_curated.venue").get(2)).isEqualTo("fetched before");
    }

    private List<String> page(TablePageViewModel before, String name) {
        TablePageViewModel again = table(name);
        return again.truth(rows(again), 3);
    }

    @Test
    void readsPartitionsWithTheirValues() {
        TablePageViewModel page = table("tickit_analytics.seats_by_state");
        assertThat(rows(page).rows().page(0, 10)).extracting(row -> row[2]).containsExactly("CA", "NY", "OH");
        page.pageProperty().set(Page.FILES);
        jobs.runAll();
        page.pageProperty().set(Page.PARTITIONS);
        jobs.runAll();
        assertThat(page.list(Page.FILES).stateProperty().get()).isInstanceOf(ListViewModel.State.Shown.class);
        assertThat(page.list(Page.PARTITIONS).stateProperty().get()).isInstanceOf(ListViewModel.State.Shown.class);
    }

    @Test
    void measuresAColumnOverTheRowsThatAreShown() {
        TablePageViewModel page = table("tickit_curated.venue");
        page.choose("venueseats");
        jobs.runAll();
        Profile seats = ((ProfilesViewModel.State.Shown) page.profiles().stateProperty().get()).profile();
        assertThat(seats.rows()).isEqualTo(29);
        assertThat(seats.nulls()).isOne();
        assertThat(page.measuredOver()).isEmpty();
    }

    @Test
    void handsAllRowsToAQueryThatWaits() {
        TablePageViewModel page = table("tickit_curated.venue");
        assertThat(page.billed()).isTrue();
        assertThat(page.queryAll()).isEqualTo(new Destination.Sql("venue", "-- Athena charges for the bytes that this reads.\nselect * from tickit_curated.venue", false));
    }

    @Test
    void showsATableWhoseDefinitionsMayNotBeSeen() {
        lake.store.denied.add(Tier.CONFIG);
        TablePageViewModel page = table("tickit_curated.venue");
        assertThat(((TablePageViewModel.State.Ready) page.stateProperty().get()).facts().contract()).isEmpty();
        assertThat(rows(page).rows().rows()).isEqualTo(29);
    }

    @Test
    void saysWhichFilesMayNotBeRead() {
        lake.store.denied.add(Tier.CURATED);
        TablePageViewModel page = table("tickit_curated.venue");
        assertThat(((PreviewViewModel.State.Broken) page.preview().state()).failure().kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(page.stateProperty().get()).isInstanceOf(TablePageViewModel.State.Ready.class);
    }

    private ObjectPageViewModel object(ObjectPath path) {
        ObjectPageViewModel page = new ObjectPageViewModel(path, parts());
        page.start();
        jobs.runAll();
        return page;
    }

    private static HistoryViewModel.History history(ObjectPageViewModel page) {
        return ((HistoryViewModel.State.Shown) page.history().stateProperty().get()).history();
    }

    @Test
    void showsAnObjectWithItsClassItsTagsAndWhatWasFetched() {
        ObjectPageViewModel page = object(VENUES);
        ObjectLook look = ((ObjectPageViewModel.State.Ready) page.stateProperty().get()).look();
        assertThat(look.entry().storageClass()).isEqualTo("STANDARD");
        assertThat(history(page).labels()).containsEntry("team", "sales");
        assertThat(page.truth(look)).anyMatch(part -> part.endsWith(" fetched"));
        assertThat(lake.store.count("read")).isEqualTo(2);
    }

    @Test
    void bringsAnOldVersionBackWhenItIsMeant() {
        lake.store.put(VENUES, Content.of("1|Other hall|NY|5\n".getBytes(StandardCharsets.UTF_8)), new Job("test"));
        ObjectPageViewModel page = object(VENUES);
        assertThat(history(page).versions()).hasSize(2);
        ObjectVersion old = history(page).versions().getLast();
        assertThat(page.history().restorable()).isTrue();
        page.history().ask(old);
        page.history().leave();
        page.history().restore();
        jobs.runAll();
        assertThat(lake.store.count("restore")).isZero();
        page.history().ask(old);
        page.history().restore();
        jobs.runAll();
        assertThat(history(page).versions()).hasSize(3);
        assertThat(((ObjectPageViewModel.State.Ready) page.stateProperty().get()).look().facts().orElseThrow().rows()).isEqualTo(30);
    }

    @Test
    void aDeletedObjectShowsTheVersionsThatItHad() {
        lake.store.delete(VENUES);
        ObjectPageViewModel page = object(VENUES);
        assertThat(page.stateProperty().get()).isInstanceOf(ObjectPageViewModel.State.Broken.class);
        assertThat(history(page).versions()).hasSize(1);
        page.history().ask(history(page).versions().getFirst());
        page.history().restore();
        jobs.runAll();
        assertThat(page.stateProperty().get()).isInstanceOf(ObjectPageViewModel.State.Ready.class);
    }

    @Test
    void listsAFolderTenPagesAtATime() {
        for (int i = 0; i < 1_100; i++) {
            SmallLake.write(root.resolve("raw/tickit/full/part-%05d.csv".formatted(i)), "a\n");
        }
        FolderPageViewModel page = new FolderPageViewModel(Prefix.parse("raw/tickit/full"), parts());
        page.read();
        jobs.runAll();
        assertThat(lake.store.count("list")).isOne();
        assertThat(page.truth().getFirst()).isEqualTo("The first 1,000 objects");
        page.listOn();
        jobs.runAll();
        assertThat(page.truth().getFirst()).isEqualTo("1,100 objects");
    }
}
