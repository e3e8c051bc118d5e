package io.wonderlake.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.work.DirectJobs;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExploreTreeViewModelTest {
    @TempDir
    private Path root;
    private final DirectJobs jobs = new DirectJobs();
    private RealLake lake;
    private ExploreTreeViewModel tree;

    @BeforeEach
    void openLake() {
        lake = SmallLake.make(root);
        tree = new ExploreTreeViewModel(LakeParts.of(lake, jobs, Runnable::run), lake.settings());
    }

    @AfterEach
    void closeLake() {
        lake.close();
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
    void showsTiersUnderTheirDisplayedNamesWithDomainsAndTables() {
        read();
        assertThat(names(tree.roots())).startsWith("raw", "curated", "gold").contains("config").doesNotContain("archive");
        assertThat(at("curated", "tickit", "venue").look().detail()).isEqualTo("29");
        assertThat(at("curated", "tickit").look().detail()).isEqualTo("1");
        assertThat(at("curated").look().detail()).endsWith("KiB");
    }

    @Test
    void foldsPartitionsIntoOneLine() {
        read();
        TreeNode partitions = at("gold", "tickit", "seats_by_state", "venuestate");
        assertThat(partitions.thing()).isInstanceOf(TreeThing.OfPartitions.class);
        assertThat(partitions.look().detail()).isEqualTo("3 partitions");
    }

    @Test
    void opensTheRefinedTiersAtFirst() {
        read();
        assertThat(at("curated").expandedProperty().get()).isTrue();
        assertThat(at("raw").expandedProperty().get()).isFalse();
    }

    @Test
    void listsTheObjectsOfADatasetWhenItIsOpened() {
        read();
        TreeNode dataset = at("raw", "tickit", "venue");
        assertThat(dataset.children()).isEmpty();
        assertThat(dataset.leaf()).isFalse();
        tree.open(dataset);
        jobs.runAll();
        assertThat(names(dataset.children())).containsExactly("venue_pipe.txt");
    }

    @Test
    void showsDatasetsThatTheCatalogDoesNotKnow() {
        SmallLake.write(root.resolve("raw/tickit/fresh/a.csv"), "a,b\n1,2\n");
        read();
        assertThat(at("raw", "tickit", "fresh").thing()).isInstanceOf(TreeThing.OfFolder.class);
    }

    @Test
    void listsAFullFolderPageByPage() {
        for (int i = 0; i < 2_300; i++) {
            SmallLake.write(root.resolve("raw/tickit/full/part-%05d.csv".formatted(i)), "a\n");
        }
        read();
        TreeNode folder = at("raw", "tickit", "full");
        tree.open(folder);
        jobs.runAll();
        assertThat(folder.children()).hasSize(ExploreTreeViewModel.PAGE + 1);
        tree.more(folder.children().getLast());
        jobs.runAll();
        tree.more(folder.children().getLast());
        jobs.runAll();
        assertThat(folder.children()).hasSize(2_300);
        assertThat(folder.children().getLast().thing().name()).isEqualTo("part-02299.csv");
    }

    @Test
    void foldsKeyFoldersOfRawDatasets() {
        for (int day = 1; day <= 5; day++) {
            SmallLake.write(root.resolve("raw/tickit/days/day=2026-11-0%d/a.csv".formatted(day)), "a\n");
        }
        read();
        TreeNode folder = at("raw", "tickit", "days");
        tree.open(folder);
        jobs.runAll();
        assertThat(names(folder.children())).containsExactly("day");
        assertThat(folder.children().getFirst().look().detail()).isEqualTo("5 partitions");
        tree.open(folder.children().getFirst());
        jobs.runAll();
        assertThat(names(folder.children().getFirst().children())).hasSize(5).startsWith("day=2026-11-01");
    }

    @Test
    void narrowsToWhatMatchesAndShowsAllAgain() {
        read();
        tree.filterProperty().set("SEATS");
        assertThat(names(tree.roots())).containsExactly("gold");
        assertThat(names(at("gold", "tickit").children())).containsExactly("seats_by_state");
        assertThat(at("gold", "tickit").expandedProperty().get()).isTrue();
        tree.filterProperty().set("nothing like this");
        assertThat(tree.roots()).isEmpty();
        tree.filterProperty().set("");
        assertThat(names(tree.roots())).contains("raw", "curated", "gold");
    }

    @Test
    void keepsWhatIsOpenWhenItReadsAgain() {
        read();
        TreeNode dataset = at("raw", "tickit", "venue");
        dataset.expandedProperty().set(true);
        tree.open(dataset);
        jobs.runAll();
        SmallLake.write(root.resolve("raw/tickit/venue/venue_more.txt"), "31|Hall 31|NY|5\n");
        read();
        assertThat(at("raw", "tickit", "venue")).isSameAs(dataset);
        assertThat(names(dataset.children())).containsExactly("venue_more.txt", "venue_pipe.txt");
    }

    @Test
    void readsAgainOnlyWhenTheCatalogHasChanged() {
        read();
        tree.follow();
        jobs.runAll();
        assertThat(tree.stateProperty().get()).isInstanceOf(ExploreTreeViewModel.State.Idle.class);
        assertThat(names(at("gold", "tickit").children())).contains("seats_by_state");
        lake.catalog().drop(TableName.parse("tickit_analytics.seats_by_state"));
        tree.follow();
        jobs.runAll();
        assertThat(names(tree.roots())).doesNotContain("gold");
    }

    @Test
    void opensTheWayToATable() {
        read();
        tree.collapse();
        tree.reveal(TableName.parse("tickit_analytics.seats_by_state"));
        assertThat(tree.selectedProperty().get()).isSameAs(at("gold", "tickit", "seats_by_state"));
        assertThat(at("gold", "tickit").expandedProperty().get()).isTrue();
        tree.reveal(Prefix.parse("raw/tickit/venue"));
        assertThat(tree.selectedProperty().get()).isSameAs(at("raw", "tickit", "venue"));
    }

    @Test
    void marksTheTableWhoseLatestRunFailedAndWhatStandsAboveIt() {
        SmallLake.write(root.resolve("config/models/analytics/tickit.seats_by_state.sql"), """
                -- name: seats_by_state
                -- tier: analytics
                -- database: tickit_analytics
                -- inputs: [tickit_curated.venue]
                select no_such_column from tickit_curated.venue
                """);
        lake.pipelines().run("tickit", Optional.empty(), "test", new Job("test"));
        read();
        assertThat(at("gold", "tickit", "seats_by_state").look().mark()).isEqualTo(TreeNode.Mark.FAILED);
        assertThat(at("gold").look().mark()).isEqualTo(TreeNode.Mark.FAILED);
        assertThat(at("curated", "tickit", "venue").look().mark()).isEqualTo(TreeNode.Mark.NONE);
    }

    @Test
    void anEmptyLakeHasNoLines(@TempDir Path other) {
        try (RealLake empty = new RealLake(LakeFolder.create(other, new LakeSettings("Empty", Map.of())))) {
            ExploreTreeViewModel none = new ExploreTreeViewModel(LakeParts.of(empty, jobs, Runnable::run), empty.settings());
            none.refresh();
            jobs.runAll();
            assertThat(none.roots()).isEmpty();
            assertThat(none.stateProperty().get()).isInstanceOf(ExploreTreeViewModel.State.Idle.class);
        }
    }
}
