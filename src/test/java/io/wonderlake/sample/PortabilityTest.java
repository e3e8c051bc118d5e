package io.wonderlake.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.Table;
import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.engine.redshift.PostgresProxy;
import io.wonderlake.engine.redshift.RedshiftEngine;
import io.wonderlake.engine.redshift.Warehouse;
import io.wonderlake.pipeline.Model;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// Every sample query and every model, word for word the same statement, gives the same values on other engines as on this computer's: on Trino,
/// the engine inside Athena, and on PostgreSQL, through Redshift's driver. Runs with `mvn -Ptrino test` only.
@Tag("trino")
class PortabilityTest {
    @TempDir
    private static Path folder;
    private static PracticeWorkplace lake;
    private static TrinoServer trino;
    private static PostgresProxy warehouse;
    private static RedshiftEngine redshift;
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
        for (String database : refined()) {
            trino.run("create schema " + database);
            for (Table table : lake.catalog.tables(database)) {
                copy(table, files);
            }
        }
    }

    @AfterAll
    static void end() {
        if (trino != null) {
            trino.close();
        }
        if (warehouse != null) {
            redshift.close();
            warehouse.close();
        }
        lake.close();
        System.out.println(String.join("\n", REPORT));
    }

    private static void copy(Table table, Path files) throws Exception {
        String name = table.name().database() + ".\"" + table.name().table() + "\"";
        String place = table.name().database() + "/" + table.name().table();
        String select = table.allColumns().stream().map(column -> wide(column) ? "cast(\"" + column.name() + "\" as decimal(38, 0)) as \"" + column.name() + "\"" : "\"" + column.name() + "\"")
                .collect(Collectors.joining(", ", "select ", " from " + name));
        lake.write(select, files.resolve("data").resolve(place));
        trino.run("create table " + name + columns(table, PortabilityTest::trinoType) + " with (format = 'PARQUET', external_location = 'local:///data/" + place + "')");
    }

    private static String columns(Table table, Function<Column, String> type) {
        return table.allColumns().stream().map(column -> "\"" + column.name() + "\" " + type.apply(column)).collect(Collectors.joining(", ", "(", ")"));
    }

    private static boolean wide(Column column) {
        return column.type().sql().equals("hugeint");
    }

    private static String trinoType(Column column) {
        return switch (column.type().sql()) {
            case "hugeint" -> "decimal(38, 0)";
            case "timestamp" -> "timestamp(6)";
            case "float" -> "real";
            default -> column.type().sql();
        };
    }

    private static String warehouseType(Column column) {
        return switch (column.type().sql()) {
            case "hugeint" -> "numeric(38, 0)";
            case "tinyint" -> "smallint";
            case "double" -> "double precision";
            case "float" -> "real";
            default -> column.type().sql();
        };
    }

    @TestFactory
    Stream<DynamicTest> givesTheSameAnswersOnTrino() {
        return statements().entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(),
                () -> compare("Trino", each.getKey(), each.getValue(), () -> trino.run(each.getValue()).rows())));
    }

    /// Through Redshift's driver, on the server that stands in for a warehouse: it shows what the two have in common, not what Redshift alone does.
    @TestFactory
    Stream<DynamicTest> givesTheSameAnswersThroughTheDriverOfRedshift() throws IOException {
        warehouse = Warehouse.proxy();
        redshift = Warehouse.engine(warehouse);
        for (String database : refined()) {
            Warehouse.asOwner("create schema " + database + "; grant usage on schema " + database + " to public");
            for (Table table : lake.catalog.tables(database)) {
                String name = database + ".\"" + table.name().table() + "\"";
                Warehouse.asOwner("create table " + name + columns(table, PortabilityTest::warehouseType) + "; grant select on " + name + " to public");
                Warehouse.fill(name, csv(lake.rows("select * from " + name)));
            }
        }
        return statements().entrySet().stream().map(each -> DynamicTest.dynamicTest(each.getKey(),
                () -> compare("Redshift", each.getKey(), each.getValue(), () -> warehouseRows(each.getValue()))));
    }

    private static InputStream csv(List<Object[]> rows) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        for (Object[] row : rows) {
            String line = Arrays.stream(row).map(value -> value == null ? "" : '"' + value.toString().replace("\"", "\"\"") + '"').collect(Collectors.joining(",", "", "\n"));
            text.write(line.getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(text.toByteArray());
    }

    private static List<List<Object>> warehouseRows(String sql) {
        List<List<Object>> rows = new ArrayList<>();
        try (QueryRun run = redshift.run(Query.of(sql), new Job("query"))) {
            for (List<Object[]> page = run.next(10_000); !page.isEmpty(); page = run.next(10_000)) {
                page.forEach(row -> rows.add(Arrays.asList(row)));
            }
        }
        return rows;
    }

    private static List<String> refined() {
        return lake.catalog.databases().stream().filter(database -> !database.endsWith("_raw")).toList();
    }

    private static Map<String, String> statements() {
        Map<String, String> statements = new TreeMap<>();
        for (String key : SampleDefinitions.keys()) {
            if (key.startsWith("queries/")) {
                statements.put(key, SampleDefinitions.read(key));
            } else if (key.startsWith("models/")) {
                statements.put(key, Model.parse(SampleDefinitions.read(key), SampleDefinitions.place(key)).sql());
            }
        }
        assertThat(statements).hasSizeGreaterThan(30);
        return statements;
    }

    /// A query fixes the order of its rows, a model does not.
    private static void compare(String engine, String key, String sql, Callable<List<List<Object>>> elsewhere) throws Exception {
        List<Object[]> ours = lake.rows(sql);
        long began = System.nanoTime();
        String line = "%-9s %-52s".formatted(engine, key);
        try {
            List<List<Object>> theirs = elsewhere.call();
            line += " %9s rows %8s".formatted(Formats.count(theirs.size()), Formats.duration(Duration.ofNanos(System.nanoTime() - began)));
            SameAnswer.check(ours, theirs, key.startsWith("queries/"));
            line += "  same";
        } finally {
            REPORT.add(line);
        }
    }
}
