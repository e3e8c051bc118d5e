package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.format.Previews;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Tier;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.result.ResultStore;
import io.wonderlake.work.Jobs;
import io.wonderlake.workspace.Workspace;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/// The parts of an opened lake that a page reads from.
///
/// @param tiers that the lake has
/// @param remote whether it stands elsewhere: then each look at it is a call over the network, and its engines charge for statements
/// @param readOnly whether nothing may be changed
/// @param results made on first use; asked only off the UI thread
/// @param uiThread where a page is told what has come
record LakeParts(
        List<Tier> tiers,
        boolean remote,
        boolean readOnly,
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
        return new LakeParts(tiers(workspace.profile()), workspace.engines().getFirst() != workspace.local(), workspace.profile().readOnly(), workspace.catalog(),
                workspace.objects(), workspace.engines(), workspace.local(), workspace.previews(), workspace::results, workspace.runs(), jobs, uiThread);
    }

    private static List<Tier> tiers(LakeProfile profile) {
        return switch (profile) {
            case LakeProfile.Local _ -> List.of(Tier.values());
            case LakeProfile.Aws aws -> aws.tiers().keySet().stream().sorted().toList();
        };
    }
}
