package io.wonderlake.pipeline.local;

import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.catalog.local.LocalCatalog;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.duckdb.DuckDbEngine;
import io.wonderlake.engine.duckdb.EngineSettings;
import io.wonderlake.format.FileReaders;
import io.wonderlake.format.StandardProbe;
import io.wonderlake.lake.Content;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.lake.index.LakeIndex;
import io.wonderlake.pipeline.BadRows;
import io.wonderlake.pipeline.LogLine;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A small real lake in a folder, with everything that pipelines need.
final class TestLake implements AutoCloseable {

    final LakeFolder folder;
    final FolderStore store;
    final LakeIndex index;
    final LocalCatalog catalog;
    final DuckDbEngine engine;
    final LocalPipelines pipelines;
    final LocalRuns runs;

    TestLake(Path root) {
        folder = LakeFolder.create(root, new LakeSettings("test", Map.of()));
        store = new FolderStore(folder);
        index = LakeIndex.open(folder.indexFile());
        catalog = new LocalCatalog(index, store);
        engine = new DuckDbEngine(new EngineSettings(List.of(folder.root()), folder.spillFolder(), "500MB", 2), catalog, store, FileReaders.all());
        pipelines = new LocalPipelines(store, store, catalog, engine, new StandardProbe(engine), FileReaders.all(), index, Clock.systemUTC());
        runs = new LocalRuns(index, store, engine);
    }

    void put(String path, String text) {
        store.put(ObjectPath.parse(path), Content.of(text), new Job(path));
    }

    void put(String path, byte[] bytes) {
        store.put(ObjectPath.parse(path), Content.of(bytes), new Job(path));
    }

    /// A pipeline `shop` over everything of the domain `shop`.
    void putPipeline(String options) {
        put("config/pipelines/shop.yaml", """
                name: shop
                steps:
                  - {name: crawl, type: crawl, datasets: [shop.*]%1$s}
                  - {name: curate, type: contracts, contracts: [shop.*]%1$s}
                  - {name: build, type: models, models: ["shop_analytics.*"]%1$s}
                """.formatted(options));
    }

    /// A contract over text files with a header; `columns` and `more` are YAML.
    void putContract(String name, String custom, String columns, String quality) {
        put("config/contracts/shop." + name + ".yaml", """
                kind: DataContract
                id: shop.%1$s
                name: %1$s
                version: 1.0.0
                domain: shop
                description: About %1$s.
                customProperties: [%2$s]
                schema:
                  - physicalName: shop_curated.%1$s
                    properties: [%3$s]
                    quality: [%4$s]
                """.formatted(name, custom, columns, quality));
    }

    void putModel(String name, String inputs, String header, String sql) {
        put("config/models/analytics/shop." + name + ".sql",
                "-- name: " + name + "\n-- tier: analytics\n-- database: shop_analytics\n-- inputs: [" + inputs + "]\n" + header + sql);
    }

    Run run() {
        return pipelines.run("shop", Optional.empty(), "test", new Job("shop"));
    }

    Run runFrom(String step) {
        return pipelines.run("shop", Optional.of(step), "test", new Job("shop"));
    }

    static StepRun step(Run run, String name) {
        return run.steps().stream().filter(step -> step.step().equals(name)).findFirst().orElseThrow();
    }

    Table table(String name) {
        return catalog.find(TableName.parse(name)).orElseThrow();
    }

    String hash(String name) {
        return table(name).properties().get(Publisher.CONTENT_HASH);
    }

    List<String> bad(Run run, String step) {
        BadRows bad = runs.badRows(run.id(), step, 0, 100);
        return bad.rows().stream().map(Arrays::toString).toList();
    }

    List<String> log(Run run) {
        return runs.log(run.id(), Optional.empty(), 1, 10_000).stream().map(LogLine::message).toList();
    }

    List<String> query(String sql) {
        try (EngineSession session = engine.session(new Job("query"))) {
            return session.rows(sql).stream().map(Arrays::toString).toList();
        }
    }

    @Override
    public void close() {
        engine.close();
        index.close();
    }
}
