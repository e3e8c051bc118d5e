package io.wonderlake.pipeline.local;

import static io.wonderlake.pipeline.local.TestLake.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Job;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileFilesTest {
    private static final String COLUMNS = "{name: a, physicalType: integer, required: true}, {name: b, physicalType: varchar}";
    private static final String CSV = "{property: layouts, value: {csv: {format: text, delimiter: \",\", quote: '\"', header: true, skip: 0, charset: %s}}}";

    @TempDir
    private Path folder;
    private TestLake lake;

    @BeforeEach
    void open() throws IOException {
        lake = new TestLake(folder.toRealPath().resolve("lake"));
        lake.putPipeline("");
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private void contract(String name, String charset) {
        lake.putContract(name, CSV.formatted(charset), COLUMNS, "");
    }

    private List<String> select(String sql) {
        List<String> rows = new ArrayList<>();
        try (QueryRun run = lake.engine.run(Query.of(sql), new Job("select"))) {
            for (List<Object[]> page = run.next(100); !page.isEmpty(); page = run.next(100)) {
                page.forEach(row -> rows.add(Arrays.toString(row)));
            }
        }
        return rows;
    }

    private List<String> warnings(Run run, String step) {
        return step(run, step).warnings().stream().map(warning -> warning.rule() + " " + warning.count()).toList();
    }

    @Test
    void leavesDamagedFilesOutAndGoesOnWithTheOthers() throws IOException {
        contract("cut", "utf-8");
        contract("fine", "utf-8");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 2_000; i++) {
                zip.write((i + "," + i * 7919L % 104729 + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        lake.put("raw/shop/cut/a.csv.gz", Arrays.copyOf(packed.toByteArray(), packed.size() / 2));
        lake.put("raw/shop/cut/b.csv", "a,b\n1,x\n");
        lake.put("raw/shop/cut/c.parquet", "PAR1 and nothing more");
        lake.put("raw/shop/fine/a.csv", "a,b\n1,x\n");
        Run run = lake.run();
        assertThat(run.state()).isEqualTo(RunState.WARNED);
        assertThat(warnings(run, "crawl.cut")).containsExactly("cut.unreadable_file 2");
        assertThat(lake.log(run)).anyMatch(line -> line.startsWith("raw/shop/cut/a.csv.gz cannot be read and is left out: a.csv.gz is damaged"));
        assertThat(select("select a from shop_curated.cut union all select a from shop_curated.fine")).containsExactly("[1]", "[1]");
    }

    @Test
    void warnsOfAnEmptyFileAlsoWhereTheContractFixesItsLayout() {
        contract("empty", "utf-8");
        lake.put("raw/shop/empty/a.csv", "");
        lake.put("raw/shop/empty/b.csv", "a,b\n1,x\n");
        Run run = lake.run();
        assertThat(warnings(run, "crawl.empty")).containsExactly("empty.unreadable_file 1");
        assertThat(lake.log(run)).contains("raw/shop/empty/a.csv cannot be read and is left out: a.csv is empty.");
        assertThat(select("select a from shop_raw.empty")).containsExactly("[1]");
    }

    @Test
    void readsUtf16ByItsMark() {
        contract("wide", "utf-16");
        lake.put("raw/shop/wide/big.csv", "\ufeffa,b\n1,Zürich\n".getBytes(StandardCharsets.UTF_16BE));
        lake.put("raw/shop/wide/little.csv", "\ufeffa,b\n2,Zürich\n".getBytes(StandardCharsets.UTF_16LE));
        lake.run();
        assertThat(select("select a, b from shop_curated.wide order by a")).containsExactly("[1, Zürich]", "[2, Zürich]");
        assertThat(select("select b from shop_raw.wide")).containsExactly("[Zürich]", "[Zürich]");
    }

    @Test
    void putsRowsInTheWrongCharsetIntoQuarantine() {
        contract("latin", "utf-8");
        lake.put("raw/shop/latin/a.csv", "a,b\n1,Zürich\n2,plain\n".getBytes(Charset.forName("windows-1252")));
        Run run = lake.run();
        assertThat(lake.bad(run, "curate.latin")).singleElement().asString().contains("line 2", "raw/shop/latin/a.csv");
        assertThat(select("select a from shop_curated.latin")).containsExactly("[2]");
    }

    @Test
    void takesPartitionValuesAsTheirFoldersMeanThem() {
        lake.putContract("hive", CSV.formatted("utf-8"), "{name: a, physicalType: integer}, {name: k, physicalType: varchar}", "");
        List<String> folders = List.of("a=b", "100%", "50%25", "a b", "a%20c", "ü日", "__HIVE_DEFAULT_PARTITION__", "it's", "a+b");
        for (int i = 0; i < folders.size(); i++) {
            lake.put("raw/shop/hive/k=" + folders.get(i) + "/x.csv", "a\n" + i + "\n");
        }
        lake.run();
        String[] values = {"[0, a=b]", "[1, 100%]", "[2, 50%]", "[3, a b]", "[4, a c]", "[5, ü日]", "[6, null]", "[7, it's]", "[8, a+b]"};
        assertThat(select("select a, k from shop_raw.hive order by a")).containsExactly(values);
        assertThat(select("select a, k from shop_curated.hive order by a")).containsExactly(values);
        assertThat(select("select a from shop_raw.hive where k = 'a c'")).containsExactly("[4]");
        assertThat(select("select a from shop_raw.hive where k is null")).containsExactly("[6]");
    }

    @Test
    void keepsPartitionsApartFromFoldersAboveTheLake() {
        try (TestLake other = new TestLake(folder.resolve("k=elsewhere/lake"))) {
            other.putPipeline("");
            other.put("raw/shop/days/day=3/x.csv", "a,b\n1,x\n");
            other.run();
            assertThat(other.query("select a, day from shop_raw.days")).containsExactly("[1, 3]");
        }
    }

    @Test
    void takesNamesAsTheyAre() {
        contract("names", "utf-8");
        List.of("name with spaces.csv", "O'Hara's.csv", "ümläut-日本.csv", "';drop table x;--.csv", "%41.csv", "a=b.csv", "-dash.csv")
                .forEach(name -> lake.put("raw/shop/names/" + name, "a,b\n1,x\n"));
        lake.put("raw/shop/heads/x.csv", "unnamed: 0,,B,b,\"a\"\"q\",select,';drop table\n1,2,3,4,5,6,7\n");
        lake.run();
        assertThat(select("select count(*) from shop_raw.names")).containsExactly("[7]");
        assertThat(select("select count(distinct _object) from shop_curated.names")).containsExactly("[7]");
        assertThat(select("select \"unnamed: 0\", \"a\"\"q\", \"';drop table\" from shop_raw.heads")).containsExactly("[1, 5, 7]");
    }

    @Test
    void takesATenMegabyteCellAndRefusesARowBeyondBounds() {
        contract("big", "utf-8");
        lake.put("raw/shop/big/a.csv", "a,b\n1,\"" + "x".repeat(10_000_000) + "\"\n2,y\n");
        lake.put("raw/shop/big/b.csv", "a,b\n3,\"" + "x".repeat(17_000_000) + "\"\n4,y\n");
        Run run = lake.run();
        assertThat(select("select a, length(b) from shop_curated.big order by a")).containsExactly("[1, 10000000]", "[2, 1]", "[4, 1]");
        assertThat(lake.bad(run, "curate.big")).singleElement().asString().contains("line 2", "raw/shop/big/b.csv");
    }

    @Test
    void doesNotFollowLinksOutOfTheLake() throws IOException {
        contract("link", "utf-8");
        lake.put("raw/shop/link/ok.csv", "a,b\n1,x\n");
        Path outside = Files.writeString(folder.resolve("outside.csv"), "a,b\n2,secret\n");
        Files.createSymbolicLink(lake.folder.root().resolve("raw/shop/link/out.csv"), outside);
        lake.run();
        assertThat(select("select a, b from shop_raw.link")).containsExactly("[1, x]");
    }

    @Test
    void makesATableAgainWhenItsFilesAreGone() throws IOException {
        contract("gone", "utf-8");
        lake.put("raw/shop/gone/a.csv", "a,b\n1,x\n");
        lake.run();
        Files.delete(lake.folder.root().resolve("curated/shop/gone/_v=1/data_0.parquet"));
        Run again = lake.run();
        assertThat(step(again, "curate.gone").version()).isEqualTo(2);
        assertThat(select("select a from shop_curated.gone")).containsExactly("[1]");
    }

    @Test
    void saysThatAFolderMayNotBeWritten() throws IOException {
        contract("fine", "utf-8");
        lake.put("raw/shop/fine/a.csv", "a,b\n1,x\n");
        Path curated = Files.createDirectories(lake.folder.root().resolve("curated/shop"));
        assumeThat(curated.toFile().setWritable(false)).isTrue();
        assumeThat(Files.isWritable(curated)).as("this user may write everywhere").isFalse();
        try {
            Run run = lake.run();
            assertThat(step(run, "crawl.fine").state()).isEqualTo(RunState.DONE);
            assertThat(step(run, "curate.fine").cause().orElseThrow().message()).endsWith("may not be written.");
        } finally {
            assertThat(curated.toFile().setWritable(true)).isTrue();
        }
    }

    @Test
    void endsAStepOfABrokenModelAndGoesOnWithTheOthers() {
        contract("fine", "utf-8");
        lake.put("raw/shop/fine/a.csv", "a,b\n1,x\n");
        lake.putModel("syntax", "shop_curated.fine", "", "select count(* from shop_curated.fine");
        lake.putModel("reach", "shop_curated.fine", "", "select * from read_text('/etc/hostname')");
        lake.putModel("sums", "shop_curated.fine", "", "select count(*) as n from shop_curated.fine");
        Run run = lake.run();
        assertThat(run.state()).isEqualTo(RunState.FAILED);
        assertThat(run.steps().stream().filter(step -> step.state() == RunState.FAILED)).extracting(StepRun::step).containsExactly("build.reach", "build.syntax");
        assertThat(run.steps()).filteredOn(step -> step.cause().isPresent())
                .allSatisfy(step -> assertThat(step.cause().orElseThrow().message()).doesNotContain("\n"));
        assertThat(select("select n from shop_analytics.sums")).containsExactly("[1]");
    }
}
