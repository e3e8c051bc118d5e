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
import java.util.function.UnaryOperator;

/// Runs in memory, newest first.
final class FakeRuns implements Runs {
    static final Instant START = Instant.parse("2026-11-19T06:02:00Z");
    final List<Run> runs = new ArrayList<>();
    final List<LogLine> log = new ArrayList<>();
    final List<Object[]> bad = new ArrayList<>();
    UnaryOperator<Run> listed = run -> run;
    final List<Failure> gaps = new ArrayList<>();
    boolean broken;
    int reads;

    @Override
    public List<Run> list(Optional<String> pipeline, int offset, int max) {
        if (broken) {
            throw Failure.of(Failure.Kind.NOT_FOUND, "failure.runs.unknown", "1").exception();
        }
        return runs.stream().filter(run -> pipeline.isEmpty() || run.pipeline().equals(pipeline.get())).skip(offset).limit(max).map(listed).toList();
    }

    @Override
    public List<Failure> gaps() {
        return List.copyOf(gaps);
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

    /// An execution of a state machine with a step that is done, one that is as the run, and one that was not reached.
    static Run execution(String id, RunState state, String said) {
        Optional<Instant> end = state.ended() ? Optional.of(START.plusSeconds(95)) : Optional.empty();
        Optional<Run.Cause> cause = state == RunState.FAILED
                ? Optional.of(new Run.Cause(Failure.Kind.BAD_INPUT, "States.TaskFailed: column net is missing", "Look at its log, correct what it names, and run it again."))
                : Optional.empty();
        List<StepRun> steps = List.of(
                StepRun.timed("crawl.sales", RunState.DONE, 1, Optional.of(START.plusSeconds(1)), Optional.of(START.plusSeconds(20)), Optional.empty()),
                StepRun.timed("curate.sales", state, 2, Optional.of(START.plusSeconds(20)), end, cause),
                StepRun.timed("publish", state.ended() ? RunState.SKIPPED : RunState.WAITING, 0, Optional.empty(), Optional.empty(), Optional.empty()));
        return new Run(id, id.substring(0, id.lastIndexOf('/')), Run.Kind.STATE_MACHINE, state, said, "", START, end, steps,
                cause.map(Run.Cause::message).orElse(""), true);
    }

    static StepRun step(String name, RunState state, long in, long rejected) {
        return new StepRun(name, state, 1, Optional.of(START), Optional.of(START.plusSeconds(12)), in, in - rejected, rejected, List.of(), "", 0,
                state == RunState.FAILED ? Optional.of(new Run.Cause(Failure.Kind.BAD_INPUT, "27 of 14,920 rows were rejected", "Correct the file.")) : Optional.empty());
    }
}
