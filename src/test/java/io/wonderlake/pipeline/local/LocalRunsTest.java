package io.wonderlake.pipeline.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.lake.folder.Folders;
import io.wonderlake.pipeline.BadRows;
import io.wonderlake.pipeline.Pipelines;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.pipeline.RunsContract;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalRunsTest extends RunsContract {

    private static final String COLUMNS = "{name: id, physicalType: integer, required: true}";

    @TempDir
    private static Path folder;
    private static TestLake lake;

    @BeforeAll
    static void makeRuns() {
        lake = new TestLake(folder);
        lake.putPipeline("");
        lake.putContract("sales", "{property: maxRejectedPercent, value: 1}", COLUMNS, "");
        lake.put("raw/shop/sales/a.csv", "id\n1\nx\n");
        lake.run();
        lake.put("raw/shop/sales/a.csv", "id\n1\n2\n");
        lake.run();
        lake.put("config/pipelines/other.yaml", "{name: other, steps: [{name: crawl, type: crawl, datasets: [shop.sales]}]}");
        lake.pipelines.run("other", Optional.empty(), "test", new Job("other"));
    }

    @AfterAll
    static void close() {
        lake.close();
    }

    @Override
    protected Runs runs() {
        return lake.runs;
    }

    @Override
    protected Pipelines pipelines() {
        return lake.pipelines;
    }

    @Test
    void pagesTheBadRowsOfAStep() {
        String run = failed().id();
        BadRows bad = lake.runs.badRows(run, "curate.sales", 0, 10);
        assertThat(bad.total()).isEqualTo(1);
        assertThat(bad.columns()).extracting(column -> column.name()).startsWith("source", "file", "column", "value", "reason");
        assertThat(bad.rows()).hasSize(1);
        assertThat(lake.runs.badRows(run, "curate.sales", 1, 10).rows()).isEmpty();
    }

    @Test
    void takesUpARunFromTheStepThatFailed(@TempDir Path apart) {
        try (TestLake other = new TestLake(apart)) {
            other.putPipeline("");
            other.putContract("sales", "{property: maxRejectedPercent, value: 1}", COLUMNS, "");
            other.put("raw/shop/sales/a.csv", "id\n1\nx\n");
            Run failed = other.run();
            other.put("raw/shop/sales/a.csv", "id\n1\n2\n");
            Run again = other.pipelines.resume(failed.id(), "test", new Job("resume"));
            assertThat(again.state()).isEqualTo(RunState.DONE);
            assertThat(again.id()).isNotEqualTo(failed.id());
            assertThat(again.steps()).extracting(StepRun::state).startsWith(RunState.SKIPPED, RunState.DONE);
        }
    }

    @Test
    void stopsOnlyARunOfThisProcess(@TempDir Path apart) {
        try (TestLake other = new TestLake(apart)) {
            other.putPipeline("");
            long foreign = new RunTables(other.index).begin("shop", "test", Instant.now(), List.of("crawl.sales"));
            assertThat(other.pipelines.acts(other.runs.find(String.valueOf(foreign)).orElseThrow())).isEmpty();
            refuses(Failure.Kind.CONFLICT, () -> other.pipelines.stop(String.valueOf(foreign)));
        }
    }

    @Test
    void takesNoInput() {
        refuses(Failure.Kind.BAD_INPUT, () -> lake.pipelines.run("shop", new Pipelines.Order(Optional.empty(), Optional.of("{}"), "test"), new Job("shop")));
    }

    @Test
    void saysWhenTheBadRowsAreGone(@TempDir Path apart) {
        try (TestLake other = new TestLake(apart)) {
            other.putPipeline("");
            other.putContract("sales", "", COLUMNS, "");
            other.put("raw/shop/sales/a.csv", "id\n1\nx\n");
            String run = other.run().id();
            Folders.delete(apart.resolve("quarantine/shop/sales"));
            assertThatThrownBy(() -> other.runs.badRows(run, "curate.sales", 0, 10)).hasMessageContaining("quarantine/shop/sales/run=1/");
        }
    }
}
