package io.wonderlake.sample;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.contract.Contract;
import io.wonderlake.pipeline.Model;
import io.wonderlake.pipeline.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SampleDefinitionsTest {
    private static final Path RESOURCES = Path.of("src/main/resources/io/wonderlake/sample");
    private static final Path QUERIES = Path.of("sample-queries");

    private static List<String> keys(String folder) {
        return SampleDefinitions.keys().stream().filter(key -> key.startsWith(folder)).toList();
    }

    @Test
    void listsEachDefinitionThatThereIs() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES); Stream<Path> queries = Files.list(QUERIES)) {
            List<String> definitions = files.filter(Files::isRegularFile).map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                    .filter(key -> key.contains("/") && !key.startsWith("words/")).toList();
            assertThat(SampleDefinitions.keys()).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(
                    Stream.concat(definitions.stream(), queries.map(query -> "queries/" + query.getFileName())).toList());
        }
    }

    @Test
    void hasContractsThatDescribeEachTableAndColumn() {
        assertThat(keys("contracts/")).hasSize(10).allSatisfy(key -> {
            Contract contract = Contract.parse(SampleDefinitions.read(key), SampleDefinitions.place(key));
            assertThat(key).isEqualTo("contracts/" + contract.id() + ".yaml");
            assertThat(contract.owner()).endsWith("@madhatter.example");
            assertThat(contract.description()).isNotBlank();
            assertThat(contract.version()).isEqualTo(SampleUpload.CONTRACT_VERSION);
            assertThat(contract.columns()).allMatch(column -> column.description().endsWith("."));
            assertThat(contract.keyColumns()).isNotEmpty();
            assertThat(contract.rules()).allMatch(rule -> rule.description().endsWith("."));
        });
    }

    @Test
    void hasModelsAndPipelinesThatCanBeRead() {
        assertThat(keys("models/")).hasSize(17).allSatisfy(key -> {
            Model model = Model.parse(SampleDefinitions.read(key), SampleDefinitions.place(key));
            assertThat(key).isEqualTo("models/" + model.tier().folder() + "/" + model.table().database().replaceFirst("_.*", "") + "."
                    + model.table().table() + ".sql");
            assertThat(model.owner()).endsWith("@madhatter.example");
            assertThat(model.description()).endsWith(".");
            assertThat(model.key()).isNotEmpty();
        });
        assertThat(keys("pipelines/").stream().map(key -> Pipeline.parse(SampleDefinitions.read(key), SampleDefinitions.place(key)).name()))
                .containsExactly("retail", "tickit", "workforce");
    }

    @Test
    void asksOneQuestionInEachSampleQuery() {
        assertThat(keys("queries/")).hasSizeGreaterThanOrEqualTo(14).allSatisfy(key ->
                assertThat(SampleDefinitions.read(key)).containsPattern("\\A-- title: \\S+( \\S+){1,3}\n-- question: .+\\?\n-- domain: (tickit|workforce|retail)\n(select|with)\\b")
                        .doesNotContain("::", ";", "round("));
    }
}
