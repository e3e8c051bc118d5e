package io.wonderlake.pipeline.local;

import com.fasterxml.jackson.databind.JsonNode;
import io.wonderlake.lake.Documents;
import io.wonderlake.lake.index.LakeIndex;
import io.wonderlake.pipeline.LogLine;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Failure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/// The runs in the lake's index: rows of runs, steps, warnings and log lines.
final class RunTables {

    private static final String RUN = "select id, pipeline, state, trigger_name, started, ended, cause from run ";

    private final LakeIndex index;

    RunTables(LakeIndex index) {
        this.index = index;
    }

    /// A run's row without its steps.
    private record Head(long id, String pipeline, RunState state, String trigger, Instant started, Optional<Instant> ended, String cause) { }

    /// Where a step of a run left its bad rows.
    record Quarantined(String folder, long rows) { }

    long begin(String pipeline, String trigger, Instant started, List<String> steps) {
        return index.write(handle -> {
            long id = handle.createUpdate("insert into run (pipeline, state, trigger_name, started) values (:pipeline, 'RUNNING', :trigger, :started)")
                    .bind("pipeline", pipeline).bind("trigger", trigger).bind("started", started.toEpochMilli())
                    .executeAndReturnGeneratedKeys("id").mapTo(Long.class).one();
            for (int i = 0; i < steps.size(); i++) {
                handle.execute("insert into run_step (run_id, position, step, state) values (?, ?, ?, 'WAITING')", id, i, steps.get(i));
            }
            return id;
        });
    }

    void end(long run, RunState state, Instant ended, String cause) {
        index.update(handle -> handle.execute("update run set state = ?, ended = ?, cause = ? where id = ?", state.name(), ended.toEpochMilli(), cause, run));
    }

    void step(long run, StepRun step, String quarantine) {
        index.update(handle -> {
            handle.execute("update run_step set state = ?, attempts = ?, started = ?, ended = ?, rows_in = ?, rows_out = ?, rows_rejected = ?, table_name = ?,"
                    + " version = ?, cause_kind = ?, cause_message = ?, cause_advice = ?, quarantine = ? where run_id = ? and step = ?",
                    step.state().name(), step.attempts(), millis(step.started()), millis(step.ended()), step.rowsIn(), step.rowsOut(), step.rowsRejected(),
                    step.table(), step.version(), step.cause().map(cause -> cause.kind().name()).orElse(null),
                    step.cause().map(Run.Cause::message).orElse(""), step.cause().map(Run.Cause::advice).orElse(""), quarantine, run, step.step());
            handle.execute("delete from run_warning where run_id = ? and step = ?", run, step.step());
            for (int i = 0; i < step.warnings().size(); i++) {
                StepRun.RuleCount warning = step.warnings().get(i);
                handle.execute("insert into run_warning (run_id, step, position, rule, description, row_count, top_values) values (?, ?, ?, ?, ?, ?, ?)",
                        run, step.step(), i, warning.rule(), warning.description(), warning.count(), Documents.writeJson(warning.values()));
            }
        });
    }

    private static Long millis(Optional<Instant> time) {
        return time.map(Instant::toEpochMilli).orElse(null);
    }

    void log(long run, List<LogLine> lines) {
        index.update(handle -> {
            PreparedBatch batch = handle.prepareBatch("insert into run_log (run_id, number, time, level, step, message) values (?, ?, ?, ?, ?, ?)");
            lines.forEach(line -> batch.add(run, line.number(), line.time().toEpochMilli(), line.level().name(), line.step(), line.message()));
            batch.execute();
        });
    }

    /// Runs that say they are running: those of `pipeline`, or of all when it is empty.
    List<Run> running(Optional<String> pipeline) {
        return index.read(handle -> handle.createQuery(RUN + "where state = 'RUNNING' and (:pipeline is null or pipeline = :pipeline) order by id")
                .bind("pipeline", pipeline.orElse(null)).map((row, _) -> head(row)).list().stream().map(head -> whole(handle, head)).toList());
    }

    /// Ends a run whose process is gone, unless it has ended meanwhile.
    void interrupt(long run, Instant ended, String cause) {
        index.update(handle -> {
            if (handle.execute("update run set state = 'INTERRUPTED', ended = ?, cause = ? where id = ? and state = 'RUNNING'", ended.toEpochMilli(), cause, run) == 1) {
                handle.execute("update run_step set state = 'INTERRUPTED', ended = ? where run_id = ? and state = 'RUNNING'", ended.toEpochMilli(), run);
                handle.execute("update run_step set state = 'SKIPPED' where run_id = ? and state = 'WAITING'", run);
            }
        });
    }

