package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The list of runs, the run and the step that are chosen, and the starting of new runs.
public final class RunsViewModel {
    static final int PAGE = 200;
    private static final Set<Run.Kind> ONE_AT_A_TIME = Set.of(Run.Kind.PIPELINE, Run.Kind.CRAWLER);

    private final Runs store;
    private final Pipelines pipelines;
    private final Jobs jobs;
    private final ObservableList<Run> all = FXCollections.observableArrayList();
    private final ObservableList<Run> shown = FXCollections.observableArrayList();
    private final ObservableList<Run> shownView = FXCollections.unmodifiableObservableList(shown);
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ObservableList<String> namesView = FXCollections.unmodifiableObservableList(names);
    private final ObservableList<Started> started = FXCollections.observableArrayList();
    private final ObservableList<Started> startedView = FXCollections.unmodifiableObservableList(started);
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Load> load = new ReadOnlyObjectWrapper<>(new Load.Reading());
    private final ReadOnlyObjectWrapper<Optional<Run>> selected = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<StepRun>> step = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Failure>> trouble = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Pipelines.Node>> graph = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<String, List<Pipelines.Node>> graphs = new HashMap<>();
    private final Set<String> reads = new HashSet<>();
    private Optional<String> chosenStep = Optional.empty();
    private int wanted = PAGE;
    private boolean reading;

    /// Whether the list is there.
    public sealed interface Load {
        record Reading() implements Load { }

        /// @param more there are older runs than those read
        /// @param gap what a part of the system said that refused
        record Read(boolean more, Optional<Failure> gap) implements Load { }

        record Broken(Failure failure) implements Load { }
    }

    /// A run that this window started and that has not ended.
    ///
    /// @param newest when the newest run of the list had begun
    public record Started(String pipeline, Job job, Instant newest) {
        private boolean made(Run run) {
            return run.pipeline().equals(pipeline) && run.started().isAfter(newest);
        }
    }

    private record Listed(List<Run> runs, List<Failure> gaps) { }

    RunsViewModel(Runs store, Pipelines pipelines, Jobs jobs) {
        this.store = store;
        this.pipelines = pipelines;
        this.jobs = jobs;
        filter.subscribe(_ -> sift());
    }

    /// Reads the list anew; a call while one is under way does nothing.
    public void refresh() {
        if (reading) {
            return;
        }
        reading = true;
        int max = wanted;
        jobs.start(new Job(Strings.text("runs.job.list")), () -> new Listed(store.list(Optional.empty(), 0, max + 1), store.gaps()), outcome -> {
            reading = false;
            switch (outcome) {
                case Outcome.Done(Listed(List<Run> runs, List<Failure> gaps)) -> take(runs, max, gaps.stream().findFirst());
                case Outcome.Failed(Failure failure) -> load.set(new Load.Broken(failure));
                case Outcome.Cancelled() -> { }
            }
        });
    }

    public void readPipelines() {
        jobs.start(new Job(Strings.text("runs.job.pipelines")), pipelines::names, outcome -> settle(outcome, names::setAll));
    }

    public void readOlder() {
        wanted += PAGE;
        refresh();
    }

    private void take(List<Run> runs, int max, Optional<Failure> gap) {
        load.set(new Load.Read(runs.size() > max, gap));
        List<Run> now = runs.subList(0, Math.min(max, runs.size()));
        if (!now.equals(all)) {
            all.setAll(now);
            sift();
        }
        follow();
        Optional<Run> current = selected.get().flatMap(old -> all.stream().filter(run -> run.id().equals(old.id())).findFirst());
        current.ifPresent(this::show);
        if (selected.get().isEmpty() && !shown.isEmpty()) {
            show(shown.getFirst());
        }
    }

    /// A run that this window started comes to the front once it is in the list.
    private void follow() {
        for (Started own : List.copyOf(started)) {
            all.stream().filter(own::made).findFirst().filter(_ -> stayed(own)).ifPresent(this::select);
        }
    }

