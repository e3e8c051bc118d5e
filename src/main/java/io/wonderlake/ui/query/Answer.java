package io.wonderlake.ui.query;

import io.wonderlake.engine.QueryStats;
import io.wonderlake.engine.Statement;
import io.wonderlake.result.StoredResult;
import io.wonderlake.work.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What came of one statement: its rows, while they still arrive and after, or the reason why there are none.
public final class Answer {
    private final Statement statement;
    private final int number;
    private final Engines.Choice engine;
    private final Instant at;
    private final Optional<StoredResult> rows;
    private final ReadOnlyObjectWrapper<End> end;

    /// How the statement ended, or that it has not.
    public sealed interface End {
        record Growing() implements End { }

        record Whole(QueryStats stats) implements End { }

        /// Stopped at the row limit; there is more.
        record Cut(QueryStats stats) implements End { }

        /// The statement gives no rows.
        record NoRows(QueryStats stats) implements End { }

        /// Cancelled; the rows that had come are kept.
        record Stopped(Duration after) implements End { }

        record Failed(Failure failure) implements End { }
    }

    Answer(Statement statement, int number, Engines.Choice engine, Instant at, Optional<StoredResult> rows, End end) {
        this.statement = statement;
        this.number = number;
        this.engine = engine;
        this.at = at;
        this.rows = rows;
        this.end = new ReadOnlyObjectWrapper<>(end);
    }

    public Statement statement() {
        return statement;
    }

    /// Counts from 1 among the statements that ran together.
    public int number() {
        return number;
    }

    /// The engine that ran it.
    public Engines.Choice engine() {
        return engine;
    }

    /// What is known of its work, once it has ended well.
    public Optional<QueryStats> stats() {
        return switch (end.get()) {
            case End.Whole(QueryStats all) -> Optional.of(all);
            case End.Cut(QueryStats all) -> Optional.of(all);
            case End.NoRows(QueryStats all) -> Optional.of(all);
            case End.Growing(), End.Stopped _, End.Failed _ -> Optional.empty();
        };
    }

    public Instant at() {
        return at;
    }

    public Optional<StoredResult> rows() {
        return rows;
    }

    /// -1 when it gives none.
    public long rowCount() {
        return rows.map(StoredResult::rows).orElse(-1L);
    }

    public ReadOnlyObjectProperty<End> endProperty() {
        return end.getReadOnlyProperty();
    }

    public End end() {
        return end.get();
    }

    void end(End now) {
        end.set(now);
    }

    void discard() {
        rows.ifPresent(StoredResult::discard);
    }
}
