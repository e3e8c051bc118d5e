package io.wonderlake.cli;

import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.Parameters;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.lake.folder.Folders;
import io.wonderlake.result.export.RowSink;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.workspace.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/// Writes the answer of one statement somewhere. A file is whole or not there: it is written beside its place and moved there at the end.
record Answer(Workspace lake, QueryEngine engine, String statement, Map<String, String> parameters, Job job) {
    private static final int PAGE = 1_000;

    long toStream(RowFormat format, OutputStream out) throws IOException {
        long rows = 0;
        try (QueryRun run = engine.run(Parameters.bind(statement, parameters, false), job);
                RowSink sink = format.sink(new NoClose(out))) {
            sink.begin(run.columns());
            for (List<Object[]> page = run.next(PAGE); !page.isEmpty(); page = run.next(PAGE)) {
                for (Object[] row : page) {
                    sink.add(row);
                }
                rows += page.size();
            }
        }
        return rows;
    }

    long toFile(RowFormat format, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.out.folder", file).exception();
        }
        if (!Files.isDirectory(target.getParent())) {
            throw Failure.of(Failure.Kind.NOT_FOUND, "failure.out.missing", target.getParent()).exception();
        }
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            long rows = format == RowFormat.parquet ? parquet(part) : rows(format, part);
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return rows;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private long rows(RowFormat format, Path part) throws IOException {
        try (OutputStream out = Files.newOutputStream(part)) {
            return toStream(format, out);
        }
    }

    private long parquet(Path part) throws IOException {
        Path folder = Files.createTempDirectory(lake.scratch(), "export-");
        try (EngineSession session = lake.local().session(job)) {
            List<EngineSession.WrittenFile> files = session.writeParquet(Parameters.inline(statement, parameters), folder, List.of());
            if (files.size() != 1) {
                throw Failure.of(Failure.Kind.BUG, "failure.bug", files.size() + " files").exception();
            }
            Files.copy(files.getFirst().file(), part, StandardCopyOption.REPLACE_EXISTING);
            return files.getFirst().rows();
        } finally {
            Folders.delete(folder);
        }
    }
}
