package io.wonderlake.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.QueryStats;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbEngineTest {
    @TempDir
    Path folder;
    PracticeLake lake;

    @BeforeEach
    void open() throws Exception {
        Files.createDirectories(folder.resolve("lake"));
        lake = new PracticeLake(folder.resolve("lake").toRealPath());
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private Failure failure(String sql) {
        return catchThrowableOfType(FailureException.class, () -> lake.rows(sql)).failure();
    }

    private QueryStats stats(String sql) {
        try (QueryRun run = lake.engine.run(Query.of(sql), new Job("query"))) {
            while (!run.next(1000).isEmpty()) {
                continue;
            }
            return run.stats();
        }
    }

    private void monthlySales() {
        lake.parquet("tickit_curated.sales", "select i as id, i * 1.5 as price, '2008-0' || (1 + i % 4) as month, 2008 + i % 2 as year from range(1000) t(i)",
                "curated/tickit/sales/_v=1/", new Column("year", "bigint"), new Column("month", "varchar"));
    }

    @Test
    void readsACatalogTableByItsNameHoweverItIsWritten() {
        monthlySales();
        assertThat(lake.value("select count(*) from tickit_curated.sales")).isEqualTo(1000L);
        assertThat(lake.value("select count(*) from \"TICKIT_curated\".\"Sales\" s")).isEqualTo(1000L);
        assertThat(lake.rows("describe tickit_curated.sales")).extracting(row -> row[0]).containsExactly("id", "price", "year", "month");
        assertThat(lake.rows("from tickit_curated.sales limit 3")).hasSize(3);
        assertThat(lake.rows("pivot tickit_curated.sales on month using sum(price) group by year")).hasSize(2);
        assertThat(lake.rows("explain select * from tickit_curated.sales")).isNotEmpty();
        assertThat(lake.value("with s as (select * from tickit_curated.sales) select count(*) from s, (select 1 as one) o")).isEqualTo(1000L);
    }

    @Test
    void readsOnlyTheFilesOfTheWantedPartitions() throws Exception {
        monthlySales();
        assertThat(stats("select * from tickit_curated.sales")).extracting(QueryStats::filesRead, QueryStats::filesTotal).containsExactly(4, 4);
        try (var files = Files.walk(lake.root)) {
            for (Path file : files.filter(Files::isRegularFile).filter(file -> !file.toString().contains("month=2008-03")).toList()) {
                Files.writeString(file, "not a table any more");
            }
        }
        for (String condition : List.of("month = '2008-03'", "s.month in ('2008-03')", "'2008-02' < month and month < '2008-04'",
                "price > 1 and month between '2008-03' and '2008-03'", "upper(month) = '2008-03' or month = 'x'", "s.month like '%-03'")) {
            String sql = "select count(*) from tickit_curated.sales s where " + condition;
            assertThat(stats(sql)).as(condition).extracting(QueryStats::filesRead, QueryStats::filesTotal).containsExactly(1, 4);
        }
        assertThat(lake.value("select count(*) from tickit_curated.sales where month = '2008-03'")).isEqualTo(250L);
        assertThat(failure("select sum(price) from tickit_curated.sales").message()).contains("curated/tickit/sales/_v=1/");
    }

    @Test
    void refusesWhateverChangesSomething() {
        monthlySales();
        for (String sql : List.of("insert into tickit_curated.sales values (1)", "create table t as select 1", "copy (select 1) to 'x.csv'", "attach 'x.db'",
                "install httpfs", "set threads=1", "pragma table_info('t')", "delete from tickit_curated.sales", "call pragma_version()",
                "explain analyze delete from tickit_curated.sales", "with x as (insert into t values (1) returning *) select * from x", "checkpoint")) {
            assertThat(failure(sql).kind()).as(sql).isEqualTo(Failure.Kind.DENIED);
        }
    }

    @Test
    void staysInsideTheLake() throws Exception {
        Path outside = Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
        Files.createDirectories(lake.root.resolve("raw"));
        Files.createSymbolicLink(lake.root.resolve("raw/link.csv"), outside);
        for (String path : List.of(outside.toString(), lake.root + "/../secret.csv", lake.root + "/raw/link.csv")) {
            assertThat(failure("select * from read_csv('" + path + "')").kind()).as(path).isEqualTo(Failure.Kind.DENIED);
        }
        for (String sql : List.of("copy (select 1) to '" + folder + "/out.csv'", "set memory_limit='8GB'", "install httpfs", "load httpfs",
                "attach '" + folder + "/x.db' as x")) {
            FailureException refused = catchThrowableOfType(FailureException.class,
                    () -> lake.engine.run(new Query(sql, List.of(), true), new Job("change")));
            assertThat(refused.failure().kind()).as(sql).isEqualTo(Failure.Kind.DENIED);
        }
        assertThat(folder.resolve("out.csv")).doesNotExist();
    }

    @Test
    void readsTextWithTheDeclaredColumns() {
        lake.write("raw/tickit/venue/venue_pipe.txt", "1|Toyota Park|\\N\n2||3\n");
        lake.table("tickit_raw.venue", new StorageFormat.Text("|", "", false, 0, "utf-8"),
                List.of(new Column("id", "integer"), new Column("name", "varchar"), new Column("seats", "varchar")), List.of(), "raw/tickit/venue/",
                "raw/tickit/venue/venue_pipe.txt");
        assertThat(lake.rows("select * from tickit_raw.venue")).containsExactly(new Object[] {1, "Toyota Park", null}, new Object[] {2, null, "3"});
    }

    @Test
    void readsQuotedLineBreaksInATableOfSeveralTextFiles() {
        lake.write("raw/t/notes/a.csv", "id,note\n1,\"two\nlines\"\n");
        lake.write("raw/t/notes/b.csv", "id,note\n2,\"two\nmore\"\n3\n");
        lake.table("t_raw.notes", new StorageFormat.Text(",", "\"", true, 0, "utf-8"), List.of(new Column("id", "integer"), new Column("note", "varchar")), List.of(),
                "raw/t/notes/", "raw/t/notes/a.csv", "raw/t/notes/b.csv");
        assertThat(lake.rows("select * from t_raw.notes order by id"))
                .containsExactly(new Object[] {1, "two\nlines"}, new Object[] {2, "two\nmore"}, new Object[] {3, null});
    }

    @Test
    void saysThatThereIsNoStatementInAnEmptyText() {
        assertThat(failure("  -- nothing\n").message()).isEqualTo("There is no SQL statement in the text.");
    }

    @Test
    void givesAnEmptyRelationForATableWithoutFiles() {
        lake.table("tickit_curated.nothing", new StorageFormat.Parquet(), List.of(new Column("a", "decimal(8,2)")), List.of(new Column("p", "date")), "curated/tickit/nothing/");
        try (QueryRun run = lake.engine.run(Query.of("select * from tickit_curated.nothing"), new Job("q"))) {
            assertThat(run.columns()).containsExactly(new Column("a", "decimal(8,2)"), new Column("p", "date"));
            assertThat(run.next(10)).isEmpty();
        }
    }

    @Test
    void listsTheCatalogsTablesAndDatabases() {
        assertThat(lake.rows("show tables")).isEmpty();
        monthlySales();
        lake.parquet("workforce_curated.it's", "select 1 as a", "curated/workforce/it/_v=1/");
        for (String sql : List.of("show tables", "SHOW ALL TABLES ;", "describe")) {
            assertThat(lake.rows(sql)).as(sql).extracting(row -> row[0] + "." + row[1]).containsExactly("tickit_curated.sales", "workforce_curated.it's");
        }
        assertThat(lake.rows("show tables from Tickit_curated")).extracting(row -> row[1]).containsExactly("sales");
        assertThat(lake.rows("show databases")).containsExactly(new Object[] {"tickit_curated", 1L}, new Object[] {"workforce_curated", 1L});
    }

    @Test
    void saysWhichTableWasMeant() {
        monthlySales();
        Failure failure = failure("select *\nfrom tickit_curated.sale");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failure.message()).isEqualTo("There is no table tickit_curated.sale.");
        assertThat(failure.advice()).isEqualTo("Did you mean tickit_curated.sales?");
        assertThat(failure.position()).hasValue(14);
        assertThat(failure("select * from sales").advice()).isEqualTo("Did you mean tickit_curated.sales?");
    }

    @Test
    void saysWhichColumnWasMeant() {
        monthlySales();
        lake.parquet("tickit_curated.event", "select 1 as eventid, 'x' as eventname", "curated/tickit/event/_v=1/");
        Failure failure = failure("select id,\n  prise from tickit_curated.sales");
        assertThat(failure.message()).isEqualTo("There is no column prise in tickit_curated.sales.");
        assertThat(failure.advice()).isEqualTo("Did you mean price?");
        assertThat(failure.position()).hasValue(13);
        assertThat(failure.detail().orElse("")).contains("Candidate bindings");
        Failure qualified = failure("select 1 from tickit_curated.sales s join tickit_curated.event e on s.id = e.idd");
        assertThat(qualified.message()).isEqualTo("There is no column idd in tickit_curated.event.");
        assertThat(failure("select * from tickit_curated.sales s, tickit_curated.event where eventnam = 'x'"))
                .extracting(Failure::message, Failure::advice)
                .containsExactly("There is no column eventnam in this part of the statement.", "Did you mean eventname?");
        assertThat(failure("select price from (select id from tickit_curated.sales)").message()).isEqualTo("There is no column price in this part of the statement.");
        assertThat(failure("select zzzzzz from tickit_curated.sales").advice()).doesNotContain("Did you mean");
    }

    @Test
    void keepsStagingTablesInTheirSession() {
        try (EngineSession session = lake.engine.session(new Job("stage"))) {
            assertThat(session.execute("create table stage as select i from range(10) t(i)")).isEqualTo(10);
            assertThat(session.execute("insert into stage values (11)")).isEqualTo(1);
            assertThat(session.rows("select count(*) from stage").getFirst()[0]).isEqualTo(11L);
            assertThat(session.describe("select i, 'x' as t from stage")).containsExactly(new Column("i", "bigint"), new Column("t", "varchar"));
        }
        assertThat(failure("select * from stage").kind()).isEqualTo(Failure.Kind.NOT_FOUND);
    }
}
