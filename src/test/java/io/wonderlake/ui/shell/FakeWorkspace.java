package io.wonderlake.ui.shell;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.format.Previews;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.result.ResultStore;
import io.wonderlake.ui.kit.FakeLake;
import io.wonderlake.work.Job;
import io.wonderlake.workspace.Check;
import io.wonderlake.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/// A workspace over a [FakeLake], for tests of the window.
record FakeWorkspace(FakeLake lake, LakeProfile profile, Runnable closed, Consumer<Job> signingIn) implements Workspace {
    FakeWorkspace(FakeLake lake) {
        this(lake, () -> { });
    }

    FakeWorkspace(FakeLake lake, Runnable closed) {
        this(lake, new LakeProfile.Local(lake.settings.name(), Path.of("lake"), "", false), closed, _ -> { });
    }

    FakeWorkspace(FakeLake lake, Runnable closed, Consumer<Job> signingIn) {
        this(lake, new LakeProfile.Local(lake.settings.name(), Path.of("lake"), "", false), closed, signingIn);
    }

    FakeWorkspace(FakeLake lake, LakeProfile profile) {
        this(lake, profile, () -> { }, _ -> { });
    }

    @Override
    public LakeSettings settings() {
        return new LakeSettings(profile.name(), lake.settings.tierNames());
    }

    @Override
    public void signIn(Job job) {
        signingIn.accept(job);
    }

    @Override
    public String id() {
        return "lake";
    }

    @Override
    public ObjectStore objects() {
        return lake.objects();
    }

    @Override
    public List<QueryEngine> engines() {
        return List.of(local());
    }

    @Override
    public List<Check> checkup(Job job) {
        return List.of();
    }

    @Override
    public Catalog catalog() {
        return lake.catalog();
    }

    @Override
    public LocalEngine local() {
        return new LocalEngine() {
            @Override
            public EngineSession session(Job job) {
                throw new UnsupportedOperationException();
            }

            @Override
            public String name() {
                return "DuckDB";
            }

            @Override
            public QueryRun run(Query query, Job job) {
                throw new UnsupportedOperationException();
            }

            @Override
            public void close() {
            }
        };
    }

    @Override
    public ResultStore results() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Previews previews() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Pipelines pipelines() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Runs runs() {
        return lake.runs();
    }

    @Override
    public Path scratch() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        closed.run();
    }
}
