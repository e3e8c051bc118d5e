package io.wonderlake;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.ReadOnlyCatalog;
import io.wonderlake.catalog.glue.GlueCatalog;
import io.wonderlake.catalog.glue.GlueProbe;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.athena.AthenaEngine;
import io.wonderlake.engine.athena.AthenaProbes;
import io.wonderlake.engine.redshift.IamLogin;
import io.wonderlake.engine.redshift.PasswordLogin;
import io.wonderlake.engine.redshift.RedshiftEngine;
import io.wonderlake.engine.redshift.RedshiftLogin;
import io.wonderlake.engine.redshift.RedshiftProbe;
import io.wonderlake.format.Previews;
import io.wonderlake.format.RemotePreviews;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.ReadOnlyStore;
import io.wonderlake.lake.aws.AccountProbe;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.Prompts;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.lake.s3.S3Store;
import io.wonderlake.lake.s3.StoreProbes;
import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.pipeline.aws.AwsPipelines;
import io.wonderlake.pipeline.aws.AwsRuns;
import io.wonderlake.pipeline.aws.RunProbes;
import io.wonderlake.result.ResultStore;
import io.wonderlake.settings.Keychain;
import io.wonderlake.work.Job;
import io.wonderlake.work.Probe;
import io.wonderlake.workspace.AwsCheckup;
import io.wonderlake.workspace.Check;
import io.wonderlake.workspace.LocalLake;
import io.wonderlake.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A lake on AWS with its adapters: S3, Glue, Athena, Redshift, Step Functions. What stands on this computer (results, previews, copies) lies in
/// a folder that can be thrown away.
final class AwsWorkspace implements Workspace {
    private final LakeProfile.Aws profile;
    private final AwsAccount account;
    private final LocalLake desk;
    private final ObjectStore objects;
    private final GlueCatalog tables;
    private final Catalog catalog;
    private final List<QueryEngine> engines;
    private final Previews previews;
    private final AwsRuns runs;
    private final Pipelines pipelines;

    /// `cache` is this lake's own folder.
    AwsWorkspace(LakeProfile.Aws profile, Path cache, Prompts prompts, Keychain keychain) {
        this.profile = profile;
        account = new AwsAccount(profile, prompts);
        desk = new LocalWorkspace(new LakeProfile.Local(profile.name(), cache.resolve("desk"), "", false),
                LakeFolder.create(cache.resolve("desk"), new LakeSettings(profile.name(), Map.of())), List.of());
        ObjectStore store = new S3Store(account, profile.tiers(), cache.resolve("unfinished"));
        objects = profile.readOnly() ? new ReadOnlyStore(store, profile.name()) : store;
        tables = new GlueCatalog(account, objects, cache);
        catalog = profile.readOnly() ? new ReadOnlyCatalog(tables, profile.name()) : tables;
        engines = engines(keychain);
        previews = new RemotePreviews(objects, desk.probe(), desk.local(), desk.root().resolve("previews"));
        runs = new AwsRuns(account, cache, Clock.systemUTC());
        pipelines = new AwsPipelines(account, runs);
    }

    private List<QueryEngine> engines(Keychain keychain) {
        List<QueryEngine> made = new ArrayList<>();
        made.add(new AthenaEngine(account, catalog));
        profile.redshift().ifPresent(settings -> made.add(new RedshiftEngine(settings, login(settings, keychain), profile.readOnly())));
        return List.copyOf(made);
    }

    private List<Probe> probes() {
        List<Probe> probes = new ArrayList<>(StoreProbes.of(account, objects));
        probes.add(GlueProbe.of(account));
        for (QueryEngine engine : engines) {
            switch (engine) {
                case AthenaEngine athena -> probes.addAll(AthenaProbes.of(athena));
                case RedshiftEngine redshift -> probes.add(RedshiftProbe.of(redshift));
                default -> throw new IllegalStateException(engine.name());
            }
        }
        probes.addAll(RunProbes.of(account));
        return probes;
    }

    private RedshiftLogin login(LakeProfile.Redshift settings, Keychain keychain) {
        return settings.user().<RedshiftLogin>map(user -> new PasswordLogin(user, () -> keychain.password(profile.name(), user)))
                .orElseGet(() -> new IamLogin(account, settings.url()));
    }

    @Override
    public LakeProfile profile() {
        return profile;
    }

    @Override
    public LakeSettings settings() {
        return new LakeSettings(profile.name(), profile.tierNames());
    }

    @Override
    public String id() {
        return "profile " + profile.name();
    }

    @Override
    public Path scratch() {
        return desk.scratch();
    }

    @Override
    public ObjectStore objects() {
        return objects;
    }

    @Override
    public Catalog catalog() {
        return catalog;
    }

    @Override
    public List<QueryEngine> engines() {
        return engines;
    }

    @Override
    public LocalEngine local() {
        return desk.local();
    }

    @Override
    public ResultStore results() {
        return desk.results();
    }

    @Override
    public Previews previews() {
        return previews;
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
    public void signIn(Job job) {
        account.signIn(job);
    }

    @Override
    public List<Check> checkup(Job job) {
        return new AwsCheckup(AccountProbe.of(account), probes()).run(job);
    }

    @Override
    public void close() {
        engines.forEach(QueryEngine::close);
        runs.close();
        tables.close();
        desk.close();
        account.close();
    }
}
