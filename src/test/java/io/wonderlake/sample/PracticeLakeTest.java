package io.wonderlake.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.wonderlake.lake.Content;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.pipeline.BadRows;
import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.pipeline.StepRun;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// The practice lake from its raw files to its last table, once for all tests.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PracticeLakeTest {
    private static final Path PUBLISHED = Path.of("../shared/data");
    private static final Map<String, Long> TICKET_WARNINGS = Map.of(
            "event.venueid.unknown", 139L,
            "event.start_day_differs", 703L,
            "venue.venueseats.null", 15L,
            "venue.venueseats.unknown_value", 130L,
            "venue.name_twice", 1L,
            "date.day.recomputed", 59L,
            "date.missing_day", 1L);

    @TempDir
    private static Path folder;
    private static PracticeWorkplace lake;
    private static final List<Run> RUNS = new ArrayList<>();

    @BeforeAll
    static void makeTheLake() {
        Path root = folder.resolve("lake");
        lake = new PracticeWorkplace(root);
        for (SampleStep step : new PracticeLake(lake.store, root).steps(SampleOptions.usual())) {
            step.perform(lake.pipelines, new Job(step.title())).ifPresent(run -> {
                RUNS.add(run);
                assertThat(step).isInstanceOfSatisfying(SampleStep.Pipeline.class,
                        meant -> assertThat(run.state()).as(meant.title() + ": " + run.cause()).isEqualTo(meant.expected()));
            });
        }
    }

    @AfterAll
    static void closeTheLake() {
        lake.close();
    }

    private static Run run(int number) {
        return RUNS.get(number - 1);
    }

    @Test
    @Order(1)
    void hasOneFailedRunAmongGoodOnes() {
        assertThat(RUNS.stream().map(Run::state)).containsExactly(
                RunState.WARNED, RunState.DONE, RunState.WARNED, RunState.FAILED, RunState.WARNED);
        assertThat(lake.runs.list(Optional.of("retail"), 0, 10)).hasSize(3);
    }

    @Test
    @Order(1)
    void countsEachPlantedDefectOfTheTicketsExactly() {
        assertThat(PracticeWorkplace.warnings(run(1))).isEqualTo(TICKET_WARNINGS);
        StepRun.RuleCount orphans = PracticeWorkplace.step(run(1), "curate.event").warnings().stream()
                .filter(warning -> warning.rule().equals("event.venueid.unknown")).findFirst().orElseThrow();
        assertThat(orphans.values()).containsExactly(
                new StepRun.ValueCount("64", 56), new StepRun.ValueCount("12", 47), new StepRun.ValueCount("51", 36));
        assertThat(run(1).rejected()).isZero();
    }

    @Test
    @Order(1)
    void losesNoRowInAnyStep() {
        assertThat(RUNS).allSatisfy(run -> assertThat(run.steps()).filteredOn(step -> !step.step().startsWith("build."))
                .allMatch(step -> step.rowsIn() == step.rowsOut() + step.rowsRejected()));
        assertThat(run(1).steps().stream().filter(step -> step.step().startsWith("curate.")).mapToLong(StepRun::rowsOut).sum()).isEqualTo(424_319);
    }

    @Test
    @Order(1)
    void putsTheBadRowsOfTheReportsIntoQuarantine() {
        StepRun failed = run(4).failedStep().orElseThrow();
        BadRows bad = lake.runs.badRows(run(4).id(), failed.step(), 0, 100);
        assertThat(failed.step()).isEqualTo("curate.sales_report");
        assertThat(bad.total()).isEqualTo(failed.rowsRejected()).isEqualTo(5 + 27);
        assertThat(bad.rows()).filteredOn(row -> row[1].equals("raw/retail/sales_report/week=2026-W46/sales_report_0031_2026-W46.xlsx")).hasSize(27);
        assertThat(PracticeWorkplace.step(run(3), "curate.sales_report").rowsRejected()).isEqualTo(5);
        assertThat(PracticeWorkplace.step(run(5), "curate.sales_report").rowsRejected()).isEqualTo(5);
        assertThat(PracticeWorkplace.step(run(5), "curate.inventory_log").rowsRejected()).isEqualTo(2 + 26);
        assertThat(PracticeWorkplace.warnings(run(5))).containsEntry("sales_report.sku.unknown", 2L).hasSize(1);
        assertThat(lake.store.versions(ObjectPath.parse("raw/retail/sales_report/week=2026-W46/sales_report_0031_2026-W46.xlsx"))).hasSize(2);
    }

    @Test
    @Order(1)
    void answersWithTheKnownNumbers() {
        assertThat(lake.value("select count(*) from tickit_curated.sales")).isEqualTo(172_456L);
        assertThat(lake.value("select count(*) from workforce_curated.employee")).isEqualTo(5_000L);
        assertThat(lake.rows("select catgroup, sum(pricepaid) from tickit_analytics.sales_by_category group by catgroup order by catgroup")
                .stream().filter(row -> ((BigDecimal) row[1]).signum() != 0).map(List::of))
                .isEqualTo(lake.rows("""
                        select c.catgroup, sum(s.pricepaid) from tickit_curated.sales as s join tickit_curated.event as e on e.eventid = s.eventid
                        join tickit_curated.category as c on c.catid = e.catid group by c.catgroup order by c.catgroup""").stream().map(List::of).toList());
        assertThat(lake.rows("select catname from tickit_analytics.sales_by_category where events = 0 and pricepaid = 0")).hasSize(7);
        assertThat(lake.value("select count(*) from tickit_curated.event_enriched where venuename = 'unknown'")).isEqualTo(139L);
        assertThat(lake.value("select count(*) from tickit_curated.venue where venueseats is null")).isEqualTo(145L);
    }

    @Test
    @Order(1)
    void answersEachSampleQuery() {
        assertThat(SampleDefinitions.keys().stream().filter(key -> key.startsWith("queries/")))
                .allSatisfy(key -> assertThat(lake.rows(SampleDefinitions.read(key))).as(key).isNotEmpty());
    }

    @Test
    @Order(1)
    void describesEachRefinedTable() {
        assertThat(lake.catalog.databases()).containsExactly("retail_analytics", "retail_curated", "retail_raw", "tickit_analytics", "tickit_curated",
                "tickit_raw", "workforce_analytics", "workforce_curated", "workforce_raw");
        assertThat(lake.catalog.databases().stream().flatMap(database -> lake.catalog.tables(database).stream()))
                .allMatch(table -> !table.description().isBlank() && !table.owner().isBlank() && table.rows() > 0);
    }

    @Test
    @Order(2)
    void isRebuiltFromItsRawFilesAlone() throws IOException {
        Path root = folder.resolve("rebuilt");
        copy(folder.resolve("lake"), root, "raw", "config");
        try (PracticeWorkplace rebuilt = new PracticeWorkplace(root)) {
            assertThat(Stream.of("tickit", "workforce", "retail").map(pipeline -> rebuilt.run(pipeline).state().good())).containsOnly(true);
            assertThat(rebuilt.contents()).hasSize(27).isEqualTo(lake.contents());
        }
    }

    /// Without what the store keeps for itself.
    private static void copy(Path from, Path to, String... tiers) throws IOException {
        for (String tier : tiers) {
            try (Stream<Path> files = Files.walk(from.resolve(tier))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = to.resolve(from.relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    @Test
    @Order(3)
    void takesThePublishedFilesThroughTheSameContracts() throws IOException {
        assumeTrue(Files.isDirectory(PUBLISHED), "the published files are not in ../shared/data");
        put("raw/tickit/venue/venue_pipe.txt", "tickit_venue.txt");
        put("raw/tickit/date/date2008_pipe.txt", "tickit_date.txt");
        put("raw/tickit/category/category_pipe.txt", "tickit_category.txt");
        lake.store.put(ObjectPath.parse("config/pipelines/published.yaml"), Content.of("""
                name: published
                steps:
                  - {name: crawl, type: crawl, datasets: [tickit.venue, tickit.date, tickit.category]}
                  - {name: curate, type: contracts, contracts: [tickit.venue, tickit.date, tickit.category, tickit.event]}
                  - {name: build, type: models, models: [tickit_curated.event_enriched]}
                """), new Job("put"));
        put("raw/workforce/employee/arrived=2026-11-09/hr_dataset.csv", "hr_dataset.csv");
        assertThat(PracticeWorkplace.warnings(lake.run("published"))).isEqualTo(TICKET_WARNINGS);
        assertThat(lake.rows("select venuename from tickit_curated.venue group by venuename having count(*) > 1")).hasSize(1);
        Run employees = lake.run("workforce");
        StepRun curated = PracticeWorkplace.step(employees, "curate.employee");
        assertThat(curated.rowsIn()).isEqualTo(5_000 + 499);
        assertThat(curated.rowsOut()).isEqualTo(5_000);
        assertThat(lake.runs.badRows(employees.id(), curated.step(), 0, 1_000).rows()).as("each of the ids is one of the stream's, too").hasSize(499)
                .allMatch(row -> row[4].toString().startsWith("duplicate:"));
    }

    private static void put(String object, String file) {
        lake.store.put(ObjectPath.parse(object), Content.of(PUBLISHED.resolve(file)), new Job("put"));
    }
}
