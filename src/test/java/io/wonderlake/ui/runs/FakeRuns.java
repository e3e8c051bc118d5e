package io.wonderlake.ui.runs;

import io.wonderlake.catalog.Column;
import io.wonderlake.pipeline.BadRows;
import io.wonderlake.pipeline.LogLine;
import io.wonderlake.pipeline.LogSize;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Failure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Runs in memory, newest first.
final class FakeRuns implements Runs {
    static final Instant START = Instant.parse("2026-11-19T06:02:00Z");
    final List<Run> runs = new ArrayList<>();
    final List<LogLine> log = new ArrayList<>();
    final List<Object[]> bad = new ArrayList<>();
    boolean broken;
    int reads;

    @Override
    public List<Run> list(Optional<String> pipeline, int offset, int max) {
        if (broken) {
            throw Failure.of(Failure.Kind.NOT_FOUND, "failure.runs.unknown", "1").exception();
        }
        return runs.stream().filter(run -> pipeline.isEmpty() || run.pipeline().equals(pipeline.get())).skip(offset).limit(max).toList();
    }

    @Override
    public Optional<Run> find(String id) {
        return runs.stream().filter(run -> run.id().equals(id)).findFirst();
    }

    @Override
    public List<LogLine> log(String run, Optional<String> step, long from, int max) {
        reads++;
        return lines(step).stream().filter(line -> line.number() >= from).limit(max).toList();
    }

    @Override
    public LogSize logSize(String run, Optional<String> step) {
        return new LogSize(lines(step).size(), false);
    }

    @Override
    public BadRows badRows(String run, String step, long from, int max) {
        List<Column> columns = List.of(new Column("source", "varchar"), new Column("file", "varchar"), new Column("column", "varchar"),
                new Column("value", "varchar"), new Column("reason", "varchar"), new Column("sku", "varchar"), new Column("net", "varchar"));
        return new BadRows(columns, bad.stream().skip(from).limit(max).toList(), bad.size());
    }

    private List<LogLine> lines(Optional<String> step) {
        return log.stream().filter(line -> step.isEmpty() || line.step().equals(step.get())).toList();
    }

    void line(LogLine.Level level, String step, String message) {
        log.add(new LogLine(log.size() + 1, START.plusSeconds(log.size()), level, step, message));
    }

    static Run run(long id, String pipeline, RunState state, StepRun... steps) {
        return new Run(String.valueOf(id), pipeline, state, "schedule", START.plusSeconds(id), state.ended() ? Optional.of(START.plusSeconds(id + 106)) : Optional.empty(),
                List.of(steps), state == RunState.FAILED ? "27 of 14,920 rows were rejected" : "");
    }

    static StepRun step(String name, RunState state, long in, long rejected) {
        return new StepRun(name, state, 1, Optional.of(START), Optional.of(START.plusSeconds(12)), in, in - rejected, rejected, List.of(), "", 0,
                state == RunState.FAILED ? Optional.of(new Run.Cause(Failure.Kind.BAD_INPUT, "27 of 14,920 rows were rejected", "Correct the file.")) : Optional.empty());
    }
}
