package io.wonderlake.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Tier;
import io.wonderlake.settings.RecentItems;
import io.wonderlake.settings.SettingsFile;
import io.wonderlake.ui.kit.Action;
import io.wonderlake.ui.kit.Destination;
import io.wonderlake.ui.kit.FakeLake;
import io.wonderlake.ui.kit.LakeFacts;
import io.wonderlake.ui.kit.Recent;
import io.wonderlake.ui.kit.SavedQueries;
import io.wonderlake.ui.shell.PaletteItem.Group;
import io.wonderlake.work.DirectJobs;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaletteViewModelTest {
    @TempDir
    private Path folder;

    private final FakeLake lake = new FakeLake();
    private final DirectJobs jobs = new DirectJobs();
    private final List<Destination> opened = new ArrayList<>();
    private final List<Action> actions = new ArrayList<>();
    private Recent recent;
    private PaletteViewModel model;

    @BeforeEach
    void fill() {
        lake.table("workforce_curated.employee", Tier.CURATED, 40_000, "salary integer", "name varchar")
                .table("workforce_analytics.salary_by_skill", Tier.ANALYTICS, 6, "skill varchar", "total_salary decimal(38,0)")
                .text("config/queries/a.sql", "-- question: What is the Salary by skill?\n-- domain: workforce\nselect 1")
                .object("raw/workforce/salary.jsonl", 10);
        actions.add(new Action("Sort by salary", "fth-list", Optional.empty(), () -> { }));
        recent = new Recent(new SettingsFile<>(folder.resolve("recent.json"), RecentItems.class, RecentItems.NONE), "lake", Clock.systemUTC());
        LakeFacts facts = new LakeFacts(lake.objects(), lake.catalog(), lake.runs(), jobs);
        facts.refresh();
        jobs.runAll();
        model = new PaletteViewModel(new PaletteSearch(lake.catalog(), new SavedQueries(lake.objects()), facts, recent, opened::add), () -> actions, jobs, Clock.systemUTC());
    }

    @Test
    void findsColumnsTablesQueriesActionsAndFilesInThisOrder() {
        search("salary");
        assertThat(model.itemsProperty().get()).extracting(PaletteItem::group)
                .containsExactly(Group.COLUMNS, Group.COLUMNS, Group.TABLES, Group.SAVED, Group.ACTIONS, Group.FILES);
        assertThat(model.itemsProperty().get()).extracting(PaletteItem::title)
                .containsExactly("salary", "total_salary", "salary_by_skill", "What is the Salary by skill?", "Sort by salary", "salary.jsonl");
        assertThat(model.summaryProperty().get()).startsWith("6 results, ");
    }

    @Test
    void opensWhatALineStandsFor() {
        search("salary");
        model.itemsProperty().get().forEach(item -> item.run().run());
        assertThat(opened).containsExactly(
                new Destination.OfTable(TableName.parse("workforce_curated.employee"), Optional.of("salary")),
                new Destination.OfTable(TableName.parse("workforce_analytics.salary_by_skill"), Optional.of("total_salary")),
                new Destination.OfTable(TableName.parse("workforce_analytics.salary_by_skill"), Optional.empty()),
                new Destination.Sql("What is the Salary by skill?", "-- question: What is the Salary by skill?\n-- domain: workforce\nselect 1", false),
                new Destination.OfObject(ObjectPath.parse("raw/workforce/salary.jsonl")));
    }

    @Test
    void dropsTheAnswerOfAnEarlierSearch() {
        model.textProperty().set("name");
        model.textProperty().set("skill");
        jobs.runAll();
        assertThat(model.itemsProperty().get()).extracting(PaletteItem::title).contains("skill").doesNotContain("name");
    }

    @Test
    void offersWhatWasOpenedLastWhileNothingIsTyped() {
        recent.visited(new Destination.OfTable(TableName.parse("workforce_curated.employee"), Optional.empty()));
        model.reset();
        assertThat(model.itemsProperty().get()).extracting(PaletteItem::group).containsExactly(Group.RECENT, Group.ACTIONS);
        assertThat(jobs.active()).isEmpty();
    }

    @Test
    void movesTheChoiceAroundBothEnds() {
        search("salary");
        model.move(-1);
        assertThat(model.chosenItem()).map(PaletteItem::title).contains("salary.jsonl");
        model.move(1);
        assertThat(model.chosenItem()).map(PaletteItem::title).contains("salary");
    }

    @Test
    void narrowsToTheKindOfTheChosenLineAndBack() {
        search("salary");
        model.toggleKind();
        assertThat(model.itemsProperty().get()).extracting(PaletteItem::group).containsOnly(Group.COLUMNS);
        model.toggleKind();
        assertThat(model.itemsProperty().get()).hasSize(6);
    }

    @Test
    void saysWhenNothingHasTheWords() {
        search("nothing at all");
        assertThat(model.itemsProperty().get()).isEmpty();
        assertThat(model.chosenItem()).isEmpty();
        model.move(1);
        assertThat(model.summaryProperty().get()).startsWith("No results");
    }

    @Test
    void saysWhyTheLakeCouldNotBeSearchedAndStillOffersActions() {
        lake.tables.add(null);
        search("salary");
        assertThat(model.problem()).startsWith("The lake could not be searched.");
        assertThat(model.itemsProperty().get()).extracting(PaletteItem::group).containsOnly(Group.ACTIONS);
        lake.tables.removeLast();
        search("salar");
        assertThat(model.problem()).isEmpty();
    }

    @Test
    void cutsATitleIntoItsMatchedParts() {
        assertThat(Matches.parts(List.of("sal", "by"), "Salary_by")).containsExactly(
                new Matches.Part("Sal", true), new Matches.Part("ary_", false), new Matches.Part("by", true));
        assertThat(Matches.parts(List.of(), "x")).containsExactly(new Matches.Part("x", false));
    }

    private void search(String words) {
        model.textProperty().set(words);
        jobs.runAll();
    }
}
