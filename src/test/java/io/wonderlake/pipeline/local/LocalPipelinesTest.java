package io.wonderlake.pipeline.local;

import static io.wonderlake.pipeline.local.TestLake.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.ingest.UploadManifest;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPipelinesTest {

    private static final String SALES = "{name: id, physicalType: integer, primaryKey: true}, {name: net, physicalType: 'decimal(8,2)', required: true}";

    @TempDir
    private Path folder;
    private TestLake lake;

    @BeforeEach
    void open() {
        lake = new TestLake(folder.resolve("lake"));
        lake.putPipeline("");
        lake.putContract("sales", "", SALES, "");
        lake.put("raw/shop/sales/a.csv", "id,net\n1,10.00\n2,20.50\n3,abc\n");
        lake.putModel("total", "shop_curated.sales", "-- key: [n]\n", "select count(*) as n, sum(net) as net from shop_curated.sales");
    }

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void refinesRawFilesTierByTier() {
        Run run = lake.run();
        assertThat(run.state()).isEqualTo(RunState.WARNED);
        assertThat(run.steps()).extracting(StepRun::step).containsExactly("crawl.sales", "curate.sales", "build.total");
        assertThat(lake.query("select id, net, _object, _row, _upload from shop_curated.sales order by id"))
                .containsExactly("[1, 10.00, raw/shop/sales/a.csv, 2, null]", "[2, 20.50, raw/shop/sales/a.csv, 3, null]");
        assertThat(lake.query("select * from shop_analytics.total")).containsExactly("[2, 30.50]");
        StepRun curate = step(run, "curate.sales");
        assertThat(List.of(curate.rowsIn(), curate.rowsOut(), curate.rowsRejected())).containsExactly(3L, 2L, 1L);
        assertThat(lake.bad(run, "curate.sales")).containsExactly("[line 4, raw/shop/sales/a.csv, net, abc, net is not a decimal(8,2), 3, abc]");
        assertThat(lake.table("shop_curated.sales").properties()).containsEntry("contract", "shop.sales").containsEntry("run", "1");
        assertThat(lake.table("shop_raw.sales").columns()).extracting(Column::name).containsExactly("id", "net");
    }

    @Test
    void changesNothingInASecondRunOverTheSameFiles() {
        lake.run();
        long revision = lake.catalog.revision();
        Run second = lake.run();
        assertThat(lake.catalog.revision()).isEqualTo(revision);
        assertThat(second.steps()).allSatisfy(step -> assertThat(step.version()).isEqualTo(1));
        assertThat(lake.log(second)).contains("Files in raw/shop/sales/: 1, new or changed: 0.", "shop_curated.sales is unchanged, version 1 stays.");
    }

    @Test
    void givesEqualContentForEqualFiles() {
        lake.put("raw/shop/sales/b.csv", "id,net\n7,1\n8,2\n");
        lake.run();
        try (TestLake other = new TestLake(folder.resolve("other"))) {
            other.putPipeline("");
            other.putContract("sales", "", SALES, "");
            other.put("raw/shop/sales/b.csv", "id,net\n7,1\n8,2\n");
            other.put("raw/shop/sales/a.csv", "id,net\n1,10.00\n2,20.50\n3,abc\n");
            other.run();
            assertThat(other.hash("shop_curated.sales")).isEqualTo(lake.hash("shop_curated.sales"));
        }
    }

    @Test
    void reportsANewColumnAsDriftOnceAndMakesANewVersion() {
        lake.run();
        lake.put("raw/shop/sales/b.csv", "id,net,note\n9,1,hello\n");
        Run run = lake.run();
        assertThat(step(run, "crawl.sales").warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.rule()).isEqualTo("sales.schema_drift");
            assertThat(warning.description()).isEqualTo("Schema drift: column note appears in b.csv.");
        });
        Table raw = lake.table("shop_raw.sales");
        assertThat(raw.version()).isEqualTo(2);
        assertThat(raw.columns()).extracting(Column::name).containsExactly("id", "net", "note");
        assertThat(step(lake.run(), "crawl.sales").state()).isEqualTo(RunState.DONE);
    }

    @Test
    void readsPartitionFoldersAndLeavesBookkeepingAlone() {
        lake.put("raw/shop/visits/day=2026-01-01/a.csv", "who,n\nx,1\n");
        lake.put("raw/shop/visits/day=2026-01-02/b.csv", "who,n\ny,2\nz,3\n");
        lake.put("raw/shop/visits/_notes/c.csv", "who,n\nnobody,4\n");
        lake.put("raw/shop/visits/.hidden.csv", "who,n\nnobody,4\n");
        lake.run();
        Table raw = lake.table("shop_raw.visits");
        assertThat(raw.partitionColumns()).containsExactly(new Column("day", "date"));
        assertThat(raw.rows()).isEqualTo(3);
        assertThat(lake.query("select count(*) from shop_raw.visits where day = date '2026-01-02'")).containsExactly("[2]");
    }

    @Test
    void takesALineOfTheContractsNamesForAHeader() {
        lake.putContract("words", "", "{name: word, physicalType: varchar}, {name: tongue, physicalType: varchar}", "");
        lake.put("raw/shop/words/a.csv", "Word,tongue\nlake,english\nlac,french\n");
        lake.run();
        assertThat(lake.query("select word from shop_curated.words order by 1")).containsExactly("[lac]", "[lake]");
    }

    @Test
    void leavesOutAFileThatCannotBeReadAndSaysSo() {
        lake.put("raw/shop/sales/broken.csv.gz", new byte[] {31, (byte) 139, 8, 0, 1, 2, 3});
        lake.put("raw/shop/sales/empty.csv", "");
        Run run = lake.run();
        assertThat(step(run, "crawl.sales").warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.rule()).isEqualTo("sales.unreadable_file");
            assertThat(warning.values()).extracting(StepRun.ValueCount::value).containsExactly("broken.csv.gz", "empty.csv");
        });
        assertThat(step(run, "curate.sales").rowsIn()).isEqualTo(3);
    }

    @Test
    void rejectsRowsThatDoNotFitTheirFile() {
        lake.put("raw/shop/sales/a.csv", "id,net\n1,10\n2,20,30,40\n");
        Run run = lake.run();
        assertThat(lake.bad(run, "curate.sales")).singleElement().asString().startsWith("[line 3, raw/shop/sales/a.csv, null, null, ");
        assertThat(lake.query("select id from shop_curated.sales")).containsExactly("[1]");
    }

    @Test
    void namesTheExactCellOfAWorkbook() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Week 1");
            sheet.value(0, 0, "id");
            sheet.value(0, 1, "store");
            sheet.value(0, 2, "net");
            sheet.value(1, 0, 11);
            sheet.value(1, 2, 12.5);
            sheet.value(2, 0, 12);
            sheet.value(2, 2, "n/a");
        }
        lake.put("raw/shop/sales/week.xlsx", bytes.toByteArray());
        Run run = lake.run();
        assertThat(lake.bad(run, "curate.sales")).anySatisfy(row -> assertThat(row).startsWith("[Week 1!C3, raw/shop/sales/week.xlsx, net, n/a, net is not a decimal(8,2)"));
        assertThat(lake.query("select id, net, _sheet, _row from shop_curated.sales where id = 11")).containsExactly("[11, 12.50, Week 1, 2]");
        assertThat(step(run, "crawl.sales").warnings()).extracting(StepRun.RuleCount::rule).containsExactly("sales.other_format");
    }

    @Test
    void keepsTheRowOfTheLaterUploadAndRemembersIt() {
        lake.put("raw/shop/sales/b.csv", "id,net\n1,99\n");
        upload("first", "2026-01-02T00:00:00Z", "raw/shop/sales/a.csv");
        upload("second", "2026-01-01T00:00:00Z", "raw/shop/sales/b.csv");
        Run run = lake.run();
        assertThat(lake.query("select net, _upload from shop_curated.sales where id = 1")).containsExactly("[10.00, first]");
        assertThat(lake.bad(run, "curate.sales")).anySatisfy(row ->
                assertThat(row).contains("line 2, raw/shop/sales/b.csv", "duplicate: line 2 (raw/shop/sales/a.csv) has the same id and came later"));
    }

    private void upload(String id, String time, String object) {
        UploadManifest manifest = new UploadManifest(id, "somebody", Instant.parse(time), "test", "shop.sales", "1.0.0", "",
                List.of(new UploadManifest.FileEntry(object, "", 1, 1)));
        lake.put(manifest.place(Prefix.parse("raw/shop/sales")).toString(), manifest.json());
    }

    @Test
    void failsOverTooManyRejectsAndLetsTheOldVersionStay() {
        lake.run();
        lake.putContract("sales", "{property: maxRejectedPercent, value: 0}", SALES, "");
        Run run = lake.run();
        StepRun curate = step(run, "curate.sales");
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(curate.cause().orElseThrow().message())
                .isEqualTo("1 of 3 rows were rejected; the contract of sales allows 0. shop_curated.sales stays at version 1.");
        assertThat(run.cause()).startsWith("curate.sales: 1 of 3 rows");
        assertThat(curate.attempts()).isEqualTo(1);
        assertThat(step(run, "build.total").state()).isEqualTo(RunState.SKIPPED);
        assertThat(lake.bad(run, "curate.sales")).hasSize(1);
        assertThat(lake.table("shop_curated.sales").version()).isEqualTo(1);
    }

    @Test
    void resumesFromTheFailedStepAndTakesTheEarlierOnesAsTheyAre() {
        lake.putContract("sales", "{property: maxRejectedPercent, value: 0}", SALES, "");
        lake.run();
        lake.putContract("sales", "", SALES, "");
        Run resumed = lake.runFrom("curate.sales");
        assertThat(step(resumed, "crawl.sales").state()).isEqualTo(RunState.SKIPPED);
        assertThat(step(resumed, "build.total").state()).isEqualTo(RunState.DONE);
        assertThat(resumed.state()).isEqualTo(RunState.WARNED);
    }

    @Test
    void refusesToResumeFromAnUnknownStep() {
        assertThatThrownBy(() -> lake.runFrom("curate.nothing")).hasMessage("The pipeline shop has no step curate.nothing.");
        assertThat(lake.runs.list(Optional.empty(), 0, 10)).isEmpty();
    }

    @Test
    void publishesNothingWhenARuleOfSeverityErrorIsBroken() {
        lake.putContract("sales", "", SALES, "{name: cheap, type: sql, description: Too cheap., query: 'select net, count(*) from {table} where net < 15 group by 1', severity: error}");
        Run run = lake.run();
        StepRun curate = step(run, "curate.sales");
        assertThat(curate.cause().orElseThrow().message()).isEqualTo("The rule sales.cheap is broken (rows: 1): Too cheap.");
        assertThat(curate.warnings()).containsExactly(new StepRun.RuleCount("sales.cheap", "Too cheap.", 1, List.of(new StepRun.ValueCount("10.00", 1))));
        assertThat(lake.catalog.find(TableName.parse("shop_curated.sales"))).isEmpty();
    }

    @Test
    void namesARuleWhoseQueryCannotRun() {
        lake.putContract("sales", "", SALES, "{name: odd, type: sql, query: 'select count(*) from {table} where nothing = 1'}");
        assertThat(step(lake.run(), "curate.sales").cause().orElseThrow().message()).startsWith("The query of the rule sales.odd cannot run: ");
    }

    @Test
    void namesTheDefinitionWhoseSqlCannotRun() {
        lake.putContract("sales", "", SALES + ", {name: twice, physicalType: integer, customProperties: [{property: inFile, value: false}, {property: derive, value: nothing * 2}]}", "");
        assertThat(lake.run().cause()).startsWith("curate.sales: The contract in config/contracts/shop.sales.yaml cannot be applied: ");
        lake.putContract("sales", "", SALES, "");
        lake.putModel("total", "shop_curated.sales", "", "select nothing from shop_curated.sales");
        assertThat(lake.run().cause()).startsWith("build.total: The SELECT in config/models/analytics/shop.total.sql cannot run: ");
    }

    @Test
    void checksTheKeyAndTheRulesOfAModel() {
        lake.putModel("total", "shop_curated.sales", "-- key: [one]\n-- checks: [{name: few, description: Few rows., query: 'select count(*) from {table}', mustBe: 3}]\n",
                "select 1 as one, id from shop_curated.sales");
        assertThat(step(lake.run(), "build.total").warnings()).extracting(StepRun.RuleCount::rule, StepRun.RuleCount::count)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("total.few", 1L), org.assertj.core.groups.Tuple.tuple("total.key_not_unique", 1L));
    }

    @Test
    void partitionsAModelsTable() {
        lake.putModel("total", "shop_curated.sales", "-- partitionedBy: [parity]\n", "select id % 2 as parity, count(*) as n from shop_curated.sales group by 1");
        lake.run();
        assertThat(lake.table("shop_analytics.total").partitionColumns()).extracting(Column::name).containsExactly("parity");
        assertThat(lake.query("select n from shop_analytics.total where parity = 1")).containsExactly("[1]");
    }

    @Test
    void leavesAFailedRunWhenTheDefinitionsMakeNoSense() {
        lake.putModel("total", "shop_curated.nowhere", "", "select * from shop_curated.nowhere");
        Run run = lake.run();
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.cause()).isEqualTo("config/models/analytics/shop.total.sql needs the table shop_curated.nowhere, which no step of the pipeline makes and the catalog does not have.");
        assertThatThrownBy(() -> lake.pipelines.run("nobody", Optional.empty(), "test", new Job("x"))).hasMessage("There is no pipeline nobody in this lake.");
    }

    @Test
    void keepsFiveVersionsOfATable() {
        for (int i = 0; i < 7; i++) {
            lake.put("raw/shop/sales/a.csv", "id,net\n1,%d.00\n".formatted(i));
            lake.run();
        }
        assertThat(lake.catalog.versions(TableName.parse("shop_curated.sales"))).extracting(Table::version).containsExactly(7, 6, 5, 4, 3);
        assertThat(lake.folder.root().resolve("curated/shop/sales/_v=2")).doesNotExist();
        assertThat(lake.folder.root().resolve("curated/shop/sales/_v=3")).exists();
    }

    @Test
    void writesOverWhatAKilledRunLeftBehind() throws IOException {
        Path left = lake.folder.root().resolve("curated/shop/sales/_v=1");
        Files.createDirectories(left);
        Files.writeString(left.resolve("data_0.parquet"), "half");
        Files.writeString(left.resolve("tmp_data_1.parquet"), "half");
        assertThat(lake.run().state()).isEqualTo(RunState.WARNED);
        assertThat(left.resolve("tmp_data_1.parquet")).doesNotExist();
        assertThat(lake.query("select count(*) from shop_curated.sales")).containsExactly("[2]");
    }

    @Test
    void refusesASecondRunOfTheSamePipeline() {
        try (var _ = lake.index.tryLease(Interrupted.lease("shop"), "somebody else").orElseThrow()) {
            assertThatThrownBy(lake::run).isInstanceOfSatisfying(FailureException.class, error -> {
                assertThat(error.failure().kind()).isEqualTo(Failure.Kind.CONFLICT);
                assertThat(error).hasMessage("The pipeline shop is running already (somebody else).");
            });
        }
        assertThat(lake.run().state()).isEqualTo(RunState.WARNED);
    }

    @Test
    void marksARunWhoseProcessIsGoneAsInterruptedAndClearsItsQuarantine() {
        RunTables tables = new RunTables(lake.index);
        long dead = tables.begin("shop", "test", Instant.now(), List.of("crawl.sales", "curate.sales"));
        tables.step(dead, new StepReport().toStepRun("crawl.sales", RunState.RUNNING, Optional.of(Instant.now()), Optional.empty(), Optional.empty()), "");
        lake.put("quarantine/shop/sales/run=" + dead + "/data_0.parquet", "half");
        lake.run();
        Run run = lake.runs.find(String.valueOf(dead)).orElseThrow();
        assertThat(run.state()).isEqualTo(RunState.INTERRUPTED);
        assertThat(run.steps()).extracting(StepRun::state).containsExactly(RunState.INTERRUPTED, RunState.SKIPPED);
        assertThat(lake.store.find(ObjectPath.parse("quarantine/shop/sales/run=" + dead + "/data_0.parquet"))).isEmpty();
    }

    @Test
    void showsAReaderTheOldVersionOrTheNewOneAndNeverHalf() throws InterruptedException {
        lake.put("raw/shop/sales/a.csv", rows(1));
        lake.run();
        AtomicBoolean stop = new AtomicBoolean();
        AtomicReference<String> half = new AtomicReference<>("");
        Thread reader = Thread.ofPlatform().start(() -> {
            while (!stop.get()) {
                String seen = lake.query("select count(*), count(distinct net) from shop_curated.sales").getFirst();
                if (!seen.equals("[500, 1]")) {
                    half.set(seen);
                }
            }
        });
        for (int i = 2; i < 6; i++) {
            lake.put("raw/shop/sales/a.csv", rows(i));
            lake.run();
        }
        stop.set(true);
        reader.join();
        assertThat(half.get()).isEmpty();
        assertThat(lake.table("shop_curated.sales").version()).isEqualTo(5);
    }

    private static String rows(int net) {
        StringBuilder text = new StringBuilder("id,net\n");
        for (int id = 0; id < 500; id++) {
            text.append(id).append(',').append(net).append('\n');
        }
        return text.toString();
    }

    @Test
    void cancelsARunWithEveryTableWhole() {
        Job job = new Job("shop");
        job.onProgress(_ -> job.cancel());
        Run run = lake.pipelines.run("shop", Optional.empty(), "test", job);
        assertThat(run.state()).isEqualTo(RunState.CANCELLED);
        assertThat(run.steps()).extracting(StepRun::state).containsOnly(RunState.CANCELLED);
        assertThat(lake.run().state()).isEqualTo(RunState.WARNED);
    }
}
