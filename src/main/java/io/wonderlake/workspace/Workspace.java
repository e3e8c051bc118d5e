package io.wonderlake.workspace;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.format.FileProbe;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.LocalFiles;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.result.ResultStore;
import io.wonderlake.work.Job;
import java.nio.file.Path;

/// An opened lake. Everything in it is ready to use; closing it frees the engine, the index and the session's results.
public interface Workspace extends AutoCloseable {
    LakeSettings settings();

    /// The lake's folder.
    Path root();

    /// A folder for files that need not outlive the program; the engine may write there.
    Path scratch();

    ObjectStore objects();

    LocalFiles files();

    Catalog catalog();

    LocalEngine engine();

    /// Made on first use.
    ResultStore results();

    FileProbe probe();

    Pipelines pipelines();

    Runs runs();


    @Override
    void close();
}
