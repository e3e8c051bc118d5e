package io.wonderlake.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.lake.ObjectPath;
import io.wonderlake.ui.kit.SavedQuery;
import io.wonderlake.ui.kit.Spending;
import io.wonderlake.work.DirectJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeskViewModelTest {
    @TempDir
    Path folder;
    private final Spending spending = new Spending();
    private final DirectJobs jobs = new DirectJobs();

    @Test
    void beginsWithOneEmptyDocument() {
        DeskViewModel desk = desk();
        assertThat(desk.documents()).hasSize(1);
        assertThat(desk.selectedProperty().get().document().title()).isEqualTo("Query 1");
    }

    @Test
    void opensAgainWhatWasOpen() {
        DeskViewModel desk = desk();
        desk.selectedProperty().get().document().textProperty().set("select 1");
        desk.selectedProperty().get().document().select(3, 3);
        desk.add().document().textProperty().set("select 2");
        desk.save();
        jobs.runAll();
        DeskViewModel next = desk();
        assertThat(next.documents()).extracting(model -> model.document().textProperty().get()).containsExactly("select 1", "select 2");
        assertThat(next.documents().getFirst().document().caret()).isEqualTo(3);
        assertThat(next.selectedProperty().get().document().title()).isEqualTo("Query 2");
    }

    @Test
    void keepsTheLastStateWhenAChangeComesDuringAWrite() {
        DeskViewModel desk = desk();
        QueryDocument document = desk.selectedProperty().get().document();
        document.textProperty().set("a");
        desk.save();
        document.textProperty().set("b");
        desk.save();
        jobs.runAll();
        assertThat(desk().selectedProperty().get().document().textProperty().get()).isEqualTo("b");
    }

    @Test
    void neverWritesOverTheDocumentsBeforeTheyWereRead() {
        DeskViewModel first = desk();
        first.selectedProperty().get().document().textProperty().set("precious");
        first.save();
        jobs.runAll();
        DeskViewModel early = make();
        early.open("Other", "select 2");
        early.close();
        assertThat(desk().documents()).extracting(model -> model.document().textProperty().get()).contains("precious");
    }

    @Test
    void opensASavedQueryOnlyOnceAndShowsWhetherItWasChanged() {
        DeskViewModel desk = desk();
        SavedQuery saved = SavedQuery.of(ObjectPath.parse("config/queries/top.sql"), "-- question: What sells?\nselect 1");
        QueryDocument document = desk.open(saved).document();
        assertThat(desk.open(saved).document()).isSameAs(document);
        assertThat(document.changedProperty().get()).isFalse();
        document.textProperty().set("select 2");
        assertThat(document.changedProperty().get()).isTrue();
    }

    @Test
    void remembersTheEngineOfEachDocumentAndBeginsTheNextOneWithIt() {
        DeskViewModel desk = desk();
        desk.selectedProperty().get().document().engineProperty().set("Athena");
        desk.add();
        desk.selectedProperty().get().document().engineProperty().set("DuckDB");
        desk.save();
        jobs.runAll();
        assertThat(desk().documents()).extracting(model -> model.engine().name()).containsExactly("Athena", "DuckDB");
    }

    @Test
    void takesTheUsualEngineForOneThatTheLakeDoesNotHave() {
        DeskViewModel desk = desk();
        desk.selectedProperty().get().document().engineProperty().set("Redshift");
        assertThat(desk.selectedProperty().get().engine().name()).isEqualTo("DuckDB");
    }

    @Test
    void opensAPastRunOnTheEngineThatRanItAndCountsWhatItCost() {
        DeskViewModel desk = desk();
        QueryViewModel model = desk.open("Costly", "rows 5");
        model.document().engineProperty().set("Athena");
        model.run();
        jobs.runAll();
        model.run();
        jobs.runAll();
        assertThat(spending.dollarsProperty().get()).isEqualByComparingTo("0.384");
        desk.open(desk.past().getFirst());
        assertThat(desk.selectedProperty().get().engine().name()).isEqualTo("Athena");
        assertThat(desk().past().getFirst().dollars()).hasValueSatisfying(dollars -> assertThat(dollars).isEqualByComparingTo("0.192"));
    }

    @Test
    void alwaysHasADocumentInFront() {
        DeskViewModel desk = desk();
        desk.close(desk.selectedProperty().get());
        assertThat(desk.documents()).hasSize(1).contains(desk.selectedProperty().get());
    }

    @Test
    void saysThatDocumentsCannotBeKept() throws IOException {
        DeskViewModel desk = desk();
        Files.delete(folder.resolve("open").resolve("documents.json"));
        for (Path file : Files.list(folder.resolve("open")).toList()) {
            Files.delete(file);
        }
        Files.delete(folder.resolve("open"));
        Files.writeString(folder.resolve("open"), "a file in the way");
        desk.add().document().textProperty().set("x");
        desk.save();
        jobs.runAll();
        assertThat(desk.troubleProperty().get()).isPresent();
    }

    private DeskViewModel desk() {
        DeskViewModel desk = make();
        desk.restore();
        jobs.runAll();
        desk.save();
        jobs.runAll();
        return desk;
    }

    private DeskViewModel make() {
        return new DeskViewModel(new Engines(List.of(new Engines.Choice(new FakeEngine(), "here", true), new Engines.Choice(new FakeEngine("Athena"), "primary", false)), Optional.empty(), ""), new FakeResults(), jobs, Runnable::run,
                new DeskViewModel.Memory(new Drafts(folder.resolve("open")), new History(folder.resolve("history.json")), spending));
    }
}
