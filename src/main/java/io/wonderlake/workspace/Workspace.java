package io.wonderlake.workspace;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.format.Previews;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Tier;
import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.result.ResultStore;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An opened lake. Everything in it is ready to use; closing it frees the engines, the index and the session's results.
/// Opening one never touches the network.
public interface Workspace extends AutoCloseable {
    LakeProfile profile();

    LakeSettings settings();

    /// Under which a user's memory of this lake is filed: recent things, open queries.
    String id();

    /// A folder for files that need not outlive the program; the local engine may write there.
    Path scratch();

    ObjectStore objects();

    Catalog catalog();

    /// The engines that run SQL over the catalog's tables, at least one; the first is the usual one.
    List<QueryEngine> engines();

    /// The engine on this computer, for previews and for writing files. It sees the catalog's tables on a local lake only.
    LocalEngine local();

    /// Made on first use.
    ResultStore results();

    Previews previews();

    Pipelines pipelines();

    Runs runs();

    /// Looks the lake over and changes nothing.
    List<Check> checkup(Job job);

    /// Logs in, or again, where this lake wants to know who asks; blocks until the person is done. What was opened before works on afterwards.
    default void signIn(Job job) {
    }

    /// The tiers that this lake has.
    default List<Tier> tiers() {
        return switch (profile()) {
            case LakeProfile.Local _ -> List.of(Tier.values());
            case LakeProfile.Aws aws -> Stream.of(Tier.values()).filter(aws.tiers()::containsKey).toList();
        };
    }

    /// The engine of this name, in any case.
    default QueryEngine engine(String name) {
        return engines().stream().filter(each -> each.name().equalsIgnoreCase(name)).findFirst()
                .orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.engine", name,
                        engines().stream().map(each -> each.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", "))).exception());
    }

    @Override
    void close();
}
