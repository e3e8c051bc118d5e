package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.format.Previews;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.result.ResultStore;
import io.wonderlake.work.Jobs;
import io.wonderlake.workspace.Workspace;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// The parts of an opened lake that a page reads from.
///
/// @param results made on first use; asked only off the UI thread
/// @param uiThread where a page is told what has come
record LakeParts(
        Catalog catalog,
        ObjectStore objects,
        List<QueryEngine> engines,
        LocalEngine local,
        Previews previews,
        Supplier<ResultStore> results,
        Runs runs,
        Jobs jobs,
        Executor uiThread) {

    /// The engine that tables are asked in.
    QueryEngine engine() {
        return engines.getFirst();
    }

    static LakeParts of(Workspace workspace, Jobs jobs, Executor uiThread) {
        return new LakeParts(workspace.catalog(), workspace.objects(), workspace.engines(), workspace.local(), workspace.previews(), workspace::results,
                workspace.runs(), jobs, uiThread);
    }
}
