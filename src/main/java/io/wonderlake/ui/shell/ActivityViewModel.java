package io.wonderlake.ui.shell;

import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The background work that has gone on for a moment: how far each job is, and how to stop it.
public final class ActivityViewModel {
    private static final Duration NOTICED_AFTER = Duration.ofMillis(600);

    private final Jobs jobs;
    private final Predicate<Job> quiet;
    private final Clock clock;
    private final ReadOnlyObjectWrapper<List<Line>> lines = new ReadOnlyObjectWrapper<>(this, "lines", List.of());

    /// One job as the list shows it.
    ///
    /// @param amount what is done, in the job's unit; empty when nothing is counted
    /// @param fraction between 0 and 1, or -1 when the end is unknown
    public record Line(Job job, String title, String phase, String amount, String time, double fraction) { }

    /// Jobs that `quiet` accepts are never shown.
    public ActivityViewModel(Jobs jobs, Predicate<Job> quiet, Clock clock) {
        this.jobs = jobs;
        this.quiet = quiet;
        this.clock = clock;
        jobs.onChange(this::refresh);
    }

    public ReadOnlyObjectProperty<List<Line>> linesProperty() {
        return lines.getReadOnlyProperty();
    }

    /// Whether anything at all is under way, noticed or not; then `refresh` should be called now and then.
    public boolean busy() {
        return !jobs.active().isEmpty();
    }

    public void refresh() {
        lines.set(jobs.active().stream().filter(quiet.negate()).filter(this::noticed).map(this::line).toList());
    }

    public String label() {
        return switch (lines.get().size()) {
            case 0 -> Strings.text("shell.activity.none");
            case 1 -> Strings.text("shell.activity.one");
            default -> Strings.text("shell.activity.many", lines.get().size());
        };
    }

    private boolean noticed(Job job) {
        return elapsed(job).compareTo(NOTICED_AFTER) >= 0;
    }

    private Duration elapsed(Job job) {
        return Duration.between(job.started(), clock.instant());
    }

    private Line line(Job job) {
        Progress progress = job.progress();
        String phase = job.isCancelled() ? Strings.text("shell.activity.stopping") : progress.phase();
        return new Line(job, job.title(), phase, amount(progress), Formats.duration(elapsed(job)), progress.fraction());
    }

    /// How much is done, in words: `118,000 of 172,456`, `2.1 GiB`.
    static String amount(Progress progress) {
        if (progress.done() <= 0 && progress.total() <= 0) {
            return "";
        }
        String done = number(progress.done(), progress.unit());
        return progress.total() <= 0 || progress.unit() == Progress.Unit.PERCENT ? done
                : Strings.text("shell.activity.of", done, number(progress.total(), progress.unit()));
    }

    private static String number(long value, Progress.Unit unit) {
        return switch (unit) {
            case BYTES -> Formats.bytes(value);
            case PERCENT -> value + " %";
            case ROWS, FILES, STEPS -> Formats.count(value);
        };
    }
}
