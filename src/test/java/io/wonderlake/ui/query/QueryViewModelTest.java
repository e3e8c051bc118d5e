package io.wonderlake.ui.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.engine.Query;
import io.wonderlake.engine.Statement;
import io.wonderlake.ui.query.QueryViewModel.State;
import io.wonderlake.work.DirectJobs;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QueryViewModelTest {
    private final FakeEngine engine = new FakeEngine();
    private final FakeEngine athena = new FakeEngine("Athena");
    private final Engines engines = new Engines(List.of(new Engines.Choice(engine, "here", true), new Engines.Choice(athena, "primary", false)), Optional.empty(), "");
    private final FakeResults results = new FakeResults();
    private final DirectJobs jobs = new DirectJobs();
    private final List<PastRun> past = new ArrayList<>();

    @Test
    void showsTheRowsOfAStatement() {
        QueryViewModel model = model("rows 5");
        model.run();
        assertThat(model.state()).isInstanceOf(State.Running.class);
        jobs.runAll();
        assertThat(model.state()).isEqualTo(new State.Idle());
        assertThat(model.answerProperty().get().rowCount()).isEqualTo(5);
        assertThat(model.answerProperty().get().end()).isInstanceOf(Answer.End.Whole.class);
        assertThat(past).singleElement().satisfies(run -> {
            assertThat(run.end()).isEqualTo(PastRun.End.DONE);
            assertThat(run.rows()).isEqualTo(5);
        });
    }

    @Test
    void showsTheFirstRowsWhileTheOthersAreOnTheirWay() {
        QueryViewModel model = model("rows 5");
        List<Object> seen = new ArrayList<>();
        results.beforeRest = () -> {
            seen.add(model.answerProperty().get().rowCount());
            seen.add(model.answerProperty().get().end());
        };
        model.run();
        jobs.runAll();
        assertThat(seen).containsExactly(2L, new Answer.End.Growing());
    }

    @Test
    void keepsTheOldRowsUntilTheFirstNewOnesAreThereAndFreesThemThen() {
        QueryViewModel model = model("rows 5");
        model.run();
        jobs.runAll();
        Answer old = model.answerProperty().get();
        model.run();
        assertThat(model.answerProperty().get()).isSameAs(old);
        assertThat(results.kept.getFirst().discarded).isFalse();
        jobs.runAll();
        assertThat(model.answers()).hasSize(1).doesNotContain(old);
        assertThat(results.kept.getFirst().discarded).isTrue();
    }

    @Test
    void isFreeAtOnceWhenCancelledAndDropsTheLateResult() {
        QueryViewModel model = model("rows 5");
        model.run();
        State.Running running = (State.Running) model.state();
        model.cancel();
        assertThat(model.state()).isInstanceOf(State.Cancelled.class);
        assertThat(running.job().isCancelled()).isTrue();
        jobs.runAll();
        assertThat(model.answers()).isEmpty();
        assertThat(model.state()).isInstanceOf(State.Cancelled.class);
        assertThat(past).extracting(PastRun::end).containsExactly(PastRun.End.CANCELLED);
    }

    @Test
    void dropsTheFirstRowsOfACancelledStatementAndFreesThem() {
        QueryViewModel model = model("rows 5");
        List<Runnable> later = new ArrayList<>();
        QueryViewModel slow = new QueryViewModel(model.document(), engines, results, jobs, later::add, past::add);
        slow.run();
        jobs.runAll();
        later.clear();
        slow.run();
        jobs.runNext();
        slow.cancel();
        later.forEach(Runnable::run);
        assertThat(results.kept.getLast().discarded).isTrue();
    }

    @Test
    void keepsTheRowsThatHadComeWhenCancelledHalfWay() {
        QueryViewModel model = model("rows 5");
        results.beforeRest = model::cancel;
        model.run();
        jobs.runAll();
        assertThat(model.answerProperty().get().rowCount()).isEqualTo(2);
        assertThat(model.answerProperty().get().end()).isInstanceOf(Answer.End.Stopped.class);
        assertThat(engine.open).isZero();
    }

    @Test
    void takesACancelFromTheActivityListAsItsOwn() {
        QueryViewModel model = model("rows 5");
        model.run();
        ((State.Running) model.state()).job().cancel();
        jobs.runAll();
        assertThat(model.state()).isInstanceOf(State.Cancelled.class);
    }

    @Test
    void saysWhyAStatementFailedAndKeepsTheOldRows() {
        QueryViewModel model = model("rows 3");
        model.run();
        jobs.runAll();
        model.document().textProperty().set("rows 3; fail");
        model.document().select(8, 8);
        model.run();
        jobs.runAll();
        assertThat(model.state()).isInstanceOfSatisfying(State.Broken.class, broken -> {
            assertThat(broken.failure().message()).contains("pricepayd");
            assertThat(broken.statement().start()).isEqualTo(8);
        });
        assertThat(model.answerProperty().get().rowCount()).isEqualTo(3);
        assertThat(past.getLast().message()).contains("pricepayd");
    }

    @Test
    void runsAllStatementsEachWithItsAnswer() {
        QueryViewModel model = model("rows 3; touch; rows 7");
        model.runAll();
        jobs.runAll();
        assertThat(model.answers()).extracting(Answer::rowCount).containsExactly(3L, -1L, 7L);
        assertThat(model.answers().get(1).end()).isInstanceOf(Answer.End.NoRows.class);
        assertThat(engine.open).isZero();
    }

    @Test
    void stopsRunningAllAtTheFirstFailure() {
        QueryViewModel model = model("rows 3; fail; rows 7");
        model.runAll();
        jobs.runAll();
        assertThat(model.answers()).extracting(Answer::number).containsExactly(1, 2);
        assertThat(model.answers().getLast().end()).isInstanceOf(Answer.End.Failed.class);
        assertThat(engine.queries).extracting(Query::sql).doesNotContain("rows 7");
    }

    @Test
    void runsTheSelectionElseTheStatementAtTheCaret() {
        QueryViewModel model = model("rows 1; rows 2");
        model.document().select(9, 9);
        model.run();
        jobs.runAll();
        model.document().select(0, 6);
        model.run();
        jobs.runAll();
        assertThat(engine.queries).extracting(Query::sql).containsExactly("rows 2", "rows 1");
    }

    @Test
    void doesNothingWithoutAStatement() {
        QueryViewModel model = model("  ");
        model.run();
        model.runAll();
        assertThat(model.state()).isEqualTo(new State.Idle());
    }

    @Test
    void isReadOnlyUntilUnlocked() {
        QueryViewModel model = model("touch");
        model.run();
        jobs.runAll();
        model.unlockedProperty().set(true);
        model.run();
        jobs.runAll();
        assertThat(engine.queries).extracting(Query::unlocked).containsExactly(false, true);
    }

    @Test
    void locksAgainWhenAnotherEngineIsChosen() {
        QueryViewModel model = model("touch");
        model.unlockedProperty().set(true);
        model.document().engineProperty().set("Athena");
        assertThat(model.unlockedProperty().get()).isFalse();
    }

    @Test
    void runsOnTheEngineThatWasChosenWhenItBegan() {
        QueryViewModel model = model("rows 3; rows 4");
        model.document().engineProperty().set("Athena");
        model.runAll();
        model.document().engineProperty().set("DuckDB");
        jobs.runAll();
        assertThat(athena.queries).hasSize(2);
        assertThat(engine.queries).isEmpty();
        assertThat(model.answers()).extracting(answer -> answer.engine().name()).containsExactly("Athena", "Athena");
        assertThat(past).extracting(PastRun::engine).containsExactly("Athena", "Athena");
    }

    @Test
    void saysWhatItCost() {
        QueryViewModel model = model("rows 3");
        model.document().engineProperty().set("Athena");
        model.run();
        jobs.runAll();
        assertThat(ResultWords.truth(model.answerProperty().get(), Optional.empty(), false)).containsExactly("3 of 3 rows, all here", "38.4 GiB scanned", "$0.19", "Athena 4.2 s");
    }

    @Test
    void asksBeforeItRunsABilledStatementAgainForAllRows() {
        QueryViewModel model = model("rows 3");
        model.document().engineProperty().set("Athena");
        model.run();
        jobs.runAll();
        model.loadAllRows();
        jobs.runAll();
        assertThat(athena.queries).hasSize(1);
        assertThat(model.questionProperty().get()).contains("Athena", "$0.19", "38.4 GiB");
        model.leaveCut();
        assertThat(model.questionProperty().get()).isEmpty();
        model.loadAllRows();
        model.runInFull();
        jobs.runAll();
        assertThat(athena.queries).hasSize(2);
        assertThat(model.questionProperty().get()).isEmpty();
    }

    @Test
    void loadsAllRowsAtOnceWhereThatCostsNothing() {
        QueryViewModel model = model("rows 3");
        model.run();
        jobs.runAll();
        model.loadAllRows();
        jobs.runAll();
        assertThat(engine.queries).hasSize(2);
    }

    @Test
    void givesTheValuesOfTheParameters() {
        QueryViewModel model = model("touch :n :day :name :text");
        model.document().parameter("n", "42");
        model.document().parameter("day", "2026-11-19");
        model.document().parameter("name", "O\u2019Hara");
        model.document().parameter("text", "'7'");
        model.run();
        jobs.runAll();
        assertThat(engine.queries).singleElement().satisfies(query -> {
            assertThat(query.sql()).isEqualTo("touch ? ? ? ?");
            assertThat(query.parameters()).containsExactly(42L, LocalDate.of(2026, 11, 19), "O\u2019Hara", "7");
        });
    }

    @Test
    void saysWhichParameterHasNoValue() {
        QueryViewModel model = model("touch :n");
        model.run();
        jobs.runAll();
        assertThat(model.state()).isInstanceOfSatisfying(State.Broken.class, broken -> assertThat(broken.failure().message()).contains("n"));
        assertThat(engine.queries).isEmpty();
    }

    @Test
    void freesItsRowsWhenClosed() {
        QueryViewModel model = model("rows 5");
        model.run();
        jobs.runAll();
        model.close();
        assertThat(results.kept).allMatch(kept -> kept.discarded);
        assertThat(model.answers()).isEmpty();
    }

    private QueryViewModel model(String sql) {
        QueryDocument document = new QueryDocument(new Draft("a", "Query 1", sql, 0, Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(document.statements()).extracting(Statement::sql).doesNotContain("");
        return new QueryViewModel(document, engines, results, jobs, Runnable::run, past::add);
    }
}
