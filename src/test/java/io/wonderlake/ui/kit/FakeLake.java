package io.wonderlake.ui.kit;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.CatalogHit;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.Partition;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableDraft;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Content;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.ObjectVersion;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.pipeline.BadRows;
import io.wonderlake.pipeline.LogLine;
import io.wonderlake.pipeline.LogSize;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Job;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A lake that exists only in memory: some tables, objects and runs, as the window asks for them.
public final class FakeLake {
    public final LakeSettings settings = new LakeSettings("Practice lake", Map.of());
    public final List<Table> tables = new ArrayList<>();
    public final Map<ObjectPath, byte[]> texts = new TreeMap<>();
    public final Map<ObjectPath, Long> sizes = new TreeMap<>();
    public final List<Run> runs = new ArrayList<>();
    public long revision = 1;

    public FakeLake table(String name, Tier tier, long rows, String... columns) {
        List<Column> made = Stream.of(columns).map(column -> column.split(" ", 2)).map(part -> new Column(part[0], part[1])).toList();
        tables.add(new Table(TableName.parse(name), tier, made, List.of(), new StorageFormat.Parquet(), Optional.of(Prefix.of(tier)), 1, "", "", rows, 100, 1, Instant.EPOCH, Map.of()));
        return this;
    }

    public FakeLake object(String path, long size) {
        sizes.put(ObjectPath.parse(path), size);
        return this;
    }

    public FakeLake text(String path, String text) {
        texts.put(ObjectPath.parse(path), text.getBytes(StandardCharsets.UTF_8));
        return object(path, text.length());
    }

    public FakeLake run(long id, String pipeline, RunState state, Instant started, StepRun... steps) {
        runs.addFirst(new Run(String.valueOf(id), pipeline, state, "window", started, state.ended() ? Optional.of(started.plusSeconds(58)) : Optional.empty(), List.of(steps), ""));
        return this;
    }

    public static StepRun step(String name, RunState state, long rejected, StepRun.RuleCount... warnings) {
        return new StepRun(name, state, 1, Optional.empty(), Optional.empty(), 100, 100 - rejected, rejected, List.of(warnings), "", 0, Optional.empty());
    }

    public Catalog catalog() {
        return new FakeCatalog();
    }

    public ObjectStore objects() {
        return new FakeObjects();
    }

    public Runs runs() {
        return new FakeRuns();
    }

    private final class FakeCatalog implements Catalog {
        @Override
        public List<String> databases() {
            return tables.stream().map(table -> table.name().database()).distinct().sorted().toList();
        }

        @Override
        public List<Table> tables(String database) {
            return tables.stream().filter(table -> table.name().database().equals(database)).toList();
        }

        @Override
        public Optional<Table> find(TableName name) {
            return tables.stream().filter(table -> table.name().equals(name)).findFirst();
        }

        @Override
        public Optional<Table> findVersion(TableName name, int version) {
            return find(name);
        }

        @Override
        public List<Table> versions(TableName name) {
            return find(name).stream().toList();
        }

        @Override
        public List<DataFile> files(TableName name, int version, Map<String, String> partition) {
            return List.of();
        }

        @Override
        public List<Partition> partitions(TableName name, int version, int offset, int max) {
            return List.of();
        }

        @Override
        public Table publish(TableDraft draft, int expected) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void describe(TableName name, String description, String owner) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void drop(TableName name) {
            tables.removeIf(table -> table.name().equals(name));
            revision++;
        }

        @Override
        public void forget(TableName name, int version) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<CatalogHit> search(String words, int max) {
            List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).split(" "));
            return tables.stream().flatMap(table -> Stream.concat(
                            Stream.of(new CatalogHit(table, Optional.empty())).filter(hit -> wanted.stream().allMatch(hit.table().name().table()::contains)),
                            table.columns().stream().filter(column -> wanted.stream().allMatch(column.name()::contains)).map(column -> new CatalogHit(table, Optional.of(column)))))
                    .limit(max).toList();
        }

        @Override
        public long revision() {
            return revision;
        }
    }

    private final class FakeObjects implements ObjectStore {
        @Override
        public Listing list(Prefix prefix, boolean delimited, Optional<String> after, int max) {
            List<ObjectEntry> page = sizes.entrySet().stream().filter(entry -> prefix.contains(entry.getKey()))
                    .filter(entry -> after.isEmpty() || entry.getKey().key().compareTo(after.get()) > 0)
                    .limit(max).map(entry -> new ObjectEntry(entry.getKey(), entry.getValue(), Instant.EPOCH)).toList();
            return new Listing(page, List.of(), page.size() < max ? Optional.empty() : Optional.of(page.getLast().path().key()));
        }

        @Override
        public Optional<ObjectEntry> find(ObjectPath path) {
            return Optional.ofNullable(sizes.get(path)).map(size -> new ObjectEntry(path, size, Instant.EPOCH));
        }

        @Override
        public InputStream read(ObjectPath path) {
            return new ByteArrayInputStream(texts.get(path));
        }

        @Override
        public InputStream read(ObjectPath path, long offset, long length) {
            return read(path);
        }

        @Override
        public ObjectEntry put(ObjectPath path, Content content, Job job) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ObjectEntry putIfAbsent(ObjectPath path, Content content, Job job) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(ObjectPath path) {
            sizes.remove(path);
        }

        @Override
        public String sha256(ObjectPath path, Job job) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ObjectVersion> versions(ObjectPath path) {
            return List.of();
        }

        @Override
        public InputStream readVersion(ObjectVersion version) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ObjectEntry restore(ObjectVersion version, Job job) {
            throw new UnsupportedOperationException();
        }
    }

    private final class FakeRuns implements Runs {
        @Override
        public List<Run> list(Optional<String> pipeline, int offset, int max) {
            return runs.stream().skip(offset).limit(max).toList();
        }

        @Override
        public Optional<Run> find(String id) {
            return runs.stream().filter(run -> run.id().equals(id)).findFirst();
        }

        @Override
        public List<LogLine> log(String run, Optional<String> step, long from, int max) {
            return List.of();
        }

        @Override
        public LogSize logSize(String run, Optional<String> step) {
            return new LogSize(0, false);
        }

        @Override
        public BadRows badRows(String run, String step, long from, int max) {
            return new BadRows(List.of(), List.of(), 0);
        }
    }
}
