package io.wonderlake;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.ReadOnlyCatalog;
import io.wonderlake.catalog.local.LocalCatalog;
import io.wonderlake.engine.FileReader;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.ReadOnlyEngine;
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
import io.wonderlake.lake.ReadOnlyStore;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.lake.index.LakeIndex;
import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.ReadOnlyPipelines;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.pipeline.local.LocalPipelines;
import io.wonderlake.pipeline.local.LocalRuns;
import io.wonderlake.result.DuckDbResults;
import io.wonderlake.result.ResultStore;
import io.wonderlake.work.Job;
import io.wonderlake.workspace.Check;
import io.wonderlake.workspace.Checkup;
import io.wonderlake.workspace.LocalLake;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/// A lake in a folder with its adapters: files, embedded index, DuckDB.
final class LocalWorkspace implements LocalLake {
    private final LakeProfile.Local profile;
    private final LakeFolder lake;
    private final FolderStore store;
    private final LakeIndex index;
    private final Catalog catalog;
    private final LocalEngine engine;
    private final FileProbe probe;
    private final Previews previews;
    private final Runs runs;
    private final Pipelines pipelines;
    private ResultStore results;

    /// `readable` are folders outside the lake that the engine may read as well.
    LocalWorkspace(LakeProfile.Local profile, LakeFolder lake, List<Path> readable) {
        this.profile = profile;
        this.lake = lake;
        List<FileReader> readers = FileReaders.all();
        store = new FolderStore(lake);
        index = LakeIndex.open(lake.indexFile());
        catalog = new LocalCatalog(index, store);
        engine = new DuckDbEngine(EngineSettings.of(Stream.concat(Stream.of(lake.root()), readable.stream()).toList(), lake.spillFolder()), catalog, store, readers);
        probe = new StandardProbe(engine);
        previews = new FilePreviews(store, probe);
        runs = new LocalRuns(index, store, engine);
        pipelines = new LocalPipelines(store, store, catalog, engine, probe, readers, index, Clock.systemUTC());
    }

    @Override
    public LakeProfile profile() {
        return profile;
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
        return profile.readOnly() ? new ReadOnlyStore(store, profile.name()) : store;
    }

    @Override
    public LocalFiles files() {
        return store;
    }

    @Override
    public Catalog catalog() {
        return profile.readOnly() ? new ReadOnlyCatalog(catalog, profile.name()) : catalog;
    }

    @Override
    public List<QueryEngine> engines() {
        return List.of(profile.readOnly() ? new ReadOnlyEngine(engine, profile.name()) : engine);
    }

    @Override
    public LocalEngine local() {
        return engine;
    }

    @Override
    public synchronized ResultStore results() {
        if (results == null) {
            results = new DuckDbResults(lake.resultsFolder());
        }
        return results;
    }

    @Override
    public FileProbe probe() {
        return probe;
    }

    @Override
    public Previews previews() {
        return previews;
    }

    @Override
    public Pipelines pipelines() {
        return profile.readOnly() ? new ReadOnlyPipelines(pipelines, profile.name()) : pipelines;
    }

    @Override
    public Runs runs() {
        return runs;
    }

    @Override
    public List<Check> checkup(Job job) {
        return new Checkup(this).run(job);
    }

    @Override
    public synchronized void close() {
        if (results != null) {
            results.close();
        }
        engine.close();
        index.close();
    }
}