    List<Run> list(Optional<String> pipeline, int offset, int max) {
        return index.read(handle -> handle.createQuery(RUN + "where :pipeline is null or pipeline = :pipeline order by id desc limit :max offset :offset")
                .bind("pipeline", pipeline.orElse(null)).bind("max", max).bind("offset", offset).map((row, _) -> head(row)).list()
                .stream().map(head -> whole(handle, head)).toList());
    }

    Optional<Run> find(long id) {
        return index.read(handle -> handle.createQuery(RUN + "where id = :id").bind("id", id).map((row, _) -> head(row)).findOne()
                .map(head -> whole(handle, head)));
    }

    List<LogLine> log(long run, Optional<String> step, long from, int max) {
        return index.read(handle -> handle.createQuery(step.isEmpty()
                        ? "select number, time, level, step, message from run_log where run_id = :run and number >= :from order by number limit :max"
                        : "select number, time, level, step, message from run_log where run_id = :run and step = :step and number >= :from order by number limit :max")
                .bind("run", run).bind("from", from).bind("max", max).bindMap(step.map(name -> Map.of("step", name)).orElse(Map.of()))
                .map((row, _) -> new LogLine(row.getLong(1), Instant.ofEpochMilli(row.getLong(2)), LogLine.Level.valueOf(row.getString(3)),
                        row.getString(4), row.getString(5))).list());
    }

    long logSize(long run, Optional<String> step) {
        return index.read(handle -> handle.createQuery("select count(*) from run_log where run_id = :run and (:step is null or step = :step)")
                .bind("run", run).bind("step", step.orElse(null)).mapTo(Long.class).one());
    }

    Optional<Quarantined> quarantined(long run, String step) {
        return index.read(handle -> handle.createQuery("select quarantine, rows_rejected from run_step where run_id = :run and step = :step and quarantine <> ''")
                .bind("run", run).bind("step", step).map((row, _) -> new Quarantined(row.getString(1), row.getLong(2))).findOne());
    }

    /// The quarantine folders of a run's steps that have ended.
    Set<String> quarantines(long run) {
        return Set.copyOf(index.read(handle -> handle.createQuery("select quarantine from run_step where run_id = :run and quarantine <> ''")
                .bind("run", run).mapTo(String.class).list()));
    }

    private static Head head(ResultSet row) throws SQLException {
        return new Head(row.getLong(1), row.getString(2), RunState.valueOf(row.getString(3)), row.getString(4), Instant.ofEpochMilli(row.getLong(5)),
                time(row, 6), row.getString(7));
    }

    private static Run whole(Handle handle, Head head) {
        List<StepRun> steps = handle.createQuery("select step, state, attempts, started, ended, rows_in, rows_out, rows_rejected, table_name, version,"
                + " cause_kind, cause_message, cause_advice from run_step where run_id = :run order by position").bind("run", head.id())
                .map((row, _) -> step(handle, head.id(), row)).list();
        return new Run(String.valueOf(head.id()), head.pipeline(), head.state(), head.trigger(), head.started(), head.ended(), steps, head.cause());
    }

    private static StepRun step(Handle handle, long run, ResultSet row) throws SQLException {
        String name = row.getString(1);
        Optional<Run.Cause> cause = Optional.ofNullable(row.getString(11))
                .map(kind -> new Run.Cause(Failure.Kind.valueOf(kind), text(row, 12), text(row, 13)));
        return new StepRun(name, RunState.valueOf(row.getString(2)), row.getInt(3), time(row, 4), time(row, 5), row.getLong(6), row.getLong(7), row.getLong(8),
                warnings(handle, run, name), row.getString(9), row.getInt(10), cause);
    }

    private static String text(ResultSet row, int column) {
        try {
            return row.getString(column);
        } catch (SQLException error) {
            throw new IllegalStateException(error);
        }
    }

    private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }

    private static List<StepRun.RuleCount> warnings(Handle handle, long run, String step) {
        return handle.createQuery("select rule, description, row_count, top_values from run_warning where run_id = :run and step = :step order by position")
                .bind("run", run).bind("step", step)
                .map((row, _) -> new StepRun.RuleCount(row.getString(1), row.getString(2), row.getLong(3), values(row.getString(4)))).list();
    }

    private static List<StepRun.ValueCount> values(String json) {
        List<StepRun.ValueCount> values = new ArrayList<>();
        Documents.readJson(json, JsonNode.class, "run_warning").forEach(node -> values.add(Documents.convert(node, StepRun.ValueCount.class, "run_warning")));
        return values;
    }
}
