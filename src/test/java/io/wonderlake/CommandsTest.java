package io.wonderlake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wonderlake.cli.CommandLineProgram;
import io.wonderlake.cli.Windows;
import io.wonderlake.lake.LakeProfile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command line on a small lake, as a user types it: what is printed, where, and the exit code.
class CommandsTest {
    @TempDir
    static Path home;

    private static Path lake;
    private static AppContext context;

    private record Ended(int code, String out, String err) { }

    @BeforeAll
    static void makeALake() throws IOException {
        context = TinyLake.context(home);
        lake = home.resolve("lake");
        TinyLake.write(context, lake);
        assertThat(wonderlake("run", "shop").code()).isZero();
    }

    @Test
    void answersAQueryInEachFormat() throws IOException {
        String sql = "select customer, amount from shop_curated.orders order by order_id";
        assertThat(wonderlake("query", sql).out().lines()).containsExactly("customer  amount", "--------  ------", "Ada        10.50", "Grace      20.00",
                "Barbara     7.25", "3 rows.");
        assertThat(wonderlake("query", sql, "--format", "csv").out().lines()).containsExactly("customer,amount", "Ada,10.50", "Grace,20.00", "Barbara,7.25");
        JsonNode json = json(wonderlake("query", sql, "--format", "json"));
        assertThat(json.get(2).get("amount").decimalValue()).isEqualByComparingTo("7.25");
        assertThat(json(wonderlake("query", sql, "--json"))).isEqualTo(json);
    }

    @Test
    void writesAnAnswerToAFileWholeOrNotAtAll() {
        Path parquet = home.resolve("orders.parquet");
        Path xlsx = home.resolve("orders.xlsx");
        Ended written = wonderlake("query", "select * from shop_curated.orders", "--format", "parquet", "--out", parquet.toString());
        assertThat(written.out()).contains("3 rows written to " + parquet);
        assertThat(wonderlake("query", "select * from shop_curated.orders", "--format", "xlsx", "--out", xlsx.toString()).code()).isZero();
        assertThat(wonderlake("probe", parquet.toString(), xlsx.toString()).out()).contains("Parquet, 3 rows").contains("XLSX, 3 rows");

        Path never = home.resolve("never.csv");
        assertThat(wonderlake("query", "select nonsense from shop_curated.orders", "--format", "csv", "--out", never.toString()).code()).isEqualTo(1);
        assertThat(never).doesNotExist();
    }

    @Test
    void takesParametersAndFiles() throws IOException {
        Path file = Files.writeString(home.resolve("question.sql"), "-- question: Who?\nselect order_id from shop_curated.orders where customer = :who;");
        assertThat(wonderlake("query", "-f", file.toString(), "--param", "who=Grace", "--format", "csv").out().lines()).containsExactly("order_id", "2");
        assertThat(wonderlake("query", "select customer from shop_curated.orders where order_id = :id", "--param", "id=2", "--format", "csv").out().lines()).containsExactly("customer", "Grace");
        Path parquet = home.resolve("who.parquet");
        assertThat(wonderlake("query", "-f", file.toString(), "--param", "who=O'Neil", "--format", "parquet", "--out", parquet.toString()).code()).isZero();
        Ended missing = wonderlake("query", "-f", file.toString());
        assertThat(missing.code()).isEqualTo(1);
        assertThat(missing.err()).contains("who");
    }

