package io.wonderlake.pipeline.aws;

import io.wonderlake.lake.Sha256;
import io.wonderlake.pipeline.Run;
import io.wonderlake.work.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The logs that were opened lately, and the folder where they are kept.
final class RunLogs implements AutoCloseable {
    private static final int OPEN = 8;
    private static final Duration KEPT = Duration.ofDays(30);
    private static final Duration LEFT_BEHIND = Duration.ofDays(1);

    private final Path folder;
    private final String account;
    private final Clock clock;
    private final Map<String, RunLog> open = new LinkedHashMap<>(16, 0.75f, true);
    private boolean cleared;

    /// @param account sets logs of several accounts apart
    RunLogs(Path folder, String account, Clock clock) {
        this.folder = folder;
        this.account = account;
        this.clock = clock;
    }

    /// @param pages where the log is read from when it is not kept
    synchronized RunLog of(Run run, Supplier<LogPages> pages) {
        clear();
        RunLog log = open.get(run.id());
        if (log != null && log.stale(run.ended())) {
            open.remove(run.id());
            log = null;
        }
        if (log == null) {
            log = make(run, pages);
            open.put(run.id(), log);
            trim();
        }
        log.ended(run.ended());
        return log;
    }

    private RunLog make(Run run, Supplier<LogPages> pages) {
        Path place = folder.resolve(name(run) + ".log");
        Optional<RunLog> kept = run.ended().isPresent() && Files.exists(place) ? RunLog.kept(place, clock, run.ended()) : Optional.empty();
        return kept.isPresent() ? kept.get() : RunLog.reading(new MergedLog(pages.get(), run.started()), folder.resolve(UUID.randomUUID() + ".part"), place, clock, run.ended());
    }

    /// Another end is another log: a run that was taken up goes on.
    private String name(Run run) {
        return Sha256.of(account + "\n" + run.id() + "\n" + run.ended()).substring(0, 32);
    }

    private void trim() {
        while (open.size() > OPEN) {
            Map.Entry<String, RunLog> eldest = open.entrySet().iterator().next();
            open.remove(eldest.getKey());
            eldest.getValue().discard();
        }
    }

    private void clear() {
        if (!cleared) {
            cleared = true;
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        clear(file);
                    }
                } catch (IOException error) {
                    throw Failure.of(Failure.Kind.STORAGE, "failure.run.aws.spool", folder.toString(), String.valueOf(error.getMessage())).withOrigin(error).exception();
                }
            }
        }
    }

    private void clear(Path file) throws IOException {
        Duration age = file.toString().endsWith(".part") ? LEFT_BEHIND : KEPT;
        Instant changed = Files.getLastModifiedTime(file).toInstant();
        if (changed.isBefore(clock.instant().minus(age))) {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public synchronized void close() {
        open.values().forEach(RunLog::discard);
        open.clear();
    }
}
