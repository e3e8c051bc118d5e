package io.wonderlake.sample;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.local.LocalCatalog;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.FileReader;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.duckdb.DuckDbEngine;
import io.wonderlake.engine.duckdb.EngineSettings;
import io.wonderlake.format.FileReaders;
import io.wonderlake.format.StandardProbe;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.lake.index.LakeIndex;
import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.pipeline.local.LocalPipelines;
import io.wonderlake.pipeline.local.LocalRuns;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A lake in a folder, wired with its real adapters.
final class PracticeWorkplace implements AutoCloseable {
    final FolderStore store;
    final Catalog catalog;
    final Pipelines pipelines;
    final Runs runs;
    private final LakeIndex index;
    private final LocalEngine engine;

    PracticeWorkplace(Path root) {
        LakeFolder lake = LakeFolder.create(root, new LakeSettings("Practice", Map.of()));
        List<FileReader> readers = FileReaders.all();
        store = new FolderStore(lake);
        index = LakeIndex.open(lake.indexFile());
        catalog = new LocalCatalog(index, store);
        engine = new DuckDbEngine(EngineSettings.of(List.of(lake.root()), lake.spillFolder()), catalog, store, readers);
        runs = new LocalRuns(index, store, engine);
        pipelines = new LocalPipelines(store, store, catalog, engine, new StandardProbe(engine), readers, index, Clock.systemUTC());
    }

    Run run(String pipeline) {
        return pipelines.run(pipeline, Optional.empty(), "test", new Job(pipeline));
    }

    List<Object[]> rows(String sql) {
        List<Object[]> rows = new ArrayList<>();
        try (QueryRun run = engine.run(Query.of(sql), new Job("query"))) {
            for (List<Object[]> page = run.next(1_000); !page.isEmpty(); page = run.next(1_000)) {
                page.forEach(row -> rows.add(row.clone()));
            }
        }
        return rows;
    }

    Object value(String sql) {
        return rows(sql).getFirst()[0];
    }

    /// Writes the answer as one Parquet file into an empty folder of the lake.
    void write(String select, Path folder) {
        try (EngineSession session = engine.session(new Job("write"))) {
            session.writeParquet(select, folder, List.of());
        }
    }

    /// The content of each refined table, whatever its version.
    Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        for (String database : catalog.databases()) {
            for (Table table : catalog.tables(database)) {
                if (!database.endsWith("_raw")) {
                    contents.put(table.name().toString(), table.properties().get("contentHash"));
                }
            }
        }
        return contents;
    }

    static Map<String, Long> warnings(Run run) {
        Map<String, Long> warnings = new TreeMap<>();
        run.steps().forEach(step -> step.warnings().forEach(warning -> warnings.put(warning.rule(), warning.count())));
        return warnings;
    }

    static StepRun step(Run run, String name) {
        return run.steps().stream().filter(step -> step.step().equals(name)).findFirst().orElseThrow();
    }

    @Override
    public void close() {
        engine.close();
        index.close();
    }
}
