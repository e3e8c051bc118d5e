package io.wonderlake.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.EngineSession.WrittenFile;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DuckDbSessionTest {
    @TempDir
    Path folder;
    PracticeLake lake;
    EngineSession session;

    @BeforeEach
    void open() throws Exception {
        lake = new PracticeLake(folder.toRealPath());
        session = lake.engine.session(new Job("session"));
    }

    @AfterEach
    void close() {
        session.close();
        lake.close();
    }

    @Test
    void writesOneFileWithItsSizeAndRows() {
        Path target = lake.root.resolve("curated/a/b/_v=1");
        List<WrittenFile> files = session.writeParquet("select i, 'n' || i as name from range(1000) t(i)", target, List.of());
        assertThat(files).singleElement().satisfies(file -> {
            assertThat(file.rows()).isEqualTo(1000);
            assertThat(file.size()).isEqualTo(file.file().toFile().length());
            assertThat(file.partition()).isEmpty();
        });
        assertThat(session.rows("select count(*), max(i) from read_parquet('" + files.getFirst().file() + "')").getFirst()).containsExactly(1000L, 999L);
    }

    @Test
    void writesAFolderForEachPartitionAndGivesItsValuesAsTheyAre() {
        Path target = lake.root.resolve("curated/a/parts/_v=1");
        String select = "select i, case i % 5 when 0 then 'a/b' when 1 then null when 2 then '' when 3 then 'é=%?+ ' else '../..' end as g, i % 2 as h from range(100) t(i)";
        List<WrittenFile> files = session.writeParquet(select, target, List.of("g", "h"));
        assertThat(files).hasSize(10).allSatisfy(file -> assertThat(file.file().normalize()).startsWith(target));
        assertThat(files).extracting(file -> file.partition().get("g")).contains("a/b", "__HIVE_DEFAULT_PARTITION__", "", "é=%?+ ", "../..");
        assertThat(files).extracting(WrittenFile::partition).contains(Map.of("g", "a/b", "h", "1"));
        assertThat(files.stream().mapToLong(WrittenFile::rows).sum()).isEqualTo(100);
    }

    @Test
    void readsBackWhatItWroteInPartitions() {
        lake.parquet("d.t", "select i, case when i % 2 = 0 then 'a/b' end as g, date '2008-01-01' + (i % 3)::integer as day from range(12) t(i)", "curated/d/t/_v=3/",
                new Column("g", "varchar"), new Column("day", "date"));
        assertThat(lake.rows("describe d.t")).extracting(row -> row[0], row -> row[1])
                .containsExactly(org.assertj.core.groups.Tuple.tuple("i", "BIGINT"), org.assertj.core.groups.Tuple.tuple("g", "VARCHAR"), org.assertj.core.groups.Tuple.tuple("day", "DATE"));
        assertThat(lake.value("select count(*) from d.t where g is null")).isEqualTo(6L);
        assertThat(lake.value("select count(*) from d.t where day > date '2008-01-01' + interval '1' day and g = 'a/b'")).isEqualTo(2L);
    }

    @Test
    void refusesAFolderThatHoldsSomething() {
        lake.write("curated/a/b/_v=1/left.parquet", "x");
        FailureException refused = catchThrowableOfType(FailureException.class,
                () -> session.writeParquet("select 1 as a", lake.root.resolve("curated/a/b/_v=1"), List.of()));
        assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.CONFLICT);
        assertThat(lake.root.resolve("curated/a/b/_v=1/left.parquet")).hasContent("x");
    }

    @Test
    void writesNothingForNoRowsInPartitionsAndAnEmptyFileOtherwise() {
        assertThat(session.writeParquet("select 1 as a, 2 as p where false", lake.root.resolve("curated/x/_v=1"), List.of("p"))).isEmpty();
        assertThat(session.writeParquet("select 1 as a where false", lake.root.resolve("curated/y/_v=1"), List.of())).singleElement()
                .extracting(WrittenFile::rows).isEqualTo(0L);
    }

    @Test
    void seesANewVersionOfATableInTheNextStatement() {
        lake.parquet("d.t", "select 1 as a", "curated/d/t/_v=1/");
        assertThat(session.rows("select a from d.t").getFirst()[0]).isEqualTo(1);
        lake.parquet("d.t", "select 2 as a, 'x' as b", "curated/d/t/_v=2/");
        assertThat(session.rows("select a, b from d.t").getFirst()).containsExactly(2, "x");
        session.execute("create table kept as select * from d.t");
        assertThat(session.rows("select b from kept").getFirst()[0]).isEqualTo("x");
    }

    @Test
    void cannotChangeATableOfTheCatalog() {
        lake.parquet("d.t", "select 1 as a", "curated/d/t/_v=1/");
        for (String sql : List.of("insert into d.t values (2)", "delete from d.t", "update d.t set a = 2", "drop table d.t")) {
            assertThatThrownBy(() -> session.execute(sql)).as(sql).isInstanceOf(FailureException.class);
        }
        assertThat(lake.value("select a from d.t")).isEqualTo(1);
    }

    @Test
    void readsFilesAsARelation() {
        Path first = lake.write("raw/x/1.csv", "a;b\n1;\"x;y\"\n");
        Path second = lake.write("raw/x/2.csv", "a;b\n2;\n");
        String relation = session.relation(List.of(first, second), new StorageFormat.Text(";", "\"", true, 0, "utf-8"), List.of(new Column("a", "bigint"), new Column("b", "varchar")));
        assertThat(session.rows("select * from " + relation + " r order by a")).containsExactly(new Object[] {1L, "x;y"}, new Object[] {2L, null});
        Path json = lake.write("raw/x/3.jsonl", "{\"a\": 1, \"b\": {\"c\": [1, 2]}}\n{\"a\": 2}\n");
        String lines = session.relation(List.of(json), new StorageFormat.JsonLines("utf-8"), List.of(new Column("a", "integer"), new Column("b", "json")));
        assertThat(session.rows("select a, b from " + lines + " where a = 1").getFirst()[1].toString().replace(" ", "")).isEqualTo("{\"c\":[1,2]}");
    }

    @Test
    @Timeout(60)
    void spillsToTheDiskUnderASmallMemoryLimit() throws Exception {
        Files.createDirectories(lake.root.resolve("small"));
        try (PracticeLake small = new PracticeLake(lake.root.resolve("small"), "150MB", List.of()); EngineSession staging = small.engine.session(new Job("spill"))) {
            staging.execute("create table big as select i, hash(i) as h, 'name ' || hash(i + 1) as name from range(4000000) t(i)");
            assertThat(staging.rows("select count(*) from (select h, name, row_number() over (order by h, name) as n from big) s where n > 3999990").getFirst()[0]).isEqualTo(10L);
        }
    }

    @Test
    @Timeout(60)
    void saysThatMemoryAndSpillSpaceAreUsedUp() {
        try (PracticeLake tiny = new PracticeLake(lake.root.resolve("tiny"), "20MB", List.of())) {
            FailureException failed = catchThrowableOfType(FailureException.class,
                    () -> tiny.rows("select length(string_agg(hash(i)::varchar, ',')) from range(20000000) t(i)"));
            assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.STORAGE);
        }
    }

    @Test
    @Timeout(30)
    void stopsWithItsJob() {
        Job job = new Job("cancelled");
        try (EngineSession stopped = lake.engine.session(job)) {
            Thread.ofPlatform().daemon().start(() -> {
                java.util.concurrent.locks.LockSupport.parkNanos(400_000_000);
                job.cancel();
            });
            assertThatThrownBy(() -> stopped.execute("create table t as select sum(hash(i)) from range(2000000000000) t(i)"))
                    .isInstanceOf(CancellationException.class);
        }
        assertThat(session.rows("select 1")).hasSize(1);
    }
}
