package io.wonderlake.house;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The dependency rules of the README's package table. Each rule is also run over a seeded violation, so that none can pass by looking at nothing.
class ArchitectureTest {
    private static final String APP = "io.wonderlake";
    private static final String SEEDED = "io.wonderlake.house.seeded";

    /// Top to bottom, as in the README: a package may use what stands above it.
    static final List<String> FLOORS = List.of("work", "lake", "catalog", "engine", "result", "format", "contract", "ingest", "pipeline",
            "sample", "settings", "workspace", "cli", "ui");

    private static final JavaClasses CLASSES = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages(APP);

    @TestFactory
    List<DynamicTest> theProgramKeepsItsRules() {
        List<DynamicTest> tests = new ArrayList<>();
        rules(APP).forEach((name, rule) -> tests.add(DynamicTest.dynamicTest(name, () -> rule.check(CLASSES))));
        return tests;
    }

    @TestFactory
    List<DynamicTest> aSeededViolationIsCaughtByItsRule() {
        JavaClasses seeded = new ClassFileImporter().importPackages(SEEDED, "javafx", "org.duckdb", "java.sql", "software.amazon.awssdk.regions", "com.github.javakeyring");
        List<DynamicTest> tests = new ArrayList<>();
        rules(SEEDED).forEach((name, rule) -> tests.add(DynamicTest.dynamicTest(name,
                () -> assertThat(rule.evaluate(seeded).hasViolation()).as("the seeded violation of: " + name).isTrue())));
        return tests;
    }

    @Test
    void looksAtTheWholeProgram() {
        assertThat(CLASSES.size()).isGreaterThan(100);
        List<String> packages = CLASSES.stream().map(each -> each.getPackageName()).filter(name -> name.startsWith(APP + ".")).map(name -> name.substring(APP.length() + 1))
                .map(name -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name).distinct().toList();
        assertThat(FLOORS).containsAll(packages);
    }

    private static Map<String, ArchRule> rules(String root) {
        Map<String, ArchRule> rules = new java.util.LinkedHashMap<>();
        rules.put("onlyTheUiKnowsJavaFx", noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackages(root, root + ".ui..")
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", root + ".ui.."));
        rules.put("vendorLibrariesStayInTheirAdapters", noClasses().that().resideInAPackage(root + "..")
                .and().resideOutsideOfPackages(root + ".engine.duckdb..", root + ".result..", root + ".lake.index..", root + ".catalog.index..", root + ".catalog.local..", root + ".catalog.glue..",
                        root + ".engine.redshift..", root + ".pipeline.local..")
                .should().dependOnClassesThat().resideInAnyPackage("org.duckdb..", "java.sql..", "org.jdbi..", "org.sqlite.."));
        rules.put("onlyTheAdaptersOfAwsKnowItsSdk", noClasses().that().resideInAPackage(root + "..")
                .and().resideOutsideOfPackages(root + ".lake.aws..", root + ".lake.s3..", root + ".catalog.glue..", root + ".engine.athena..", root + ".engine.redshift..", root + ".pipeline.aws..")
                .should().dependOnClassesThat().resideInAnyPackage("software.amazon.awssdk..", "com.amazon.."));
        rules.put("onlySettingsKnowTheKeychain", noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root + ".settings..")
                .should().dependOnClassesThat().resideInAPackage("com.github.javakeyring.."));
        rules.put("viewModelsKnowNoControls", noClasses().that().resideInAPackage(root + "..").and().haveSimpleNameEndingWith("ViewModel")
                .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..", "javafx.application.."));
        rules.put("featuresDoNotKnowEachOther", slices().matching(root + ".ui.(*)..").should().notDependOnEachOther()
                .ignoreDependency(alwaysTrue(), resideInAPackage(root + ".ui.kit.."))
                .ignoreDependency(resideInAPackage(root + ".ui.shell.."), alwaysTrue()));
        rules.put("packagesAreFreeOfCycles", slices().matching(root + ".(*)..").should().beFreeOfCycles());
        rules.put("nothingDependsOnTheRoot", noClasses().that().resideInAPackage(root + "..").and().resideOutsideOfPackage(root)
                .should().dependOnClassesThat().resideInAPackage(root));
        rules.put("aFloorUsesOnlyTheFloorsAboveIt", floors(root));
        return rules;
    }

    private static ArchRule floors(String root) {
        com.tngtech.archunit.library.Architectures.LayeredArchitecture layers = com.tngtech.archunit.library.Architectures.layeredArchitecture()
                .consideringOnlyDependenciesInLayers().withOptionalLayers(true);
        for (String floor : FLOORS) {
            layers = layers.layer(floor).definedBy(root + "." + floor + "..");
        }
        for (int i = 0; i < FLOORS.size(); i++) {
            List<String> below = FLOORS.subList(i + 1, FLOORS.size());
            layers = below.isEmpty() ? layers.whereLayer(FLOORS.get(i)).mayNotBeAccessedByAnyLayer()
                    : layers.whereLayer(FLOORS.get(i)).mayOnlyBeAccessedByLayers(below.toArray(String[]::new));
        }
        return layers;
    }
}
