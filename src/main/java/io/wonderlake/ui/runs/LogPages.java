package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.LogLine;
import io.wonderlake.pipeline.LogSize;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.work.Job;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Reads one log page by page, forwards: line numbers of one step have gaps, so a page is found through the page before it.
/// Blocks; used by one job at a time.
final class LogPages {
    static final int PAGE = 500;
    private final Runs runs;
    private final String run;
    private final Optional<String> step;
    private final List<Long> starts = new ArrayList<>(List.of(1L));

    LogPages(Runs runs, String run, Optional<String> step) {
        this.runs = runs;
        this.run = run;
        this.step = step;
    }

    LogSize size() {
        return runs.logSize(run, step);
    }

    /// Empty beyond the end.
    synchronized List<LogLine> page(int number) {
        while (starts.size() <= number) {
            if (read(starts.size() - 1).size() < PAGE) {
                return List.of();
            }
        }
        return read(number);
    }

    private List<LogLine> read(int number) {
        List<LogLine> lines = runs.log(run, step, starts.get(number), PAGE);
        if (lines.size() == PAGE && starts.size() == number + 1) {
            starts.add(lines.getLast().number() + 1);
        }
        return lines;
    }

    /// Positions (counted from 0) of the lines that match, at most `max`.
    List<Integer> find(Predicate<LogLine> wanted, int max, Job job) {
        List<Integer> found = new ArrayList<>();
        for (int number = 0;; number++) {
            job.checkCancelled();
            List<LogLine> lines = page(number);
            for (int i = 0; i < lines.size() && found.size() < max; i++) {
                if (wanted.test(lines.get(i))) {
                    found.add(number * PAGE + i);
                }
            }
            if (lines.size() < PAGE || found.size() == max) {
                return found;
            }
        }
    }
}
