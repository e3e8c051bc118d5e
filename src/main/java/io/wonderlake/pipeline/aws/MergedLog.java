package io.wonderlake.pipeline.aws;

import io.wonderlake.pipeline.LogLine;
import io.wonderlake.work.FailureException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// Several logs as one, in the order of time. Holds at most a page of each.
final class MergedLog {
    private final List<Lane> lanes = new ArrayList<>();
    private Instant latest;
    private boolean whole = true;

    private static final class Lane {
        private final LogPages pages;
        private final boolean main;
        private final Deque<LogLine> waiting = new ArrayDeque<>();
        private boolean more = true;

        Lane(LogPages pages, boolean main) {
            this.pages = pages;
            this.main = main;
        }

        boolean starved() {
            return waiting.isEmpty() && more;
        }
    }

    /// @param more whether it is known to go on
    record Batch(List<LogLine> lines, boolean more) { }

    /// @param start when the run began
    MergedLog(LogPages main, Instant start) {
        latest = start;
        lanes.add(new Lane(main, true));
    }

    /// Asks each log that has nothing waiting, and gives the lines whose order is certain now.
    Batch next() {
        for (int i = 0; i < lanes.size(); i++) {
            if (lanes.get(i).starved()) {
                fetch(lanes.get(i));
            }
        }
        List<LogLine> lines = new ArrayList<>();
        while (lanes.stream().noneMatch(Lane::starved)) {
            Optional<Lane> first = lanes.stream().filter(lane -> !lane.waiting.isEmpty()).min(Comparator.comparing(lane -> lane.waiting.getFirst().time()));
            if (first.isEmpty()) {
                return new Batch(lines, false);
            }
            lines.add(first.get().waiting.removeFirst());
            latest = lines.getLast().time();
        }
        return new Batch(lines, true);
    }

    private void fetch(Lane lane) {
        LogPages.Page page;
        try {
            page = lane.pages.next();
        } catch (FailureException refused) {
            if (lane.main) {
                throw refused;
            }
            page = new LogPages.Page(List.of(instead(refused)), List.of(), false);
            whole = false;
        }
        lane.waiting.addAll(page.lines());
        lane.more = page.more();
        page.further().forEach(further -> lanes.add(new Lane(further, false)));
    }

    /// A log that may not be read leaves a line in its place, so that the rest is seen.
    private LogLine instead(FailureException refused) {
        return new LogLine(0, latest, LogLine.Level.WARN, "", refused.failure().message() + " " + refused.failure().advice());
    }

    /// Whether nothing of it was refused.
    boolean whole() {
        return whole;
    }

    /// Looks at every log again, for what was added since.
    void again() {
        lanes.forEach(lane -> lane.more = true);
    }
}
