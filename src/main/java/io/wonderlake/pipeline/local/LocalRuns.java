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
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The run history of a local lake, from its index; bad rows come from the quarantine tier.
public final class LocalRuns implements Runs {

    private final RunTables tables;
    private final LocalFiles files;
    private final LocalEngine engine;

    public LocalRuns(LakeIndex index, LocalFiles files, LocalEngine engine) {
        this.tables = new RunTables(index);
        this.files = files;
        this.engine = engine;
    }

    @Override
    public List<Run> list(Optional<String> pipeline, int offset, int max) {
        return tables.list(pipeline, offset, max);
    }

    @Override
    public Optional<Run> find(long id) {
        return tables.find(id);
    }

    @Override
    public List<LogLine> log(long run, Optional<String> step, long from, int max) {
        return tables.log(run, step, from, max);
    }

    @Override
    public long logSize(long run, Optional<String> step) {
        return tables.logSize(run, step);
    }

    @Override
    public BadRows badRows(long run, String step, long from, int max) {
        Optional<RunTables.Quarantined> place = tables.quarantined(run, step);
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
