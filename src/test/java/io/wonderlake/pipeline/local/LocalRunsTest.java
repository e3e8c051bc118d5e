package io.wonderlake.pipeline.local;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.lake.folder.Folders;
import io.wonderlake.pipeline.Runs;
import io.wonderlake.pipeline.RunsContract;
import io.wonderlake.work.Job;
import java.nio.file.Path;
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
