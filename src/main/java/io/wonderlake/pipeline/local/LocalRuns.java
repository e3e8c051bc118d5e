package io.wonderlake.pipeline.local;

import io.wonderlake.catalog.Column;
import io.wonderlake.contract.SqlText;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.lake.LocalFiles;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.index.LakeIndex;
import io.wonderlake.pipeline.BadRows;
import io.wonderlake.pipeline.LogLine;
import io.wonderlake.pipeline.LogSize;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The run history of a local lake, from its index; bad rows come from the quarantine tier.
public final class LocalRuns implements Runs {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

    private final RunTables tables;
    private final LocalFiles files;
    private final LocalEngine engine;

    public LocalRuns(LakeIndex index, LocalFiles files, LocalEngine engine) {
        this.tables = new RunTables(index);
        this.files = files;
        this.engine = engine;
    }

    /// The number in the index behind an id; empty for what is no number of a run.
    static Optional<Long> number(String id) {
        return NUMBER.matcher(id).matches() ? Optional.of(Long.valueOf(id)) : Optional.empty();
    }

    @Override
    public List<Run> list(Optional<String> pipeline, int offset, int max) {
        return tables.list(pipeline, offset, max);
    }

    @Override
    public Optional<Run> find(String id) {
        return number(id).flatMap(tables::find);
    }

    @Override
    public List<LogLine> log(String run, Optional<String> step, long from, int max) {
        return number(run).map(id -> tables.log(id, step, from, max)).orElse(List.of());
    }

    @Override
    public LogSize logSize(String run, Optional<String> step) {
        return number(run).map(id -> new LogSize(tables.logSize(id, step), false)).orElse(new LogSize(0, false));
    }

    @Override
    public BadRows badRows(String run, String step, long from, int max) {
        Optional<RunTables.Quarantined> place = number(run).flatMap(id -> tables.quarantined(id, step));
        if (place.isEmpty()) {
            return new BadRows(List.of(), List.of(), 0);
        }
        Prefix folder = Prefix.parse(place.get().folder());
        List<Path> parts = parquet(folder);
        if (parts.isEmpty()) {
            throw Failure.of(Failure.Kind.NOT_FOUND, "failure.quarantine.gone", folder.toString()).exception();
        }
        String list = parts.stream().map(path -> SqlText.value(path.toString())).collect(Collectors.joining(", ", "[", "]"));
        String select = "select * from read_parquet(" + list + ", hive_partitioning = false)";
        try (EngineSession session = engine.session(new Job(step))) {
            List<Column> columns = session.describe(select);
            return new BadRows(columns, session.rows(select + " limit " + max + " offset " + from), place.get().rows());
        }
    }

    private List<Path> parquet(Prefix folder) {
        Path place = files.folder(folder);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(place)) {
            return all.filter(path -> path.getFileName().toString().endsWith(".parquet")).sorted().toList();
        } catch (IOException error) {
            throw Failure.of(Failure.Kind.STORAGE, "failure.folder", folder.toString(), String.valueOf(error.getMessage())).withOrigin(error).exception();
        }
    }
}
