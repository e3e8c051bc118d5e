package io.wonderlake.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.pipeline.LogLine;
import io.wonderlake.pipeline.LogLine.Level;
import io.wonderlake.work.DirectJobs;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LogViewModelTest {
    private final FakeRuns runs = new FakeRuns();
    private final DirectJobs jobs = new DirectJobs();
    private final LogViewModel model = new LogViewModel(runs, jobs);

    @Test
    void loadsOnlyThePagesInView() {
        lines(5_000);
        open(Optional.empty());
        assertThat(model.sizeProperty().get()).isEqualTo(5_000);
        runs.reads = 0;
        assertThat(model.line(10)).isEmpty();
        jobs.runAll();
        assertThat(model.line(10)).map(LogLine::message).contains("line 11");
        assertThat(runs.reads).isEqualTo(1);
    }

    @Test
    void findsAPositionFarDownInTheLinesOfOneStep() {
        lines(5_000);
        open(Optional.of("b"));
        assertThat(model.sizeProperty().get()).isEqualTo(2_500);
        model.line(2_400);
        jobs.runAll();
        assertThat(model.line(2_400)).map(LogLine::message).contains("line 4802");
    }

    @Test
    void goesFromHitToHitAndRoundAgain() {
        lines(2_000);
        open(Optional.empty());
        model.find("LINE 1500");
        assertThat(model.searchProperty().get().running()).isTrue();
        jobs.runAll();
        assertThat(model.focusProperty().get()).isEqualTo(1_499);
        model.find("line 199");
        jobs.runAll();
        assertThat(model.searchProperty().get().hits()).hasSize(11);
        model.previous();
        assertThat(model.focusProperty().get()).isEqualTo(1_998);
        model.next();
        assertThat(model.focusProperty().get()).isEqualTo(198);
    }

    @Test
    void saysThatNothingIsFound() {
        lines(3);
        open(Optional.empty());
        model.find("absent");
        jobs.runAll();
        assertThat(model.searchProperty().get().hits()).isEmpty();
        assertThat(model.searchProperty().get().running()).isFalse();
        model.next();
        assertThat(model.focusProperty().get()).isEqualTo(-1);
    }

    @Test
    void goesToTheFirstError() {
        lines(1_200);
        runs.line(Level.ERROR, "a", "rejected 27");
        model.open("1", Optional.empty(), true);
        jobs.runAll();
        assertThat(model.focusProperty().get()).isEqualTo(1_200);
    }

    @Test
    void dropsWhatComesLateFromAnotherLog() {
        lines(10);
        model.open("1", Optional.empty(), false);
        runs.log.clear();
        model.open("2", Optional.empty(), false);
        jobs.runAll();
        assertThat(model.sizeProperty().get()).isZero();
    }

    @Test
    void growsWithItsRun() {
        lines(10);
        open(Optional.empty());
        model.line(0);
        jobs.runAll();
        lines(5);
        model.refresh();
        jobs.runAll();
        model.line(12);
        jobs.runAll();
        assertThat(model.line(12)).map(LogLine::message).contains("line 13");
    }

    private void open(Optional<String> step) {
        model.open("1", step, false);
        jobs.runAll();
    }

    private void lines(int count) {
        for (int i = 0; i < count; i++) {
            runs.line(Level.INFO, runs.log.size() % 2 == 0 ? "a" : "b", "line " + (runs.log.size() + 1));
        }
    }
}
