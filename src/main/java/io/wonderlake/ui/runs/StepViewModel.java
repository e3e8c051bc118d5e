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
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The chosen step: where its bad rows are, how many, and from which file the first of them came.
public final class StepViewModel {
    private final Runs runs;
    private final Jobs jobs;
    private final ReadOnlyLongWrapper badTotal = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<List<Column>> badColumns = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ObjectPath>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Failure>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private long run = -1;
    private String step = "";
    private long rejected = -1;

    StepViewModel(Runs runs, Jobs jobs) {
        this.runs = runs;
        this.jobs = jobs;
    }

    /// Looks at a step; again only when it is another one or has refused more rows since.
    public void open(long runId, StepRun now) {
        boolean other = run != runId || !step.equals(now.step());
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
            jobs.start(new Job(Strings.text("runs.job.bad")), () -> runs.badRows(runId, now.step(), 0, 1), outcome -> take(runId, now.step(), outcome));
        }
    }

    private void forget() {
        badTotal.set(0);
        badColumns.set(List.of());
        file.set(Optional.empty());
        trouble.set(Optional.empty());
    }

    private void take(long of, String name, Outcome<BadRows> outcome) {
        if (of != run || !name.equals(step)) {
            return;
        }
        switch (outcome) {
            case Outcome.Done(BadRows rows) -> {
                file.set(firstFile(rows));
                badTotal.set(rows.total());
                badColumns.set(rows.columns());
            }
            case Outcome.Failed(Failure failure) -> trouble.set(Optional.of(failure));
            case Outcome.Cancelled() -> { }
        }
    }

    private static Optional<ObjectPath> firstFile(BadRows rows) {
        int at = rows.columns().stream().map(Column::name).toList().indexOf("file");
        if (at < 0 || rows.rows().isEmpty() || rows.rows().getFirst()[at] == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(ObjectPath.parse(rows.rows().getFirst()[at].toString()));
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

    /// The file of the first bad row, when it is an object of the lake.
    public ReadOnlyObjectProperty<Optional<ObjectPath>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Failure>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