    private void sift() {
        List<Run> now = all.stream().filter(run -> RunWords.matches(run, filter.get())).toList();
        if (!now.equals(shown)) {
            shown.setAll(now);
        }
    }

    public void select(Run run) {
        if (!selected.get().map(Run::id).equals(Optional.of(run.id()))) {
            chosenStep = Optional.empty();
            show(run);
        }
    }

    /// Selects a run by its number, and one of its steps; a run that the list does not hold is looked up.
    public void select(String id, Optional<String> stepName) {
        jobs.start(new Job(Strings.text("runs.job.find", id)), () -> store.find(id), outcome -> settle(outcome, found -> {
            if (found.isEmpty()) {
                trouble.set(Optional.of(Failure.of(Failure.Kind.NOT_FOUND, "failure.runs.unknown", id)));
                return;
            }
            chosenStep = stepName;
            show(found.get());
        }));
    }

    public void selectStep(StepRun chosen) {
        chosenStep = Optional.of(chosen.step());
        step.set(Optional.of(chosen));
    }

    private void show(Run run) {
        if (!run.whole() && !deepen(run)) {
            return;
        }
        if (!selected.get().equals(Optional.of(run))) {
            selected.set(Optional.of(run));
        }
        Optional<StepRun> now = chosenStep.flatMap(name -> run.steps().stream().filter(one -> one.step().equals(name)).findFirst())
                .or(() -> telling(run));
        if (!step.get().equals(now)) {
            step.set(now);
        }
    }

    /// Reads the steps of a run that came without them. False when its steps are known from before and stay in view meanwhile.
    private boolean deepen(Run run) {
        Optional<Run> known = selected.get().filter(old -> old.whole() && old.id().equals(run.id()));
        if (run.ended().isPresent() && known.filter(old -> old.state() == run.state() && old.ended().equals(run.ended())).isPresent()) {
            return false;
        }
        if (reads.add(run.id())) {
            jobs.start(new Job(Strings.text("runs.job.find", run.id())), () -> store.find(run.id()), outcome -> {
                reads.remove(run.id());
                settle(outcome, found -> found.filter(now -> selected.get().filter(old -> old.id().equals(now.id())).isPresent()).ifPresent(this::show));
            });
        }
        return known.isEmpty();
    }

    /// The step that a user would look at first.
    static Optional<StepRun> telling(Run run) {
        return run.failedStep()
                .or(() -> run.steps().stream().filter(one -> one.state() == RunState.RUNNING).findFirst())
                .or(() -> run.steps().stream().filter(one -> one.rowsRejected() > 0).findFirst())
                .or(() -> run.steps().stream().filter(one -> !one.warnings().isEmpty()).findFirst())
                .or(() -> run.steps().stream().findFirst());
    }

    /// Starts a run; from a step on when `from` is given. Nothing happens while one of that pipeline runs.
    public void start(String pipeline, Optional<String> from) {
        if (busy(pipeline)) {
            return;
        }
        Job job = new Job(Strings.text("runs.job.run", pipeline));
        Started own = new Started(pipeline, job, all.isEmpty() ? Instant.MIN : all.getFirst().started());
        started.add(own);
        trouble.set(Optional.empty());
        jobs.start(job, () -> pipelines.run(pipeline, from, Strings.text("runs.trigger"), job), outcome -> {
            settle(outcome, run -> follow(own, run));
            started.remove(own);
            refresh();
        });
    }

    private void follow(Started own, Run run) {
        if (stayed(own)) {
            select(run);
        }
    }

    /// Whether the user still looks at a run that was there when this one was started.
    private boolean stayed(Started own) {
        return selected.get().filter(run -> run.started().isAfter(own.newest())).isEmpty();
    }

