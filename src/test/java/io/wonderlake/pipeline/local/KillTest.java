package io.wonderlake.pipeline.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.Table;
import io.wonderlake.catalog.TableName;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kills a process in the middle of a run, again and again. `-Dkills=20` makes the check longer.
class KillTest {

    private static final int KILLS = Integer.getInteger("kills", 2);
    private static final int ROWS = 60_000;

    @TempDir
    private Path folder;

    /// The process that is killed: runs the pipeline of the lake in its first argument, for ever.
    static final class Child {

        private Child() {
        }

        public static void main(String[] arguments) {
            try (TestLake lake = new TestLake(Path.of(arguments[0]))) {
                System.out.println("open");
                lake.run();
                System.out.println("done");
            }
        }
    }

    @Test
    void completesAfterAKillAtAnyMomentWithEqualContent() throws IOException, InterruptedException {
        Map<String, String> undisturbed;
        try (TestLake lake = new TestLake(folder.resolve("undisturbed"))) {
            define(lake, 1);
            lake.run();
            undisturbed = hashes(lake);
        }
        assertThat(undisturbed).hasSize(3);
        Random moments = new Random(7);
        Path killed = folder.resolve("killed");
        for (int i = 0; i < KILLS; i++) {
            try (TestLake lake = new TestLake(killed)) {
                define(lake, i + 2);
                lake.run();
                define(lake, 1);
            }
            killChild(killed, moments.nextInt(4_000));
            try (TestLake lake = new TestLake(killed)) {
                allTablesWhole(lake);
                Run run = lake.run();
                assertThat(run.state()).isEqualTo(RunState.WARNED);
                assertThat(hashes(lake)).isEqualTo(undisturbed);
                assertThat(lake.runs.list(Optional.empty(), 0, 100)).noneMatch(old -> old.state() == RunState.RUNNING);
            }
        }
    }

    @Test
    void refusesTheRunOfASecondProcess() throws IOException, InterruptedException {
        Path shared = folder.resolve("shared");
        try (TestLake lake = new TestLake(shared)) {
            define(lake, 1);
            try (var _ = lake.index.tryLease(Interrupted.lease("shop"), "the first process").orElseThrow()) {
                Process child = child(shared);
                String said = new String(child.getInputStream().readAllBytes());
                assertThat(child.waitFor(60, TimeUnit.SECONDS)).isTrue();
                assertThat(said).contains("The pipeline shop is running already (the first process).").doesNotContain("done");
            }
        }
    }

    private static void define(TestLake lake, int version) {
        lake.putPipeline(", retries: 1");
        lake.putContract("sales", "", "{name: id, physicalType: integer, primaryKey: true}, {name: net, physicalType: 'decimal(12,2)'}", "");
        lake.putModel("total", "shop_curated.sales", "", "select id % 10 as digit, sum(net) as net from shop_curated.sales group by 1");
        StringBuilder text = new StringBuilder("id,net\n");
        for (int id = 0; id < ROWS; id++) {
            text.append(id).append(',').append(id % 997 == 0 ? "bad" : String.valueOf(id * version)).append('\n');
        }
        lake.put("raw/shop/sales/a.csv", text.toString());
    }

    private static Map<String, String> hashes(TestLake lake) {
        Map<String, String> hashes = new TreeMap<>();
        for (String name : List.of("shop_curated.sales", "shop_analytics.total")) {
            hashes.put(name, lake.hash(name));
        }
        hashes.put("shop_raw.sales", String.valueOf(lake.table("shop_raw.sales").rows()));
        return hashes;
    }

    private static void allTablesWhole(TestLake lake) {
        for (String name : List.of("shop_curated.sales", "shop_analytics.total")) {
            Table table = lake.catalog.find(TableName.parse(name)).orElseThrow();
            try (EngineSession session = lake.engine.session(new Job("check"))) {
                assertThat(Publisher.contentHash(session, "select * from " + name, table.allColumns())).isEqualTo(table.properties().get(Publisher.CONTENT_HASH));
            }
        }
    }

    private static void killChild(Path lake, int afterMillis) throws IOException, InterruptedException {
        Process child = child(lake);
        try (var said = child.inputReader()) {
            assertThat(said.readLine()).isEqualTo("open");
            child.waitFor(afterMillis, TimeUnit.MILLISECONDS);
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static Process child(Path lake) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        assertThat(Files.exists(java) || Files.exists(java.resolveSibling("java.exe"))).isTrue();
        return new ProcessBuilder(java.toString(), "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Child.class.getName(), lake.toString()).redirectErrorStream(true).start();
    }
}
