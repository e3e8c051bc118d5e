package io.wonderlake.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.work.DirectJobs;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ActivityViewModelTest {
    private final DirectJobs jobs = new DirectJobs();
    private final Job quiet = new Job("quiet");
    private final ActivityViewModel later = model(Duration.ofSeconds(2));

    @Test
    void showsOnlyWhatHasGoneOnForAMoment() {
        ActivityViewModel now = model(Duration.ZERO);
        start(new Job("Query on DuckDB"));
        assertThat(now.linesProperty().get()).isEmpty();
        assertThat(now.label()).isEqualTo("No jobs running");
        assertThat(later.linesProperty().get()).hasSize(1);
        assertThat(later.label()).isEqualTo("1 job running");
    }

    @Test
    void neverShowsAQuietJob() {
        start(quiet);
        assertThat(later.linesProperty().get()).isEmpty();
    }

    @Test
    void saysHowFarAJobIsAndForgetsItAtItsEnd() {
        Job job = new Job("Export");
        start(job);
        job.report(new Progress("Writing", 118_000, 172_456, Progress.Unit.ROWS));
        later.refresh();
        ActivityViewModel.Line line = later.linesProperty().get().getFirst();
        assertThat(line.amount()).isEqualTo("118,000 of 172,456");
        assertThat(line.fraction()).isBetween(0.68, 0.69);
        assertThat(line.phase()).isEqualTo("Writing");
        job.cancel();
        later.refresh();
        assertThat(later.linesProperty().get().getFirst().phase()).isEqualTo("stopping");
        jobs.runAll();
        assertThat(later.linesProperty().get()).isEmpty();
    }

    @Test
    void countsInTheJobsOwnUnit() {
        assertThat(ActivityViewModel.amount(Progress.NONE)).isEmpty();
        assertThat(ActivityViewModel.amount(new Progress("", 2_254_857_830L, -1, Progress.Unit.BYTES))).isEqualTo("2.1 GiB");
        assertThat(ActivityViewModel.amount(new Progress("", 40, 100, Progress.Unit.PERCENT))).isEqualTo("40 %");
    }

    private void start(Job job) {
        jobs.start(job, () -> 1, _ -> { });
    }

    private ActivityViewModel model(Duration ahead) {
        return new ActivityViewModel(jobs, job -> job == quiet, Clock.offset(Clock.systemUTC(), ahead));
    }
}