    /// Takes up the run where it stopped.
    public void resume(Run run) {
        Job job = new Job(Strings.text("runs.job.resume", run.id()));
        Started own = new Started(run.pipeline(), job, all.isEmpty() ? Instant.MIN : all.getFirst().started());
        started.add(own);
        trouble.set(Optional.empty());
        jobs.start(job, () -> pipelines.resume(run.id(), Strings.text("runs.trigger"), job), outcome -> {
            settle(outcome, now -> follow(own, now));
            started.remove(own);
            refresh();
        });
    }

    /// Stops a run: through its job when this process runs it, by asking its system otherwise.
    public void stop(Run run) {
        if (run.kind() == Run.Kind.PIPELINE && mine(run.pipeline())) {
            cancel(run.pipeline());
            return;
        }
        jobs.start(new Job(Strings.text("runs.job.stop", run.id())), () -> {
            pipelines.stop(run.id());
            return run;
        }, outcome -> {
            settle(outcome, _ -> { });
            refresh();
        });
    }

    /// What can be asked for a run now.
    public Set<Pipelines.Act> acts(Run run) {
        return pipelines.acts(run);
    }

    /// Reads the graph of the selected run's pipeline, once for each pipeline.
    public void readGraph() {
        selected.get().ifPresent(run -> {
            List<Pipelines.Node> known = graphs.get(run.pipeline());
            graph.set(known == null ? List.of() : known);
            if (known == null) {
                jobs.start(new Job(Strings.text("runs.job.graph", run.pipeline())), () -> pipelines.graph(run.pipeline()), outcome -> settle(outcome, nodes -> {
                    graphs.put(run.pipeline(), nodes);
                    if (selected.get().filter(now -> now.pipeline().equals(run.pipeline())).isPresent()) {
                        graph.set(nodes);
                    }
                }));
            }
        });
    }

    /// The steps of the selected run's pipeline and their order; empty until it has been read.
    public ReadOnlyObjectProperty<List<Pipelines.Node>> graphProperty() {
        return graph.getReadOnlyProperty();
    }

    /// Cancels the run of this pipeline that this window started.
    public void cancel(String pipeline) {
        started.stream().filter(own -> own.pipeline().equals(pipeline)).forEach(own -> own.job().cancel());
    }

    /// Whether a run of the pipeline is under way, here or in another process.
    public boolean busy(String pipeline) {
        return mine(pipeline) || all.stream().anyMatch(run -> run.pipeline().equals(pipeline) && run.state() == RunState.RUNNING && ONE_AT_A_TIME.contains(run.kind()));
    }

    /// Whether this window started the pipeline's running run, so that it can be cancelled here.
    public boolean mine(String pipeline) {
        return started.stream().anyMatch(own -> own.pipeline().equals(pipeline));
    }

    /// Whether something runs, so that the list should be read again soon.
    public boolean lively() {
        return !started.isEmpty() || all.stream().anyMatch(run -> !run.state().ended());
    }

    private <T> void settle(Outcome<T> outcome, Consumer<T> then) {
        switch (outcome) {
            case Outcome.Done(T value) -> then.accept(value);
            case Outcome.Failed(Failure failure) -> trouble.set(Optional.of(failure));
            case Outcome.Cancelled() -> { }
        }
    }

    public void forgetTrouble() {
        trouble.set(Optional.empty());
    }

    /// Those that match the filter, newest first.
    public ObservableList<Run> runs() {
        return shownView;
    }

    public boolean anyRuns() {
        return !all.isEmpty();
    }

    public ObservableList<String> pipelineNames() {
        return namesView;
    }

    public ObservableList<Started> started() {
        return startedView;
    }

    public StringProperty filterProperty() {
        return filter;
    }

    public ReadOnlyObjectProperty<Load> loadProperty() {
        return load.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Run>> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<StepRun>> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /// Why the last thing that was asked for did not work.
    public ReadOnlyObjectProperty<Optional<Failure>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
