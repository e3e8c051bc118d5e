package io.wonderlake.ui.runs;

import io.wonderlake.catalog.Column;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.pipeline.BadRows;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The chosen step: where its bad rows are, how many, and from which file most of them came.
public final class StepViewModel {
    private static final int PAGE = 1_000;
    private static final long MOST = 20_000;
    private final Runs runs;
    private final Jobs jobs;
    private final ReadOnlyLongWrapper badTotal = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<List<Column>> badColumns = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Source>> source = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Failure>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private String run = "";
    private String step = "";
    private long rejected = -1;

    /// The file that most of the bad rows come from.
    ///
    /// @param of how many rows were looked at, the first ones
    public record Source(ObjectPath file, long rows, long of) { }

    private record Found(BadRows first, Optional<Source> source) { }

    StepViewModel(Runs runs, Jobs jobs) {
        this.runs = runs;
        this.jobs = jobs;
    }

    /// Looks at a step; again only when it is another one or has refused more rows since.
    public void open(String runId, StepRun now) {
        boolean other = !run.equals(runId) || !step.equals(now.step());
        if (!other && rejected == now.rowsRejected()) {
            return;
        }
        run = runId;
        step = now.step();
        rejected = now.rowsRejected();
        if (other || rejected == 0) {
            forget();
        }
        if (rejected > 0) {
            jobs.start(new Job(Strings.text("runs.job.bad")), () -> find(runId, now.step()), outcome -> take(runId, now.step(), outcome));
        }
    }

    private void forget() {
        badTotal.set(0);
        badColumns.set(List.of());
        source.set(Optional.empty());
        trouble.set(Optional.empty());
    }

    private void take(String of, String name, Outcome<Found> outcome) {
        if (!of.equals(run) || !name.equals(step)) {
            return;
        }
        switch (outcome) {
            case Outcome.Done(Found(BadRows rows, Optional<Source> from)) -> {
                source.set(from);
                badTotal.set(rows.total());
                badColumns.set(rows.columns());
            }
            case Outcome.Failed(Failure failure) -> trouble.set(Optional.of(failure));
            case Outcome.Cancelled() -> { }
        }
    }

    /// Counts the first rows by their file; blocks.
    private Found find(String runId, String name) {
        BadRows first = runs.badRows(runId, name, 0, PAGE);
        int at = first.columns().stream().map(Column::name).toList().indexOf("file");
        if (at < 0) {
            return new Found(first, Optional.empty());
        }
        Map<String, Long> counts = new LinkedHashMap<>();
        long seen = 0;
        for (List<Object[]> page = first.rows(); !page.isEmpty(); page = seen < Math.min(MOST, first.total()) ? runs.badRows(runId, name, seen, PAGE).rows() : List.of()) {
            page.forEach(row -> counts.merge(Objects.toString(row[at], ""), 1L, Long::sum));
            seen += page.size();
        }
        long looked = seen;
        Optional<Map.Entry<String, Long>> most = counts.entrySet().stream().max(Map.Entry.comparingByValue());
        return new Found(first, most.flatMap(entry -> path(entry.getKey()).map(file -> new Source(file, entry.getValue(), looked))));
    }

    private static Optional<ObjectPath> path(String text) {
        try {
            return Optional.of(ObjectPath.parse(text));
        } catch (FailureException noPath) {
            return Optional.empty();
        }
    }

    /// A page of the bad rows; blocks.
    List<Object[]> page(long from, int count) {
        return runs.badRows(run, step, from, count).rows();
    }

    public ReadOnlyLongProperty badTotalProperty() {
        return badTotal.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<Column>> badColumnsProperty() {
        return badColumns.getReadOnlyProperty();
    }

    /// Where most of the bad rows come from, when that is an object of the lake.
    public ReadOnlyObjectProperty<Optional<Source>> sourceProperty() {
        return source.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Failure>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
