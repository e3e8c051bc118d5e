package io.wonderlake.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.contract.Contract;
import io.wonderlake.contract.Contracts;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.work.Failure;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlannerTest {

    private static final List<Dataset> DATASETS = List.of(new Dataset("t", "a"), new Dataset("t", "b"), new Dataset("t", "loose"));
    private static final String STEPS = """
            name: t
            steps:
              - {name: crawl, type: crawl, datasets: [t.*]}
              - {name: curate, type: contracts, contracts: [t.*]}
              - {name: build, type: models, models: ["t_analytics.*"], retries: 1}
            """;

    @Test
    void ordersStepsByReferencesAndInputs() {
        Plan plan = plan(STEPS, List.of(contract("a", "t_curated.b.id"), contract("b", "")), List.of(model("top", "t_curated.a"), model("end", "t_analytics.top")));
        assertThat(plan.steps()).extracting(Plan.Step::name)
                .containsExactly("crawl.a", "crawl.b", "crawl.loose", "curate.b", "curate.a", "build.top", "build.end");
        assertThat(plan.find("curate.a").orElseThrow().after()).containsExactlyInAnyOrder("crawl.a", "curate.b");
        assertThat(plan.before("curate.b")).containsExactlyInAnyOrder("crawl.a", "crawl.b", "crawl.loose");
    }

    @Test
    void addsTheEdgesOfAfter() {
        Plan plan = plan(STEPS.replace("retries: 1", "after: [crawl]"), List.of(contract("a", "")), List.of(model("top", "t_curated.a")));
        assertThat(plan.find("build.top").orElseThrow().after()).containsExactlyInAnyOrder("crawl.a", "crawl.b", "crawl.loose", "curate.a");
    }

    @Test
    void namesTheRingAndTheFileOfACycle() {
        assertThatThrownBy(() -> plan(STEPS, List.of(contract("a", "t_curated.b.id"), contract("b", "t_curated.a.id")), List.of()))
                .hasMessage("config/contracts/t.a.yaml: the steps wait for each other: curate.a → curate.b → curate.a.");
    }

    @Test
    void refusesAnUnknownInputWithItsFile() {
        assertThatThrownBy(() -> plan(STEPS, List.of(), List.of(model("top", "t_curated.nowhere"))))
                .hasMessageContaining("config/models/analytics/t.top.sql needs the table t_curated.nowhere");
    }

    @Test
    void refusesAnUnknownDataset() {
        assertThatThrownBy(() -> plan(STEPS.replace("datasets: [t.*]", "datasets: [t.missing]"), List.of(), List.of()))
                .hasMessage("config/pipelines/t.yaml: the step crawl names t.missing, which this lake does not have.");
    }

    @Test
    void failsOverABrokenFileOnlyWhenThePipelineNeedsIt() {
        Failure broken = Failure.of(Failure.Kind.BAD_INPUT, "failure.bug", "broken");
        Contracts contracts = new Contracts(List.of(contract("a", "")), Map.of(ObjectPath.parse("config/contracts/u.b.yaml"), broken));
        assertThat(planner(STEPS, contracts, List.of()).plan("t").find("curate.a")).isPresent();
        Contracts needed = new Contracts(List.of(contract("a", "")), Map.of(ObjectPath.parse("config/contracts/t.b.yaml"), broken));
        assertThatThrownBy(() -> planner(STEPS, needed, List.of()).plan("t")).hasMessageContaining("broken");
    }

    @Test
    void refusesAnUnknownPipeline() {
        assertThatThrownBy(() -> planner(STEPS, new Contracts(List.of(), Map.of()), List.of()).plan("u")).hasMessageContaining("no pipeline u");
    }

    private static Plan plan(String steps, List<Contract> contracts, List<Model> models) {
        return planner(steps, new Contracts(contracts, Map.of()), models).plan("t");
    }

    private static Planner planner(String steps, Contracts contracts, List<Model> models) {
        Pipeline pipeline = Pipeline.parse(steps, ObjectPath.parse("config/pipelines/t.yaml"));
        return new Planner(new Definitions(List.of(pipeline), Map.of(), contracts, new Models(models, Map.of())), DATASETS, table -> false);
    }

    private static Contract contract(String name, String reference) {
        String custom = reference.isEmpty() ? "" : ", customProperties: [{property: references, value: " + reference + "}]";
        return Contract.parse("""
                kind: DataContract
                id: t.%1$s
                name: %1$s
                domain: t
                schema: [{physicalName: t_curated.%1$s, properties: [{name: id, physicalType: integer%2$s}]}]
                """.formatted(name, custom), ObjectPath.parse("config/contracts/t." + name + ".yaml"));
    }

    private static Model model(String name, String input) {
        return Model.parse("-- name: " + name + "\n-- tier: analytics\n-- database: t_analytics\n-- inputs: [" + input + "]\nselect * from " + input,
                ObjectPath.parse("config/models/analytics/t." + name + ".sql"));
    }
}
