package io.wonderlake.ui.explore;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.CatalogHit;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.Partition;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableDraft;
import io.wonderlake.catalog.TableName;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.format.Previews;
import io.wonderlake.format.RemotePreviews;
import io.wonderlake.lake.CountingStore;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.Tier;
import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.result.ResultStore;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.workspace.Check;
import io.wonderlake.workspace.LocalLake;
import io.wonderlake.workspace.Workspace;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A lake as one that stands elsewhere: it counts what it is asked for, its engine must not be asked at all, and its catalog has a copy of some age.
public final class FarLake implements Workspace {
    public final CountingStore store;
    public final List<String> statements = new ArrayList<>();
    public Instant asOf = Instant.parse("2026-11-20T12:40:00Z");
    public Optional<Failure> noCatalog = Optional.empty();
    public int refreshed;
    private final LocalLake near;
    private final Previews previews;
    private final LakeProfile.Aws profile;

    FarLake(LocalLake near, Tier... tiers) {
        this.near = near;
        store = new CountingStore(near.objects());
        previews = new RemotePreviews(store, near.probe(), near.local(), near.scratch().resolve("previews"));
        Map<Tier, S3Place> places = new EnumMap<>(Tier.class);
        for (Tier tier : tiers) {
            places.put(tier, new S3Place("lake-" + tier.folder(), ""));
        }
        profile = new LakeProfile.Aws("Far lake", Optional.empty(), "eu-west-1", Optional.empty(), places, Map.of(Tier.CURATED, "silver"), List.of(), List.of(),
                LakeProfile.Athena.DEFAULT, Optional.empty(), "", false);
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
        return near.id() + " far";
    }

    @Override
    public Path scratch() {
        return near.scratch();
    }

    @Override
    public ObjectStore objects() {
        return store;
    }

    @Override
    public Catalog catalog() {
        return new Copy();
    }

    @Override
    public List<QueryEngine> engines() {
        return List.of(new Billed());
    }

    @Override
    public LocalEngine local() {
        return near.local();
    }

    @Override
    public ResultStore results() {
        return near.results();
    }

    @Override
    public Previews previews() {
        return previews;
    }

    @Override
    public Pipelines pipelines() {
        return near.pipelines();
    }

    @Override
    public Runs runs() {
        return near.runs();
    }

    @Override
    public List<Check> checkup(Job job) {
        return List.of();
    }

    @Override
    public void close() {
        near.close();
    }

    private final class Billed implements QueryEngine {
        @Override
        public String name() {
            return "Athena";
        }

        @Override
        public QueryRun run(Query query, Job job) {
            statements.add(query.sql());
            throw new IllegalStateException(query.sql());
        }

        @Override
        public void close() {
            return;
        }
    }

    private final class Copy implements Catalog {
        private Catalog catalog() {
            noCatalog.ifPresent(failure -> {
                throw failure.exception();
            });
            return near.catalog();
        }

        @Override
        public List<String> databases() {
            return catalog().databases();
        }

        @Override
        public List<Table> tables(String database) {
            return catalog().tables(database);
        }

        @Override
        public Optional<Table> find(TableName name) {
            return catalog().find(name);
        }

        @Override
        public Optional<Table> findVersion(TableName name, int version) {
            return catalog().findVersion(name, version);
        }

        @Override
        public List<Table> versions(TableName name) {
            return catalog().versions(name);
        }

        @Override
        public List<DataFile> files(TableName name, int version, Map<String, String> partition) {
            store.calls.add("files " + name + partition);
            return catalog().files(name, version, partition);
        }

        @Override
        public List<Partition> partitions(TableName name, int version, int offset, int max) {
            store.calls.add("partitions " + name);
            return catalog().partitions(name, version, offset, max);
        }

        @Override
        public Table publish(TableDraft draft, int expected) {
            return catalog().publish(draft, expected);
        }

        @Override
        public void forget(TableName name, int version) {
            catalog().forget(name, version);
        }

        @Override
        public void describe(TableName name, String description, String owner) {
            catalog().describe(name, description, owner);
        }

        @Override
        public void drop(TableName name) {
            catalog().drop(name);
        }

        @Override
        public List<CatalogHit> search(String words, int max) {
            return catalog().search(words, max);
        }

        @Override
        public long revision() {
            return near.catalog().revision();
        }

        @Override
        public Optional<Instant> asOf() {
            return Optional.of(asOf);
        }

        @Override
        public void refresh(Job job) {
            refreshed++;
            asOf = asOf.plusSeconds(60);
        }
    }
}
