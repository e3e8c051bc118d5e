package io.wonderlake.ui.query;

import io.wonderlake.engine.QueryStats;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How an answer is said: the parts of its truth line, and the phase of one that is still on its way.
final class ResultWords {
    private ResultWords() {
    }

    /// @param dataAsOf when the newest of its tables was published
    static List<String> truth(Answer answer, Optional<Instant> dataAsOf, boolean edited) {
        List<String> parts = new ArrayList<>();
        long count = answer.rowCount();
        String rows = Formats.count(count);
        switch (answer.end()) {
            case Answer.End.Growing() -> parts.add(Strings.text("query.truth.growing", count, rows));
            case Answer.End.Whole(QueryStats stats) -> {
                parts.add(Strings.text("query.truth.whole", count, rows));
                add(parts, stats, answer.engine().name());
            }
            case Answer.End.Cut(QueryStats stats) -> {
                parts.add(Strings.text("query.truth.cut", rows));
                add(parts, stats, answer.engine().name());
            }
            case Answer.End.NoRows(QueryStats stats) -> {
                parts.add(Strings.text("query.truth.norows"));
                add(parts, stats, answer.engine().name());
            }
            case Answer.End.Stopped(Duration after) -> parts.add(Strings.text("query.truth.stopped", count, rows, Formats.duration(after)));
            case Answer.End.Failed(Failure _) -> parts.add(Strings.text(count < 0 ? "query.truth.failed.none" : "query.truth.failed", count, rows));
        }
        dataAsOf.ifPresent(time -> parts.add(Strings.text("query.truth.asof", Formats.absolute(time).substring(0, 16))));
        if (edited) {
            parts.add(Strings.text("query.truth.edited"));
        }
        return parts;
    }

    private static void add(List<String> parts, QueryStats stats, String engine) {
        if (stats.filesTotal() > 0) {
            parts.add(Strings.text("query.truth.files", Formats.count(stats.filesRead()), Formats.count(stats.filesTotal()), Formats.bytes(stats.bytesRead()),
                    stats.filesTotal()));
        } else if (stats.bytesRead() > 0) {
            parts.add(Strings.text("query.truth.scanned", Formats.bytes(stats.bytesRead())));
        }
        stats.bill().ifPresent(bill -> parts.add(cost(bill)));
        parts.add(engine + " " + Formats.duration(stats.elapsed()));
    }

    /// `$0.0042`, or that it was free.
    static String cost(QueryStats.Bill bill) {
        return bill.reused() ? Strings.text("query.truth.reused") : Formats.dollars(bill.dollars());
    }

    /// What loading all rows of an answer costs, as a question.
    static String again(Answer cut) {
        return cut.stats().flatMap(QueryStats::bill).filter(bill -> !bill.reused())
                .map(bill -> Strings.text("query.again.cost", cut.engine().name(), Formats.dollars(bill.dollars()), Formats.bytes(bill.bytes())))
                .orElseGet(() -> Strings.text("query.again.billed", cut.engine().name()));
    }

    /// `Running, 2.1 GiB`
    static String phase(Progress progress) {
        String phase = progress.phase().isEmpty() ? Strings.text("query.phase.starting") : progress.phase();
        return switch (progress.unit()) {
            case BYTES -> progress.done() > 0 ? phase + ", " + Formats.bytes(progress.done()) : phase;
            case ROWS -> progress.done() > 0 ? Strings.text("query.phase.rows", phase, progress.done()) : phase;
            case PERCENT -> progress.done() > 0 ? phase + ", " + progress.done() + " %" : phase;
            case FILES, STEPS -> phase;
        };
    }
}
