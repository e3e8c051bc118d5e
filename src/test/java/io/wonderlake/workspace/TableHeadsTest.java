package io.wonderlake.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.MemoryCatalog;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableDraft;
import io.wonderlake.catalog.TableName;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.engine.duckdb.DuckDbEngine;
import io.wonderlake.engine.duckdb.EngineSettings;
import io.wonderlake.format.FileReaders;
import io.wonderlake.format.RemotePreviews;
import io.wonderlake.format.StandardProbe;
import io.wonderlake.lake.CountingStore;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableHeadsTest {
    private static final Prefix PLACE = Prefix.parse("curated/tickit/sales");

    @TempDir
    private Path folder;
    private final Catalog catalog = new MemoryCatalog();
    private LakeFolder lake;
    private CountingStore store;
    private LocalEngine engine;
    private TableHeads heads;

    @BeforeEach
    void open() {
        lake = LakeFolder.create(folder.resolve("lake"), new LakeSettings("there", Map.of()));
        FolderStore files = new FolderStore(lake);
        store = new CountingStore(files);
        engine = new DuckDbEngine(new EngineSettings(List.of(folder), folder.resolve("spill"), "300MB", 1), catalog, files, FileReaders.all());
        heads = new TableHeads(catalog, new RemotePreviews(store, new StandardProbe(engine), engine, folder.resolve("cache")));
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private DataFile parquet(String name, String select, Map<String, String> partition) throws IOException {
        Path file = file(name);
        try (EngineSession session = engine.session(new Job("test"))) {
            session.execute("copy (" + select + ") to '" + file + "' (format parquet)");
        }
        return new DataFile(PLACE.object(name), partition, Files.size(file), -1);
    }

    private DataFile text(String name, String text) throws IOException {
        return new DataFile(PLACE.object(name), Map.of(), Files.size(Files.writeString(file(name), text)), -1);
    }

    private Path file(String name) throws IOException {
        Path file = lake.root().resolve(PLACE + name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private Table table(StorageFormat format, List<Column> columns, List<Column> partitions, List<DataFile> files) {
        return catalog.publish(new TableDraft(TableName.parse("tickit_curated.sales"), Tier.CURATED, columns, partitions, format, PLACE, "", "", files, Map.of()), 0);
    }

    private List<Object[]> rows(TableHead head) {
        try (EngineSession session = engine.session(new Job("test"))) {
            return session.rows(head.sql(session));
        }
    }

    @Test
    void takesTheFirstFilesInTheirOrderWithTheirPartitions() throws IOException {
        List<DataFile> files = List.of(
                parquet("month=01/a.parquet", "select range::integer as ID, 'x' as name from range(600)", Map.of("month", "01")),
                parquet("month=02/a.parquet", "select range::bigint as id, 'y' as name from range(600)", Map.of("month", "02")),
                parquet("month=03/a.parquet", "select range::bigint as id, 'z' as name from range(600)", Map.of("month", "03")));
        Table table = table(new StorageFormat.Parquet(), List.of(new Column("id", "bigint"), new Column("name", "varchar"), new Column("new", "date")),
                List.of(new Column("month", "varchar")), files);
        TableHead head = heads.open(table, 1_000, new Job("test"));
        assertThat(head.parts()).hasSize(2);
        assertThat(head.all()).isFalse();
        assertThat(head.fetched()).isEqualTo(files.get(0).size() + files.get(1).size());
        List<Object[]> rows = rows(head);
        assertThat(rows).hasSize(1_200);
        assertThat(rows.getFirst()).containsExactly(0L, "x", null, "01");
        assertThat(rows.get(600)).containsExactly(0L, "y", null, "02");
    }

    @Test
    void readsTextAsTheCatalogSays() throws IOException {
        Table table = table(new StorageFormat.Text("|", "", false, 0, "utf-8"), List.of(new Column("code", "varchar"), new Column("seats", "integer")), List.of(),
                List.of(text("a.txt", "001|10\n002|20\n"), text("b.txt", "003|30\n")));
        TableHead head = heads.open(table, 1_000, new Job("test"));
        assertThat(head.all()).isTrue();
        assertThat(rows(head)).containsExactly(new Object[] {"001", 10}, new Object[] {"002", 20}, new Object[] {"003", 30});
    }

    @Test
    void readsSixteenFilesAtMostAndNoEmptyOnes() throws IOException {
        List<DataFile> files = new ArrayList<>(List.of(text("1.txt", "")));
        for (int i = 10; i < 40; i++) {
            files.add(text(i + ".txt", i + "|1\n"));
        }
        Table table = table(new StorageFormat.Text("|", "", false, 0, "utf-8"), List.of(new Column("a", "integer"), new Column("b", "integer")), List.of(), files);
        TableHead head = heads.open(table, 1_000, new Job("test"));
        assertThat(head.parts()).hasSize(16);
        assertThat(head.all()).isFalse();
        assertThat(store.count("read")).isEqualTo(16);
    }

    @Test
    void saysWhenTheFilesAreNotTheTable() throws IOException {
        Table other = table(new StorageFormat.Parquet(), List.of(new Column("price", "double")), List.of(), List.of(parquet("a.parquet", "select 1 as id", Map.of())));
        TableHead head = heads.open(other, 10, new Job("test"));
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> rows(head)).withMessageContaining("has none of the columns");
        Table view = new Table(other.name(), Tier.CURATED, other.columns(), List.of(), new StorageFormat.Other("View"), other.location(), 1, "", "", -1, -1, -1,
                other.updated(), Map.of());
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> heads.open(view, 10, new Job("test"))).withMessageContaining("(View)");
        Table elsewhere = new Table(other.name(), Tier.CURATED, other.columns(), List.of(), other.format(), Optional.empty(), 1, "", "", -1, -1, -1,
                other.updated(), Map.of(Table.LOCATION, "s3://another/place/"));
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> heads.open(elsewhere, 10, new Job("test"))).withMessageContaining("s3://another/place/");
    }

    @Test
    void aTableWithoutFilesHasNoRows() {
        Table table = table(new StorageFormat.Parquet(), List.of(new Column("price", "double")), List.of(), List.of());
        TableHead head = heads.open(table, 10, new Job("test"));
        assertThat(head.all()).isTrue();
        assertThat(rows(head)).isEmpty();
    }
}
