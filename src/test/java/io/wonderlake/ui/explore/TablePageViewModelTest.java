package io.wonderlake.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.TableName;
import io.wonderlake.ui.explore.ProfilesViewModel.State.Shown;
import io.wonderlake.ui.explore.TablePageViewModel.Page;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.work.DirectJobs;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablePageViewModelTest {
    @TempDir
    private Path root;
    private final DirectJobs jobs = new DirectJobs();
    private RealLake lake;

    @BeforeEach
    void openLake() {
        lake = SmallLake.make(root);
    }

    @AfterEach
    void closeLake() {
        lake.close();
    }

    private TablePageViewModel page(String table) {
        return new TablePageViewModel(TableName.parse(table), LakeParts.of(lake, jobs, Runnable::run));
    }

    private TablePageViewModel started(String table) {
        TablePageViewModel page = page(table);
        page.start();
        jobs.runAll();
        return page;
    }

    private static TableFacts facts(TablePageViewModel page) {
        return ((TablePageViewModel.State.Ready) page.stateProperty().get()).facts();
    }

    private static PreviewViewModel.Rows rows(TablePageViewModel page) {
        return ((PreviewViewModel.State.Shown) page.preview().state()).rows();
    }

    @Test
    void knowsTheTableItsContractItsRunAndItsNeighbours() {
        TableFacts facts = facts(started("tickit_curated.venue"));
        assertThat(facts.table().rows()).isEqualTo(29);
        assertThat(facts.state()).isEqualTo(new TableState.Warned(1));
        assertThat(facts.contract().orElseThrow().version()).isEqualTo("1.2.0");
        assertThat(facts.inputs()).containsExactly(TableName.parse("tickit_raw.venue"));
        assertThat(facts.outputs()).containsExactly(TableName.parse("tickit_analytics.seats_by_state"));
        assertThat(facts.last().orElseThrow().step().rowsRejected()).isEqualTo(1);
    }

    @Test
    void saysHowTheContractStands() {
        TableFacts facts = facts(started("tickit_curated.venue"));
        List<ContractLines.Line> lines = ContractLines.of(facts.contract().orElseThrow(), facts.last().map(LastSteps.InRun::step));
        assertThat(lines).extracting(ContractLines.Line::standing)
                .containsExactly(ContractLines.Standing.MET, ContractLines.Standing.BROKEN, ContractLines.Standing.BROKEN);
        assertThat(lines.get(1)).isEqualTo(new ContractLines.Line(ContractLines.Standing.BROKEN, "The venue has fewer than ten seats.", "1"));
        assertThat(ContractLines.of(facts.contract().orElseThrow(), Optional.empty())).extracting(ContractLines.Line::standing)
                .containsOnly(ContractLines.Standing.UNCHECKED);
    }

    @Test
    void showsTheRowsAndWhatTheyTook() {
        TablePageViewModel page = started("tickit_curated.venue");
        assertThat(rows(page).all()).isTrue();
        assertThat(rows(page).rows().page(0, 1).getFirst()).startsWith(1, "Hall 1", "CA", 1_000);
        assertThat(page.truth(rows(page), 100)).startsWith("29 rows, all").anyMatch(part -> part.startsWith("DuckDB"));
    }

    @Test
    void listsColumnsFilesPartitionsAndVersions() {
        TablePageViewModel page = started("tickit_analytics.seats_by_state");
        for (Page each : List.of(Page.COLUMNS, Page.FILES, Page.PARTITIONS, Page.VERSIONS)) {
            page.pageProperty().set(each);
            jobs.runAll();
        }
        assertThat(listed(page, Page.COLUMNS)).extracting(row -> row[0]).containsExactly("venues", "seats", "venuestate");
        assertThat(listed(page, Page.FILES)).hasSize(3).allSatisfy(row -> assertThat((String) row[3]).startsWith("venuestate="));
        assertThat(listed(page, Page.PARTITIONS)).extracting(row -> row[0]).containsExactly("CA", "NY", "OH");
        assertThat(listed(page, Page.VERSIONS)).hasSize(1);
    }

    private static List<Object[]> listed(TablePageViewModel page, Page of) {
        return ((ListViewModel.State.Shown) page.list(of).stateProperty().get()).listed().source().page(0, 100);
    }

    @Test
    void measuresTheChosenColumnOnce() {
        TablePageViewModel page = started("tickit_curated.venue");
        page.choose("venueseats");
        jobs.runAll();
        Profile seats = ((Shown) page.profiles().stateProperty().get()).profile();
        assertThat(seats.nulls()).isEqualTo(1);
        assertThat(seats.distinct()).isEqualTo(28);
        assertThat(seats.least()).isEqualTo("3");
        assertThat(seats.most()).isEqualTo("30,000");
        assertThat(seats.bars().stream().mapToLong(Long::longValue).sum()).isEqualTo(28);
        page.choose("venuestate");
        jobs.runAll();
        Profile state = ((Shown) page.profiles().stateProperty().get()).profile();
        assertThat(state.top()).extracting(Profile.Frequent::value).containsExactlyInAnyOrder("CA", "NY", "OH");
        page.choose("venueseats");
        assertThat(jobs.active()).isEmpty();
        assertThat(((Shown) page.profiles().stateProperty().get()).profile()).isSameAs(seats);
    }

    @Test
    void choosesTheColumnThatWasAskedForBeforeTheTableWasKnown() {
        TablePageViewModel page = page("tickit_curated.venue");
        page.choose("venuestate");
        page.start();
        jobs.runAll();
        assertThat(page.chosenProperty().get().name()).isEqualTo("venuestate");
        assertThat(page.profiles().stateProperty().get()).isInstanceOf(Shown.class);
    }

    @Test
    void showsTheNewVersionWhenOneIsPublished() {
        TablePageViewModel page = started("tickit_curated.venue");
        page.pageProperty().set(Page.VERSIONS);
        jobs.runAll();
        SmallLake.write(root.resolve("raw/tickit/venue/venue_more.txt"), "31|Hall 31|NY|5000\n");
        lake.pipelines().run("tickit", Optional.empty(), "test", new Job("test"));
        page.follow();
        jobs.runAll();
        assertThat(facts(page).table().version()).isEqualTo(2);
        assertThat(listed(page, Page.VERSIONS)).hasSize(2);
        assertThat(rows(page).rows().rows()).isEqualTo(30);
    }

    @Test
    void saysThatATableIsNotThere() {
        TablePageViewModel page = started("tickit_curated.nothing");
        assertThat(page.stateProperty().get()).isInstanceOf(TablePageViewModel.State.Broken.class);
        assertThat(page.preview().state()).isInstanceOf(PreviewViewModel.State.Broken.class);
    }

    @Test
    void aCancelledPreviewCanBeTriedAgain() {
        TablePageViewModel page = page("tickit_curated.venue");
        page.start();
        page.preview().cancel();
        jobs.runAll();
        assertThat(page.preview().state()).isInstanceOf(PreviewViewModel.State.Cancelled.class);
        page.preview().again();
        jobs.runAll();
        assertThat(rows(page).rows().rows()).isEqualTo(29);
    }

    @Test
    void leadsToAQueryOfTheTable() {
        assertThat(page("tickit_curated.venue").query()).isEqualTo(new Destination.Sql("venue", "select * from tickit_curated.venue\nlimit 1000", true));
    }
}
