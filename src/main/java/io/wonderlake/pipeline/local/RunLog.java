package io.wonderlake.pipeline.local;

import io.wonderlake.pipeline.LogLine;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Gathers the lines of one run and writes them in batches, at the latest half a second after the first of them when somebody calls.
final class RunLog {

    private static final int BATCH = 200;
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final int LONGEST = 4_000;

    private final RunTables tables;
    private final long run;
    private final Clock clock;
    private final List<LogLine> waiting = new ArrayList<>();
    private long next = 1;

    RunLog(RunTables tables, long run, Clock clock) {
        this.tables = tables;
        this.run = run;
        this.clock = clock;
    }

    synchronized void add(LogLine.Level level, String step, String message) {
        String cut = message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message;
        waiting.add(new LogLine(next++, clock.instant(), level, step, cut));
        flushWhenDue();
    }

    synchronized void flushWhenDue() {
        if (waiting.size() >= BATCH || !waiting.isEmpty() && waiting.getFirst().time().isBefore(clock.instant().minus(WAIT))) {
            flush();
        }
    }

    synchronized void flush() {
        if (!waiting.isEmpty()) {
            tables.log(run, List.copyOf(waiting));
            waiting.clear();
        }
    }
}
