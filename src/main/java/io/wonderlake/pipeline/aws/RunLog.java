package io.wonderlake.pipeline.aws;

import io.wonderlake.pipeline.LogLine;
import io.wonderlake.pipeline.LogSize;
import io.wonderlake.work.Strings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The log of one run: read from its services as far as somebody asks, kept in a file, and never read twice once the run has ended.
final class RunLog {
    private static final Duration PATIENCE = Duration.ofMillis(700);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);
    /// How long after its end a run's last lines may still arrive.
    private static final Duration GRACE = Duration.ofMinutes(2);
    private static final long MOST_BYTES = 256L << 20;

    private final Spool spool;
    private final Optional<MergedLog> source;
    private final Path place;
    private final Clock clock;
    private Optional<Instant> ended;
    private Instant looked = Instant.MIN;
    private boolean more = true;
    private boolean closed;

    private RunLog(Spool spool, Optional<MergedLog> source, Path place, Clock clock, Optional<Instant> ended) {
        this.spool = spool;
        this.source = source;
        this.place = place;
        this.clock = clock;
        this.ended = ended;
        closed = source.isEmpty();
        more = source.isPresent();
    }

    /// One whose whole was read before, by this program or an earlier one; empty when what was kept is damaged.
    static Optional<RunLog> kept(Path place, Clock clock, Optional<Instant> ended) {
        return Spool.kept(place).map(spool -> new RunLog(spool, Optional.empty(), place, clock, ended));
    }

    /// @param place where it is kept once it is whole
    static RunLog reading(MergedLog pages, Path part, Path place, Clock clock, Optional<Instant> ended) {
        return new RunLog(Spool.fresh(part), Optional.of(pages), place, clock, ended);
    }

    synchronized List<LogLine> read(Optional<String> step, long from, int max) {
        while (step.isPresent() || spool.lines(step) < from + max - 1) {
            if (!pull()) {
                break;
            }
        }
        return spool.read(step, from, max);
    }

    synchronized LogSize size(Optional<String> step) {
        Instant until = clock.instant().plus(PATIENCE);
        boolean goesOn = pull();
        while (goesOn && clock.instant().isBefore(until)) {
            goesOn = pull();
        }
        return new LogSize(spool.lines(step), goesOn);
    }

    /// Reads on a little; false when there is nothing more now.
    private boolean pull() {
        if (closed) {
            return false;
        }
        if (!more) {
            if (looked.isAfter(clock.instant().minus(BETWEEN_LOOKS))) {
                return false;
            }
            source.orElseThrow().again();
        }
        MergedLog.Batch batch = source.orElseThrow().next();
        looked = clock.instant();
        spool.add(batch.lines());
        more = batch.more();
        if (spool.bytes() > MOST_BYTES) {
            spool.add(List.of(new LogLine(0, clock.instant(), LogLine.Level.WARN, "", Strings.text("run.aws.longLog"))));
            more = false;
            close();
        } else if (!more && ended.filter(end -> end.plus(GRACE).isBefore(looked)).isPresent() && source.orElseThrow().whole()) {
            close();
        }
        return more;
    }

    private void close() {
        closed = true;
        spool.keep(place);
    }

    /// A run that goes on or has ended since its log was opened.
    synchronized void ended(Optional<Instant> now) {
        ended = now;
    }

    /// Whether the run went on after its log had been closed: then the log has to be read anew.
    synchronized boolean stale(Optional<Instant> now) {
        return closed && !ended.equals(now);
    }

    synchronized void discard() {
        if (!closed) {
            spool.delete();
        }
    }
}
