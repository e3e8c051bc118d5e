package io.wonderlake.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Table;
import io.wonderlake.pipeline.Model;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every sample query and every model gives the same values on Trino, the engine inside Athena, as on this computer's engine, word for word the
/// same statement. Runs with `mvn -Ptrino test` only.
@Tag("trino")
class TrinoPortabilityTest {
    @TempDir
    private static Path folder;
    private static PracticeWorkplace lake;
    private static TrinoServer trino;
    private static final List<String> REPORT = new ArrayList<>();

    @BeforeAll
    static void makeTheLakeOnBoth() throws Exception {
        Path root = folder.toRealPath().resolve("lake");
        lake = new PracticeWorkplace(root);
        for (SampleStep step : new PracticeLake(lake.store, root).steps(SampleOptions.usual())) {
            step.perform(lake.pipelines, new Job(step.title()));
        }
        Path files = root.resolve("copies");
        Files.createDirectories(files.resolve("metastore"));
        Path work = Files.createDirectories(folder.toRealPath().resolve("trino"));
        trino = new TrinoServer(Path.of(System.getProperty("wonderlake.trino")), Path.of("target", "trino").toAbsolutePath(), work, files);
        for (String database : lake.catalog.databases()) {
            if (!database.endsWith("_raw")) {
                trino.run("create schema " + database);
                for (Table table : lake.catalog.tables(database)) {
                    copy(table, files);
                }
            }
        }
    }

    @AfterAll
    static void end() {
        if (trino != null) {
            trino.close();
        }
        lake.close();
        System.out.println(String.join("\n", REPORT));
    }

    private static void copy(Table table, Path files) throws Exception {
        String database = table.name().database();
        String name = table.name().table();
        String select = table.allColumns().stream().map(column -> wide(column) ? "cast(\"" + column.name() + "\" as decimal(38, 0)) as \"" + column.name() + "\"" : "\"" + column.name() + "\"")
                .collect(Collectors.joining(", ", "select ", " from " + database + ".\"" + name + "\""));
        lake.write(select, files.resolve("data").resolve(database).resolve(name));
        String columns = table.allColumns().stream().map(column -> "\"" + column.name() + "\" " + type(column)).collect(Collectors.joining(", ", "(", ")"));
        trino.run("create table " + database + ".\"" + name + "\" " + columns + " with (format = 'PARQUET', external_location = 'local:///data/" + database + "/" + name + "')");
    }

    private static boolean wide(Column column) {
        return column.type().sql().equals("hugeint");
    }

    private static String type(Column column) {
        return switch (column.type().sql()) {
            case "hugeint" -> "decimal(38, 0)";
            case "timestamp" -> "timestamp(6)";
            case "float" -> "real";
            default -> column.type().sql();
        };
    }

    @TestFactory
    List<DynamicTest> givesTheSameAnswers() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String key : SampleDefinitions.keys()) {
            if (key.startsWith("queries/")) {
                tests.add(DynamicTest.dynamicTest(key, () -> compare(key, SampleDefinitions.read(key), true)));
            } else if (key.startsWith("models/")) {
                tests.add(DynamicTest.dynamicTest(key, () -> compare(key, Model.parse(SampleDefinitions.read(key), SampleDefinitions.place(key)).sql(), false)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(30);
        return tests;
    }

    private static void compare(String key, String sql, boolean ordered) throws Exception {
        List<Object[]> ours = lake.rows(sql);
        long began = System.nanoTime();
        try {
            TrinoServer.Answer theirs = trino.run(sql);
            REPORT.add("%-52s %8s rows %8s".formatted(key, Formats.count(theirs.rows().size()), Formats.duration(Duration.ofNanos(System.nanoTime() - began))));
            SameAnswer.check(ours, theirs.rows(), ordered);
            REPORT.add(REPORT.removeLast() + "  same");
        } catch (IllegalStateException refused) {
            REPORT.add("%-52s refused: %s".formatted(key, refused.getMessage()));
            throw refused;
        }
    }
}