    @Test
    void saysWhatWentWrongAndWhatToDoInTwoLines() {
        Ended wrong = wonderlake("query", "select * from shop_curated.order");
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.out()).isEmpty();
        assertThat(wrong.err().lines()).hasSize(2);
        assertThat(wrong.err()).contains("shop_curated.order").contains("shop_curated.orders");
        assertThat(wonderlake("query", "drop table shop_curated.orders").err()).contains("read");
        assertThat(wonderlake("describe", "shop_curated.nothing").err().lines()).hasSize(2);
        assertThat(wonderlake("cat", "raw/shop/orders/nothing.csv").code()).isEqualTo(1);
        assertThat(wonderlake("cat", "raw/../../etc/passwd").code()).isEqualTo(1);
    }

    @Test
    void tellsOfFilesThatNoListingShows() throws IOException {
        Path strange = Files.writeString(lake.resolve("raw/shop/orders/new\nline.csv"), "a,b\n1,2\n");
        Path link = Files.createSymbolicLink(lake.resolve("raw/shop/orders/link.csv"), lake.resolve("lake.yaml"));
        try {
            Ended doctor = wonderlake("doctor");
            assertThat(doctor.code()).isEqualTo(1);
            assertThat(doctor.out()).contains("2 files are not listed").contains("raw/shop/orders/new\uFFFDline.csv", "raw/shop/orders/link.csv");
            assertThat(wonderlake("probe", strange.toString()).out().lines()).singleElement().asString().contains("CSV, 1 row, 2 columns");
        } finally {
            Files.delete(strange);
            Files.delete(link);
        }
    }

    @Test
    void copiesFilesIntoTheLakeAndOutOfIt() throws IOException {
        Path file = Files.writeString(home.resolve("prices.csv"), "a,b\n1,2\n");
        Ended put = wonderlake("put", file.toString(), "raw/shop/prices/");
        assertThat(put.code()).isZero();
        assertThat(put.out()).startsWith("1 file, 8 B, in ");
        assertThat(wonderlake("put", file.toString(), "raw/shop/prices/").out()).contains("Nothing was copied; 1 there already.");
        assertThat(wonderlake("get", "raw/shop/prices/", home.resolve("back").toString()).code()).isZero();
        assertThat(home.resolve("back/prices.csv")).hasContent("a,b\n1,2\n");

        Files.writeString(file, "a,b\n3,4\n");
        Ended refused = wonderlake("put", file.toString(), "raw/shop/prices/");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(refused.err()).contains("raw/shop/prices/prices.csv is there already with other bytes", "1 failed.");
        JsonNode json = json(wonderlake("put", file.toString(), "raw/shop/prices/", "--replace", "--json"));
        assertThat(json.get("moved").asInt()).isEqualTo(1);
        assertThat(wonderlake("put", file.toString()).code()).as("no target").isEqualTo(2);
        assertThat(wonderlake("get", "raw/shop/nothing/", home.toString()).code()).isEqualTo(1);
    }

    @Test
    void saysWhereADefinitionIsBrokenInTwoLines() throws IOException {
        Path broken = Files.writeString(lake.resolve("config/pipelines/broken.yaml"), "a: [b\n  c: }\n");
        try {
            Ended ended = wonderlake("run", "broken");
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.err().lines()).hasSize(2);
            assertThat(ended.err()).contains("config/pipelines/broken.yaml cannot be read at line 2").doesNotContain("reader");
        } finally {
            Files.delete(broken);
        }
    }

    @Test
    void tellsWrongUseFromFailure() {
        assertThat(wonderlake("query", "--nonsense").code()).isEqualTo(2);
        assertThat(wonderlake("nonsense").code()).isEqualTo(2);
        assertThat(wonderlake("logs", "one").code()).as("no run has such a name").isEqualTo(1);
        assertThat(run("tables", "--lake", home.resolve("nowhere").toString()).code()).isEqualTo(1);
        assertThat(run("tables", "--lake", home.resolve("nowhere").toString()).err()).contains("nowhere");
    }

    @Test
    void refusesArgumentsThatDoNotGoTogetherAsWrongUse() {
        assertThat(wonderlake("query").code()).isEqualTo(2);
        assertThat(wonderlake("query", "select 1", "-f", "a.sql").code()).isEqualTo(2);
        assertThat(wonderlake("query", "select 1", "--format", "xlsx").code()).isEqualTo(2);
        assertThat(wonderlake("logs", "1", "--bad-rows").code()).isEqualTo(2);
        assertThat(wonderlake("run").code()).isEqualTo(2);
        assertThat(wonderlake("run", "shop", "--resume", "1").code()).isEqualTo(2);
        assertThat(wonderlake("sample", "--scale", "0").code()).isEqualTo(2);
        assertThat(wonderlake("runs", "--max", "-1").code()).isEqualTo(2);
        assertThat(wonderlake("cat", "raw/shop/orders/orders.csv", "--rows", "-5").err()).contains("at least 1").doesNotContain("LIMIT");
    }

    @Test
    void takesTheLakeBeforeTheCommandToo() {
        assertThat(run("--lake", lake.toString(), "tables").out()).contains("shop_raw.orders");
        assertThat(run("--lake", home.resolve("nowhere").toString(), "tables", "--lake", lake.toString()).out()).contains("shop_raw.orders");
    }

    @Test
    void answersWithOneJsonDocumentAlsoWhenThereAreSeveralStatements() throws IOException {
        JsonNode both = json(wonderlake("query", "select 1 as a; select 2 as b", "--json"));
        assertThat(both).hasSize(2);
        assertThat(both.get(1).get(0).get("b").intValue()).isEqualTo(2);
        Path file = home.resolve("two.csv");
        JsonNode written = json(wonderlake("query", "select 1 as a", "--format", "csv", "--out", file.toString(), "--json"));
        assertThat(written.get("rows").intValue()).isEqualTo(1);
        assertThat(written.get("file").textValue()).isEqualTo(file.toString());
    }

    @Test
    void saysWhyNothingCanBeWrittenThere() {
        assertThat(wonderlake("query", "select 1", "--out", home.resolve("none/a.csv").toString()).err()).contains("There is no folder").doesNotContain(".part");
        assertThat(wonderlake("query", "select 1", "--out", home.toString()).err()).contains("is a folder");
    }

    @Test
    void listsTiersFoldersAndObjects() throws IOException {
        assertThat(wonderlake("ls").out()).contains("raw/").contains("curated/");
        assertThat(wonderlake("ls", "raw").out()).contains("raw/shop/");
        assertThat(wonderlake("ls", "raw/shop/orders").out()).contains("raw/shop/orders/orders.csv");
        assertThat(wonderlake("ls", "raw/shop/orders/orders.csv").out()).contains("raw/shop/orders/orders.csv").doesNotContain("orders.csv/");
        assertThat(wonderlake("ls", "raw/shop/nothing").code()).isEqualTo(1);
        assertThat(json(wonderlake("ls", "raw", "--recursive", "--json")).findValuesAsText("path")).contains("raw/shop/orders/orders.csv");
        assertThat(wonderlake("cat", "raw/shop/orders/orders.csv", "--rows", "2").out()).contains("Ada").contains("2 of 4 rows");
        assertThat(wonderlake("cat", "raw/shop/orders/orders.csv", "--bytes").out()).startsWith("order_id,customer,amount,day\n1,Ada");
    }

    @Test
    void showsTheCatalog() throws IOException {
        assertThat(json(wonderlake("tables", "--json")).findValuesAsText("table")).containsExactly("shop_analytics.orders_by_day", "shop_curated.orders", "shop_raw.orders");
        assertThat(wonderlake("tables", "shop_raw").out()).contains("shop_raw.orders").doesNotContain("curated");
        assertThat(wonderlake("describe", "shop_curated.orders").out()).contains("amount").contains("decimal(8,2)").contains("_row");
        assertThat(json(wonderlake("describe", "shop_curated.orders", "--json")).get("rows").longValue()).isEqualTo(3);
        assertThat(json(wonderlake("describe", "shop_raw.orders", "--json")).get("columns").findValuesAsText("type"))
                .containsExactly("integer", "varchar", "varchar", "date");
        assertThat(wonderlake("search", "amount").out()).contains("shop_curated.orders");
        assertThat(wonderlake("search", "zebra").out()).contains("zebra");
    }

    @Test
    void showsRunsTheirLogsAndTheirBadRows() throws IOException {
        JsonNode run = json(wonderlake("runs", "--json")).get(0);
        assertThat(run.get("pipeline").textValue()).isEqualTo("shop");
        assertThat(run.get("steps").findValuesAsText("step")).containsExactlyInAnyOrder("crawl.orders", "curate.orders", "build.orders_by_day");
        assertThat(run.get("run").isIntegralNumber()).as("scripts read the number of a local run").isTrue();
        String id = run.get("run").asText();
        assertThat(wonderlake("runs", id).out()).contains("curate.orders").contains("build.orders_by_day");
        assertThat(wonderlake("logs", id, "curate.orders").out()).contains("quarantine/shop/orders");
        assertThat(wonderlake("logs", id, "curate.orders", "--bad-rows").out()).contains("line 4").contains("ten").contains("amount");
        assertThat(wonderlake("logs", "999").code()).isEqualTo(1);
        assertThat(wonderlake("logs", id, "--search", "QUARANTINE/shop").out().lines()).hasSize(1);
        assertThat(wonderlake("stop", id).err()).contains("has ended already");
        assertThat(wonderlake("run", "--resume", "999").err()).contains("999");
        assertThat(wonderlake("run", "shop", "--input", "{}").err()).contains("no input");
        assertThat(wonderlake("logs", id, "curate.nothing").err()).contains("curate.nothing");
        assertThat(wonderlake("logs", id, "crawl.orders", "--bad-rows").out().strip()).isEqualTo("No rows.");
    }

    @Test
    void givesTheSameAnswersAfterAReindex() throws IOException {
        Path other = home.resolve("other");
        TinyLake.write(context, other);
        run("run", "shop", "--lake", other.toString());
        String before = run("tables", "--json", "--lake", other.toString()).out();
        Files.delete(other.resolve(".wonderlake/index.db"));
        Ended done = run("reindex", "--lake", other.toString());
        assertThat(done.err()).isEmpty();
        assertThat(done.code()).isZero();
        assertThat(run("tables", "--json", "--lake", other.toString()).out()).isEqualTo(before);
    }

    @Test
    void aDamagedIndexIsSaidAndMended() throws IOException {
        Path other = home.resolve("damaged");
        TinyLake.write(context, other);
        run("run", "shop", "--lake", other.toString());
        String before = run("tables", "--json", "--lake", other.toString()).out();
        Files.writeString(other.resolve(".wonderlake/index.db"), "this is no database, not at all, in no way");
        assertThat(run("tables", "--lake", other.toString()).err()).contains("wonderlake reindex");
        assertThat(run("reindex", "--lake", other.toString()).code()).isZero();
        assertThat(run("tables", "--json", "--lake", other.toString()).out()).isEqualTo(before);
    }

    @Test
    void aDoctorFindsAMissingFile() throws IOException {
        assertThat(wonderlake("doctor").code()).isZero();
        Path file;
        try (var files = Files.walk(lake.resolve("curated"))) {
            file = files.filter(each -> each.toString().endsWith(".parquet")).findFirst().orElseThrow();
        }
        Path aside = Files.move(file, home.resolve("aside.parquet"));
        try {
            Ended ill = wonderlake("doctor");
            assertThat(ill.code()).isEqualTo(1);
            assertThat(ill.out()).contains(file.getFileName().toString());
        } finally {
            Files.move(aside, file);
        }
    }

    @Test
    void logsInToLakesOnAwsOnly() {
        for (String command : List.of("login", "password")) {
            assertThat(run(command).err()).contains("This command needs to be told a lake on AWS.", "--profile NAME");
            assertThat(wonderlake(command).err()).contains("is a local lake; this command is for lakes on AWS.");
            assertThat(run(command, "--profile", "nobody").err()).contains("There is no profile nobody");
        }
    }

    @Test
    void keepsNoPasswordForAProfileWithoutAUser() throws IOException {
        Path file = home.resolve("config/profiles/acme.yaml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "kind: aws\nregion: eu-west-1\ntiers: {raw: s3://acme-raw/}\n");
        try {
            assertThat(run("password", "--profile", "acme").err()).contains("The profile acme names no Redshift user");
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void hasHelpForEachCommand() {
        for (String command : List.of("sample", "run", "stop", "runs", "logs", "query", "ls", "cat", "probe", "tables", "describe", "search", "reindex", "doctor", "login", "password", "tour")) {
            Ended help = run(command, "--help");
            assertThat(help.code()).as(command).isZero();
            assertThat(help.out()).contains("Usage: wonderlake " + command).contains("--lake").doesNotContain("bundle:");
        }
        assertThat(run("--help").out()).contains("sample").contains("query").contains("tour");
        assertThat(run("--version").out()).contains("Wonderlake");
    }

    private static Ended wonderlake(String... arguments) {
        List<String> all = new ArrayList<>(Arrays.asList(arguments));
        all.addAll(List.of("--lake", lake.toString()));
        return run(all.toArray(String[]::new));
    }

    private static Ended run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Windows none = new Windows() {
            @Override
            public int open(Optional<LakeProfile> wanted) {
                throw new AssertionError("no window is wanted here");
            }

            @Override
            public List<Path> tour(Optional<LakeProfile> wanted, Path folder) {
                throw new AssertionError("no window is wanted here");
            }
        };
        int code = new CommandLineProgram(context, none, out, err).run(arguments);
        return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static JsonNode json(Ended ended) throws IOException {
        assertThat(ended.code()).as(ended.err()).isZero();
        return new ObjectMapper().readTree(ended.out());
    }
}
