package io.wonderlake.catalog.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.CatalogHit;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType;
import io.wonderlake.catalog.DataFile;
import io.wonderlake.catalog.Partition;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableDraft;
import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Content;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.lake.index.LakeIndex;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReindexTest {
    private static final TableName SALES = TableName.parse("tickit_curated.sales");
    private static final TableName ODD = TableName.parse("retail_raw.odd");

    @TempDir
    Path root;
    private LakeFolder lake;
    private ObjectStore store;
    private LakeIndex index;
    private LocalCatalog catalog;

    @BeforeEach
    void fill() {
        lake = LakeFolder.create(root, new LakeSettings("practice", Map.of()));
        store = new FolderStore(lake);
        index = LakeIndex.open(lake.indexFile());
        catalog = new LocalCatalog(index, store);
        catalog.publish(sales(1, List.of(new Column("salesid", "integer"))), 0);
        catalog.publish(sales(2, List.of(new Column("salesid", "integer"), new Column("pricepaid", new ColumnType("decimal(8,2)"), "paid"))), 1);
        catalog.publish(odd(), 0);
        catalog.describe(SALES, "What was sold – wirklich alles.", "sales@madhatter.example");
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static TableDraft sales(int version, List<Column> columns) {
        Prefix location = Prefix.parse("curated/tickit/sales/_v=" + version);
        List<DataFile> files = Stream.of("2007", "2008").map(year -> new DataFile(location.object("year=" + year + "/part-0.parquet"), Map.of("year", year), 10, version)).toList();
        return new TableDraft(SALES, Tier.CURATED, columns, List.of(new Column("year", "integer")), new StorageFormat.Parquet(), location,
                "All sales.", "", files, Map.of("model", "sales", "contentHash", "ab" + version));
    }

    private static TableDraft odd() {
        return new TableDraft(ODD, Tier.RAW, List.of(new Column("unnamed: 0", "struct(a integer, b varchar[])")), List.of(),
                new StorageFormat.Text("|", "", false, 2, "windows-1252"), Prefix.parse("raw/retail/odd"), "quotes ' \" and \\ 😀", "", List.of(
                        new DataFile(ObjectPath.parse("raw/retail/odd/ä b.txt"), Map.of(), 7, -1)), Map.of());
    }

    /// Everything that a catalog can be asked.
    private static List<Object> answers(Catalog catalog) {
        List<Object> answers = new ArrayList<>(catalog.databases());
        for (String database : catalog.databases()) {
            for (Table table : catalog.tables(database)) {
                answers.add(table);
                for (Table version : catalog.versions(table.name())) {
                    List<Partition> partitions = catalog.partitions(table.name(), version.version(), 0, 100);
                    answers.add(List.of(version, catalog.files(table.name(), version.version(), Map.of()), partitions));
                }
            }
        }
        List<CatalogHit> hits = catalog.search("a", 100);
        answers.add(hits);
        return answers;
    }

    @Test
    void givesTheSameAnswersAsTheIndexThatIsGone() {
        List<Object> before = answers(catalog);
        long revision = catalog.revision();

        try (LakeIndex fresh = LakeIndex.open(root.resolve("fresh.db"))) {
            Catalog rebuilt = new LocalCatalog(fresh, store);
            assertThat(new Reindex(fresh, store).rebuild(new Job("reindex"))).isEqualTo(2);
            assertThat(answers(rebuilt)).isEqualTo(before);
            assertThat(rebuilt.revision()).isGreaterThan(revision);
            assertThat(rebuilt.publish(sales(3, List.of(new Column("salesid", "integer"))), 2).description()).isEqualTo("What was sold – wirklich alles.");
        }
    }

    @Test
    void changesNoAnswerOfASoundIndex() {
        List<Object> before = answers(catalog);

        assertThat(new Reindex(index, store).rebuild(new Job("reindex"))).isEqualTo(2);
        assertThat(new Reindex(index, store).rebuild(new Job("reindex"))).isEqualTo(2);

        assertThat(answers(catalog)).isEqualTo(before);
    }

    @Test
    void rebuildsADamagedIndex() throws IOException {
        List<Object> before = answers(catalog);
        index.close();
        Files.writeString(lake.indexFile(), "damaged ".repeat(1000));
        Files.deleteIfExists(lake.indexFile().resolveSibling("index.db-wal"));

        index = LakeIndex.startOver(lake.indexFile());
        new Reindex(index, store).rebuild(new Job("reindex"));

        assertThat(answers(new LocalCatalog(index, store))).isEqualTo(before);
    }

    @Test
    void doesNotBringADroppedTableBack() {
        catalog.drop(SALES);

        assertThat(new Reindex(index, store).rebuild(new Job("reindex"))).isEqualTo(1);
        assertThat(catalog.find(SALES)).isEmpty();
    }

    @Test
    void doesNotBringAForgottenVersionBack() {
        catalog.forget(SALES, 1);
        List<Object> before = answers(catalog);

        new Reindex(index, store).rebuild(new Job("reindex"));

        assertThat(answers(catalog)).isEqualTo(before);
        assertThat(catalog.versions(SALES)).hasSize(1);
    }

    @Test
    void leavesTheCatalogAsItWasWhenItIsCancelled() {
        List<Object> before = answers(catalog);
        Job job = new Job("reindex");
        job.onProgress(_ -> job.cancel());

        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> new Reindex(index, store).rebuild(job));
        assertThat(answers(catalog)).isEqualTo(before);
    }

    @Test
    void fallsBackToTheNewestVersionThatIsSound() throws IOException {
        Files.writeString(root.resolve("curated/tickit/sales/_v=2/_table.json"), "{\"version\": 2, \"dra");

        assertThat(new Reindex(index, store).rebuild(new Job("reindex"))).isEqualTo(2);
        assertThat(catalog.find(SALES).orElseThrow().version()).isEqualTo(1);
        assertThat(catalog.find(ODD)).isPresent();
    }

    @Test
    void passesOverDocumentsThatAreNone() throws IOException {
        for (String text : List.of("", "{}", "[]", "null", "{\"name\": {\"database\": \"a\", \"table\": \"b\"}, \"version\": 1, \"versions\": [{\"version\": 1, \"definition\": \"raw/none\"}]}",
                "{\"name\": {\"database\": \"a\", \"table\": \"b\"}, \"version\": 1, \"versions\": [{\"version\": 1, \"definition\": \"../../etc/passwd\"}]}")) {
            store.put(ObjectPath.parse("raw/strange/_current.json"), Content.of(text), new Job("put"));
            assertThat(new Reindex(index, store).rebuild(new Job("reindex"))).as(text).isEqualTo(2);
        }
        for (String text : List.of("{}", "null", "{\"version\": 1, \"updated\": \"2026-01-01T00:00:00Z\", \"draft\": {}}")) {
            Files.writeString(root.resolve("raw/retail/odd/_table-odd-v1.json"), text);
            assertThat(new Reindex(index, store).rebuild(new Job("reindex"))).as(text).isEqualTo(1);
        }
    }

    @Test
    void takesACopiedFolderForNoTableOfItsOwn() throws IOException {
        List<Object> before = answers(catalog);
        Files.createDirectories(root.resolve("archive/copy"));
        Files.copy(root.resolve("curated/tickit/sales/_current.json"), root.resolve("archive/copy/_current.json"));

        new Reindex(index, store).rebuild(new Job("reindex"));

        assertThat(answers(catalog)).isEqualTo(before);
    }
}
