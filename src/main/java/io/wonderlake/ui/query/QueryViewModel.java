package io.wonderlake.ui.query;

import io.wonderlake.engine.Parameters;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.QueryStats;
import io.wonderlake.engine.Statement;
import io.wonderlake.result.ResultStore;
import io.wonderlake.result.StoredResult;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// Runs the statements of one document and holds their answers.
public final class QueryViewModel {
    public static final long ROW_LIMIT = 1_000_000;

    private final Engines engines;
    private final ResultStore results;
    private final Jobs jobs;
    private final Executor uiThread;
    private final Consumer<PastRun> remember;
    private final QueryDocument document;
    private final Deque<Statement> waiting = new ArrayDeque<>();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Idle());
    private final ObservableList<Answer> answers = FXCollections.observableArrayList();
    private final ObservableList<Answer> answersView = FXCollections.unmodifiableObservableList(answers);
    private final ObjectProperty<Answer> answer = new SimpleObjectProperty<>();
    private final BooleanProperty unlocked = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper question = new ReadOnlyStringWrapper("");
    private Engines.Choice used;

    /// A document is in exactly one of these.
    public sealed interface State {
        record Idle() implements State { }

        /// The statement `number` of `of`; `answer` is there once its first rows are.
        record Running(Job job, Statement statement, int number, int of, Optional<Answer> answer) implements State { }

        record Cancelled(Duration after) implements State { }

        record Broken(Failure failure, Statement statement) implements State { }
    }

    private record Landed(Optional<StoredResult> rows, QueryStats stats) { }

    QueryViewModel(QueryDocument document, Engines engines, ResultStore results, Jobs jobs, Executor uiThread, Consumer<PastRun> remember) {
        this.document = document;
        this.engines = engines;
        document.engineProperty().subscribe(() -> unlocked.set(false));
        this.results = results;
        this.jobs = jobs;
        this.uiThread = uiThread;
        this.remember = remember;
    }

    /// Runs the selection, else the statement at the caret.
    public void run() {
        List<Statement> chosen = document.chosen();
        if (!chosen.isEmpty()) {
            start(chosen, ROW_LIMIT);
        }
    }

    /// Runs every statement of the text in turn, each with an answer of its own; stops at the first that fails.
    public void runAll() {
        List<Statement> all = document.statements();
        if (!all.isEmpty()) {
            start(all, ROW_LIMIT);
        }
    }

    /// Runs the statement of the shown answer again, without the row limit. Where that costs money it is only asked whether to.
    public void loadAllRows() {
        Optional.ofNullable(answer.get()).ifPresent(shown -> {
            if (shown.engine().engine().billed() || shown.stats().flatMap(QueryStats::bill).isPresent()) {
                question.set(ResultWords.again(shown));
            } else {
                runInFull();
            }
        });
    }

    /// The answer to `questionProperty` is yes, or none was needed.
    public void runInFull() {
        Answer shown = answer.get();
        if (shown != null) {
            document.engineProperty().set(shown.engine().name());
            start(List.of(shown.statement()), Long.MAX_VALUE);
        }
    }

    public void leaveCut() {
        question.set("");
    }

    /// Frees the document at once; what the engine still sends is dropped. Rows that have come stay.
    public void cancel() {
        if (state.get() instanceof State.Running(Job job, Statement statement, _, _, Optional<Answer> growing)) {
            waiting.clear();
            Duration after = Duration.between(job.started(), Instant.now());
            state.set(new State.Cancelled(after));
            job.cancel();
            growing.ifPresent(shown -> shown.end(new Answer.End.Stopped(after)));
            note(statement, PastRun.End.CANCELLED, growing.map(Answer::rowCount).orElse(-1L), after, "", Optional.empty());
        }
    }

    /// Stops what runs and frees the answers. Nothing can be done with the document after that.
    void close() {
        cancel();
        answer.set(null);
        answers.forEach(Answer::discard);
        answers.clear();
    }

    private void start(List<Statement> statements, long limit) {
        cancel();
        question.set("");
        used = engine();
        waiting.addAll(statements);
        next(statements.size(), limit);
    }

    private void next(int of, long limit) {
        Statement statement = waiting.remove();
        int number = of - waiting.size();
        Job job = new Job(Strings.text("query.job", document.title()));
        state.set(new State.Running(job, statement, number, of, Optional.empty()));
        job.onCancel(() -> uiThread.execute(() -> running(job).ifPresent(_ -> cancel())));
        boolean open = unlocked.get();
        Map<String, Object> values = document.parameterValues();
        Engines.Choice engine = used;
        jobs.start(job, () -> land(engine.engine(), Parameters.bind(statement.sql(), values, open), job, limit), outcome -> finish(job, outcome, limit));
    }

    private Landed land(QueryEngine engine, Query query, Job job, long limit) {
        QueryRun run = engine.run(query, job);
        if (run.columns().isEmpty()) {
            try (run) {
                run.next(1);
                return new Landed(Optional.empty(), run.stats());
            }
        }
        StoredResult rows = results.land(run, limit, job, first -> uiThread.execute(() -> showFirst(job, first)));
        return new Landed(Optional.of(rows), run.stats());
    }

    private void showFirst(Job job, StoredResult first) {
        running(job).ifPresentOrElse(now -> {
            if (now.answer().isEmpty()) {
                Answer growing = new Answer(now.statement(), now.number(), used, job.started(), Optional.of(first), new Answer.End.Growing());
                state.set(new State.Running(job, now.statement(), now.number(), now.of(), Optional.of(growing)));
                put(growing);
            }
        }, first::discard);
    }

    private void finish(Job job, Outcome<Landed> outcome, long limit) {
        running(job).ifPresent(now -> {
            switch (outcome) {
                case Outcome.Done(Landed landed) -> done(job, landed, limit);
                case Outcome.Failed(Failure failure) -> broken(now, failure);
                case Outcome.Cancelled() -> cancel();
            }
        });
    }

    private void done(Job job, Landed landed, long limit) {
        landed.rows().ifPresent(rows -> showFirst(job, rows));
        State.Running now = running(job).orElseThrow();
        Answer shown = now.answer().orElseGet(() -> put(new Answer(now.statement(), now.number(), used, job.started(), Optional.empty(),
                new Answer.End.NoRows(landed.stats()))));
        landed.rows().ifPresent(rows -> shown.end(rows.cut() ? new Answer.End.Cut(landed.stats()) : new Answer.End.Whole(landed.stats())));
        note(now.statement(), PastRun.End.DONE, shown.rowCount(), landed.stats().elapsed(), "", Optional.of(landed.stats()));
        if (waiting.isEmpty()) {
            state.set(new State.Idle());
        } else {
            next(now.of(), limit);
        }
    }

    private void broken(State.Running now, Failure failure) {
        waiting.clear();
        now.answer().ifPresent(growing -> growing.end(new Answer.End.Failed(failure)));
        if (now.of() > 1 && now.answer().isEmpty()) {
            put(new Answer(now.statement(), now.number(), used, now.job().started(), Optional.empty(), new Answer.End.Failed(failure)));
        }
        state.set(new State.Broken(failure, now.statement()));
        note(now.statement(), PastRun.End.FAILED, -1, Duration.between(now.job().started(), Instant.now()), failure.message(), Optional.empty());
    }

    /// The first answer of a run takes the place of those before it; old rows are freed only after the view has let go of them.
    private Answer put(Answer fresh) {
        List<Answer> old = fresh.number() == 1 ? new ArrayList<>(answers) : List.of();
        answers.add(fresh);
        answer.set(fresh);
        answers.removeAll(old);
        old.forEach(Answer::discard);
        return fresh;
    }

    private Optional<State.Running> running(Job job) {
        return state.get() instanceof State.Running now && now.job() == job ? Optional.of(now) : Optional.empty();
    }

    private void note(Statement statement, PastRun.End end, long rows, Duration took, String message, Optional<QueryStats> stats) {
        remember.accept(new PastRun(Instant.now(), document.title(), statement.sql(), end, rows, took.toMillis(), message, used.name(),
                stats.map(QueryStats::bytesRead).orElse(0L), stats.flatMap(QueryStats::bill).map(QueryStats.Bill::dollars)));
    }

    public QueryDocument document() {
        return document;
    }

    /// What the next run uses.
    public Engines.Choice engine() {
        return engines.named(document.engineProperty().get());
    }

    public Engines engines() {
        return engines;
    }

    /// What loading all rows would cost again, while that is asked; empty otherwise.
    public ReadOnlyStringProperty questionProperty() {
        return question.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public State state() {
        return state.get();
    }

    public ObservableList<Answer> answers() {
        return answersView;
    }

    /// The answer in front; null before the first.
    public ObjectProperty<Answer> answerProperty() {
        return answer;
    }

    public BooleanProperty unlockedProperty() {
        return unlocked;
    }
}
