package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.local.LocalCatalog;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.duckdb.DuckDbEngine;
import io.wonderlake.engine.duckdb.EngineSettings;
import io.wonderlake.format.FilePreviews;
import io.wonderlake.format.FileProbe;
import io.wonderlake.format.FileReaders;
import io.wonderlake.format.Previews;
import io.wonderlake.format.StandardProbe;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.LocalFiles;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.lake.index.LakeIndex;
import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.pipeline.local.LocalPipelines;
import io.wonderlake.pipeline.local.LocalRuns;
import io.wonderlake.result.DuckDbResults;
import io.wonderlake.result.ResultStore;
import io.wonderlake.work.Job;
import io.wonderlake.workspace.Check;
import io.wonderlake.workspace.LocalLake;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/// A lake in a folder with the adapters that the program uses.
final class RealLake implements LocalLake {
    private final LakeFolder lake;
    private final FolderStore store;
    private final LakeIndex index;
    private final Catalog catalog;
    private final LocalEngine engine;
    private final FileProbe probe;
    private final ResultStore results;
    private final Runs runs;
    private final Pipelines pipelines;

    RealLake(LakeFolder lake) {
        this.lake = lake;
        store = new FolderStore(lake);
        index = LakeIndex.open(lake.indexFile());
        catalog = new LocalCatalog(index, store);
        engine = new DuckDbEngine(EngineSettings.of(List.of(lake.root()), lake.spillFolder()), catalog, store, FileReaders.all());
        probe = new StandardProbe(engine);
        results = new DuckDbResults(lake.resultsFolder());
        runs = new LocalRuns(index, store, engine);
        pipelines = new LocalPipelines(store, store, catalog, engine, probe, FileReaders.all(), index, Clock.systemUTC());
    }

    @Override
    public LakeProfile profile() {
        return new LakeProfile.Local(lake.settings().name(), lake.root(), "", false);
    }

    @Override
    public String id() {
        return lake.root().toString();
    }

    @Override
    public LakeSettings settings() {
        return lake.settings();
    }

    @Override
    public Path root() {
        return lake.root();
    }

    @Override
    public Path scratch() {
        return lake.spillFolder();
    }

    @Override
    public ObjectStore objects() {
        return store;
    }

    @Override
    public LocalFiles files() {
        return store;
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public List<QueryEngine> engines() {
        return List.of(engine);
    }

    @Override
    public LocalEngine local() {
        return engine;
    }

    @Override
    public ResultStore results() {
        return results;
    }

    @Override
    public FileProbe probe() {
        return probe;
    }

    @Override
    public Previews previews() {
        return new FilePreviews(store, probe);
    }

    @Override
    public List<Check> checkup(Job job) {
        return List.of();
    }

    @Override
    public Pipelines pipelines() {
        return pipelines;
    }

    @Override
    public Runs runs() {
        return runs;
    }

    @Override
    public void close() {
        results.close();
        engine.close();
        index.close();
    }
}
