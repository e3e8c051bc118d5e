package io.wonderlake.cli;

import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.engine.ParameterValue;
import io.wonderlake.engine.Parameters;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.QueryStats;
import io.wonderlake.lake.folder.Folders;
import io.wonderlake.result.export.ParquetSink;
import io.wonderlake.result.export.RowSink;
import io.wonderlake.result.export.Values;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the answer of one statement somewhere. A file is whole or not there: it is written beside its place and moved there at the end.
///
/// @param local the engine on this computer, which writes its own answers as Parquet better than through their rows
/// @param scratch a folder for what is needed on the way
record Answer(QueryEngine engine, LocalEngine local, Path scratch, String statement, Map<String, String> parameters, Job job) {
    private static final int PAGE = 1_000;

    /// What was written; the statistics are of an engine that tells them.
    record Written(long rows, Optional<QueryStats> stats) { }

    Written toStream(RowFormat format, OutputStream out) throws IOException {
        try (QueryRun run = start(); RowSink sink = format.sink(new NoClose(out))) {
            return pour(run, sink);
        }
    }

    Written toFile(RowFormat format, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.out.folder", file).exception();
        }
        if (!Files.isDirectory(target.getParent())) {
            throw Failure.of(Failure.Kind.NOT_FOUND, "failure.out.missing", target.getParent()).exception();
        }
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Written written = format == RowFormat.parquet ? parquet(part) : rows(format, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return written;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private QueryRun start() {
        Map<String, Object> values = new LinkedHashMap<>();
        parameters.forEach((name, typed) -> values.put(name, ParameterValue.of(typed)));
        return engine.run(Parameters.bind(statement, values, false), job);
    }

    private static Written pour(QueryRun run, RowSink sink) throws IOException {
        long rows = 0;
        sink.begin(run.columns());
        for (List<Object[]> page = run.next(PAGE); !page.isEmpty(); page = run.next(PAGE)) {
            for (Object[] row : page) {
                sink.add(row);
            }
            rows += page.size();
        }
        return new Written(rows, Optional.of(run.stats()));
    }

    private Written rows(RowFormat format, Path part) throws IOException {
        try (OutputStream out = Files.newOutputStream(part)) {
            return toStream(format, out);
        }
    }

    private Written parquet(Path part) throws IOException {
        Path folder = Files.createTempDirectory(scratch, "export-");
        try {
            return engine.name().equals(local.name()) ? written(folder, part) : gathered(folder, part);
        } finally {
            Folders.delete(folder);
        }
    }

    private Written written(Path folder, Path part) throws IOException {
        try (EngineSession session = local.session(job)) {
            Map<String, String> values = new LinkedHashMap<>();
            parameters.forEach((name, typed) -> values.put(name, Values.text(ParameterValue.of(typed))));
            List<EngineSession.WrittenFile> files = session.writeParquet(Parameters.inline(statement, values), folder, List.of());
            if (files.size() != 1) {
                throw Failure.of(Failure.Kind.BUG, "failure.bug", files.size() + " files").exception();
            }
            Files.copy(files.getFirst().file(), part, StandardCopyOption.REPLACE_EXISTING);
            return new Written(files.getFirst().rows(), Optional.empty());
        }
    }

    private Written gathered(Path folder, Path part) throws IOException {
        try (QueryRun run = start(); RowSink sink = new ParquetSink(part, folder.resolve("spill"), job)) {
            return pour(run, sink);
        }
    }
}
