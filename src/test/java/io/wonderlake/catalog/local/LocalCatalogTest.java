package io.wonderlake.catalog.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.catalog.CatalogContract;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableDraft;
import io.wonderlake.catalog.TableName;
import io.wonderlake.catalog.index.CatalogReader;
import io.wonderlake.catalog.index.CatalogWriter;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.lake.index.LakeIndex;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalCatalogTest extends CatalogContract {
    @TempDir
    Path root;
    private LakeFolder lake;
    private ObjectStore store;
    private LakeIndex index;
    private LocalCatalog catalog;

    @BeforeEach
    void open() {
        lake = LakeFolder.create(root, new LakeSettings("practice", Map.of()));
        store = new FolderStore(lake);
        index = LakeIndex.open(lake.indexFile());
        catalog = new LocalCatalog(index, store);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Override
    protected Catalog catalog() {
        return catalog;
    }

    static TableDraft salesDraft(int version) {
        return sales(version);
    }

    /// The version that a rebuild from the files would give.
    private int versionInFiles() {
        try (LakeIndex fresh = LakeIndex.open(root.resolve("fresh-" + System.nanoTime() + ".db"))) {
            new Reindex(fresh, store).rebuild(new Job("reindex"));
            Catalog rebuilt = new LocalCatalog(fresh, store);
            int version = rebuilt.find(SALES).map(Table::version).orElse(0);
            if (version > 0) {
                assertThat(rebuilt.files(SALES, version, Map.of())).isEqualTo(sales(version).files());
            }
            return version;
        }
    }

    @Test
    void leavesEachVersionBesideItsFiles() {
        catalog.publish(sales(1), 0);
        catalog.publish(sales(2), 1);

        assertThat(lake.root().resolve("curated/tickit/sales/_v=1/_table.json")).content().contains("pricepaid");
        assertThat(lake.root().resolve("curated/tickit/sales/_v=2/_table.json")).content().contains("pricepaid");
        assertThat(lake.root().resolve("curated/tickit/sales/_current.json")).content().contains("\"version\" : 2");
    }

    @Test
    void namesTheDefinitionsOfTablesThatShareAFolder() {
        for (String sheet : List.of("sales", "costs")) {
            TableDraft draft = new TableDraft(new TableName("retail_raw", sheet), Tier.RAW, List.of(new Column("a", "varchar")), List.of(),
                    new StorageFormat.Xlsx(sheet, 1), Prefix.parse("raw/retail/reports"), "", "", List.of(), Map.of());
            catalog.publish(draft, 0);
        }

        assertThat(lake.root().resolve("raw/retail/reports/_table-sales-v1.json")).exists();
        assertThat(lake.root().resolve("raw/retail/reports/_table-costs-v1.json")).exists();
        assertThat(new Reindex(index, store).rebuild(new Job("reindex"))).isEqualTo(2);
    }

    @Test
    void isOneCatalogForTwoIndexesAtOnce() throws Exception {
        catalog.publish(sales(1), 0);
        try (LakeIndex other = LakeIndex.open(lake.indexFile()); ExecutorService threads = Executors.newFixedThreadPool(2)) {
            LocalCatalog second = new LocalCatalog(other, store);
            List<Callable<Integer>> publishers = List.of(() -> publishSome(catalog), () -> publishSome(second));
            int published = 0;
            for (Future<Integer> publisher : threads.invokeAll(publishers)) {
                published += publisher.get();
            }

            assertThat(published).isPositive();
            assertThat(second.find(SALES)).isEqualTo(catalog.find(SALES)).hasValueSatisfying(table -> assertThat(table.files()).isEqualTo(2));
            assertThat(second.versions(SALES)).hasSize(published + 1);
            assertThat(second.revision()).isEqualTo(catalog.revision());
        }
        assertThat(versionInFiles()).isEqualTo(catalog.find(SALES).orElseThrow().version());
    }

    /// How many of ten tries were not overtaken by somebody else.
    private static int publishSome(Catalog catalog) {
        int published = 0;
        for (int i = 0; i < 10; i++) {
            int current = catalog.find(SALES).orElseThrow().version();
            Outcome<Table> outcome = Jobs.attempt(new Job("publish"), () -> catalog.publish(sales(current + 1), current));
            switch (outcome) {
                case Outcome.Done<Table>(Table table) -> {
                    assertThat(table.version()).isEqualTo(current + 1);
                    published++;
                }
                case Outcome.Failed<Table>(Failure failure) -> assertThat(failure.kind()).isEqualTo(Failure.Kind.CONFLICT);
                case Outcome.Cancelled<Table>() -> throw new AssertionError("nobody cancels");
            }
        }
        return published;
    }

    @Test
    void seesWhatASecondProcessPublishes() throws Exception {
        catalog.publish(sales(1), 0);
        long revision = catalog.revision();

        Process process = SecondProcess.start(lake.root(), 5, 0, "before");
        while (process.isAlive()) {
            Table table = catalog.find(SALES).orElseThrow();
            assertThat(catalog.files(SALES, table.version(), Map.of())).isEqualTo(sales(table.version()).files());
            process.waitFor(5, TimeUnit.MILLISECONDS);
        }

        assertThat(process.exitValue()).isZero();
        assertThat(catalog.find(SALES).orElseThrow().version()).isEqualTo(6);
        assertThat(catalog.revision()).isGreaterThan(revision);
        assertThat(versionInFiles()).isEqualTo(6);
    }

    /// The changes of one publication are: the definition, then the pointer.
    @ParameterizedTest
    @CsvSource({"1, after, 1", "2, before, 2", "2, after, 2"})
    void isWholeAfterAKillAtAnyStepOfAPublication(int change, String when, int version) throws Exception {
        catalog.publish(sales(1), 0);

        Process process = SecondProcess.start(lake.root(), 1, change, when);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(9);
        assertThat(catalog.find(SALES).orElseThrow().version()).isEqualTo(version);
        assertThat(versionInFiles()).isBetween(1, version);
        assertThat(new LocalCatalog(index, store).find(SALES).orElseThrow().version()).isEqualTo(version);
        assertThat(versionInFiles()).as("after the next opening").isEqualTo(version);
        assertThat(catalog.publish(sales(version + 1), version).version()).isEqualTo(version + 1);
        assertThat(versionInFiles()).isEqualTo(version + 1);
    }

    @Test
    void keepsTheOldVersionWhenTheDefinitionCannotBeWritten() {
        catalog.publish(sales(1), 0);
        for (boolean before : List.of(true, false)) {
            LocalCatalog full = new LocalCatalog(index, new BreakingStore(store, 1, before, LocalCatalogTest::fillDisk));
            assertThatExceptionOfType(FailureException.class).isThrownBy(() -> full.publish(sales(2), 1)).withMessageContaining("disk is full");
            assertThat(catalog.find(SALES).orElseThrow().version()).isEqualTo(1);
            assertThat(catalog.versions(SALES)).hasSize(1);
            assertThat(versionInFiles()).isEqualTo(1);
        }
    }

    @Test
    void standsByAPublicationWhosePointerCannotBeWritten() {
        catalog.publish(sales(1), 0);
        LocalCatalog full = new LocalCatalog(index, new BreakingStore(store, 2, true, LocalCatalogTest::fillDisk));

        assertThat(full.publish(sales(2), 1).version()).isEqualTo(2);

        assertThat(versionInFiles()).isEqualTo(1);
        new LocalCatalog(index, store);
        assertThat(versionInFiles()).isEqualTo(2);
    }

    @Test
    void bringsBackATableWhoseDropWasInterrupted() {
        catalog.publish(sales(1), 0);
        LocalCatalog broken = new LocalCatalog(index, new BreakingStore(store, 1, false, LocalCatalogTest::fillDisk));

        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> broken.drop(SALES));

        assertThat(catalog.find(SALES)).isPresent();
        new LocalCatalog(index, store);
        assertThat(versionInFiles()).isEqualTo(1);
        catalog.drop(SALES);
        assertThat(versionInFiles()).isZero();
    }

    private static void fillDisk() {
        throw Failure.of(Failure.Kind.STORAGE, "failure.lake.full", "x").exception();
    }

    @Test
    void forgetsTheSearchableTextOfWhatIsGone() {
        catalog.publish(sales(1), 0);
        catalog.publish(draft(SALES, 2, List.of(new Column("soldid", "integer"))), 1);

        assertThat(catalog.search("pricepaid", 10)).isEmpty();
        assertThat(catalog.search("soldid", 10)).hasSize(1);
        catalog.drop(SALES);
        index.update(handle -> handle.execute("insert into catalog_term_part (catalog_term_part, rank) values ('integrity-check', 1)"));
        assertThat(catalog.search("soldid", 10)).isEmpty();
    }

    @Test
    void movesThePointerWithTheTable() {
        catalog.publish(sales(1), 0);
        TableDraft draft = sales(2);
        TableDraft moved = new TableDraft(draft.name(), Tier.ANALYTICS, draft.columns(), draft.partitionColumns(), draft.format(),
                Prefix.parse("analytics/tickit/sales/_v=2"), draft.description(), draft.owner(), draft.files(), draft.properties());
        catalog.publish(moved, 1);

        assertThat(store.find(ObjectPath.parse("curated/tickit/sales/_current.json"))).isEmpty();
        assertThat(store.find(ObjectPath.parse("analytics/tickit/sales/_current.json"))).isPresent();
        assertThat(versionInFiles()).isEqualTo(2);
    }

    /// With room for a busy machine: what it guards is the order of magnitude.
    @Test
    void searchesManyTablesWhileSomebodyTypes() {
        List<Column> columns = new ArrayList<>();
        for (String name : List.of("id", "name", "amount", "region", "created_at", "updated_at", "status", "quantity", "price", "currency")) {
            columns.add(new Column(name, new io.wonderlake.catalog.ColumnType("varchar"), "The " + name + " as the sender reported it."));
        }
        index.update(handle -> {
            CatalogWriter writer = new CatalogWriter(handle);
            for (int i = 0; i < 1_000; i++) {
                Definition definition = new Definition(1, java.time.Instant.EPOCH,
                        draft(TableName.parse("domain%d_curated.table_%05d".formatted(i % 50, i)), 1, columns));
                long table = writer.tableId(definition.draft().name());
                definition.addTo(writer, table);
                writer.makeCurrent(table, 1);
                writer.settle(table, 1, "");
                writer.addTerms(table, new CatalogReader(handle).findById(table).orElseThrow());
            }
        });
        for (String words : List.of("table_00999", "price", "domain7 amount", "nowhere to be found", "re", "ce", "zz")) {
            long best = Long.MAX_VALUE;
            for (int i = 0; i < 5; i++) {
                long start = System.nanoTime();
                catalog.search(words, 50);
                best = Math.min(best, System.nanoTime() - start);
            }
            assertThat(best).as(words).isLessThan(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}
