package io.wonderlake.lake.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeFolderTest {
    private static final LakeSettings PRACTICE = new LakeSettings("Practice lake", Map.of(Tier.RAW, "Bronze"));

    @TempDir
    Path folder;

    @Test
    void makesTheLayout() {
        LakeFolder lake = LakeFolder.create(folder.resolve("new/lake"), PRACTICE);

        assertThat(lake.settings()).isEqualTo(PRACTICE);
        for (Tier tier : Tier.values()) {
            assertThat(lake.tierFolder(tier)).isDirectory().hasFileName(tier.folder());
        }
        assertThat(lake.root().resolve("config/contracts")).isDirectory();
        assertThat(lake.resultsFolder()).isDirectory();
        assertThat(lake.spillFolder()).isDirectory();
        assertThat(lake.indexFile()).isEqualTo(lake.root().resolve(".wonderlake/index.db")).doesNotExist();
        assertThat(lake.root().resolve("lake.yaml")).content().contains("name: Practice lake").contains("raw: Bronze");
    }

    @Test
    void opensWhatWasMade() {
        LakeFolder made = LakeFolder.create(folder, PRACTICE);

        assertThat(LakeFolder.open(folder).settings()).isEqualTo(PRACTICE);
        assertThat(LakeFolder.open(folder).root()).isEqualTo(made.root());
    }

    @Test
    void keepsALakeThatStandsThereAlready() throws IOException {
        LakeFolder made = LakeFolder.create(folder, PRACTICE);
        Files.writeString(made.tierFolder(Tier.RAW).resolve("x"), "x");

        LakeFolder again = LakeFolder.create(folder, new LakeSettings("Another", Map.of()));

        assertThat(again.settings()).isEqualTo(PRACTICE);
        assertThat(again.tierFolder(Tier.RAW).resolve("x")).hasContent("x");
    }

    @Test
    void saysHowToMakeALakeWhereThereIsNone() {
        Path none = folder.resolve("none");

        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> LakeFolder.open(none))
                .withMessage("There is no lake in " + none + ".")
                .satisfies(error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.NOT_FOUND))
                .satisfies(error -> assertThat(error.failure().advice()).contains("wonderlake sample --lake " + none));
        assertThat(none).doesNotExist();
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> LakeFolder.open(folder));
    }

    @Test
    void makesMissingFoldersAgain() throws IOException {
        LakeFolder lake = LakeFolder.create(folder, PRACTICE);
        Files.delete(lake.tierFolder(Tier.ARCHIVE));
        Files.delete(lake.spillFolder());

        LakeFolder.open(folder);

        assertThat(lake.tierFolder(Tier.ARCHIVE)).isDirectory();
        assertThat(lake.spillFolder()).isDirectory();
    }

    @Test
    void savesSettings() {
        LakeFolder lake = LakeFolder.create(folder, PRACTICE);
        LakeSettings changed = new LakeSettings("Sales lake", Map.of(Tier.CURATED, "Silver", Tier.ANALYTICS, "Gold: the best"));

        assertThat(lake.save(changed).settings()).isEqualTo(changed);
        assertThat(LakeFolder.open(folder).settings()).isEqualTo(changed);
    }

    @Test
    void namesTheLineThatIsWrong() throws IOException {
        LakeFolder.create(folder, PRACTICE);
        Files.writeString(folder.resolve("lake.yaml"), "name: x\ntiers: {raw: Bronze\nmore: x\n");

        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> LakeFolder.open(folder)).withMessageContaining("lake.yaml").withMessageContaining("line ")
                .satisfies(error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.BAD_INPUT));
    }

    @Test
    void namesATierThatDoesNotExist() throws IOException {
        LakeFolder.create(folder, PRACTICE);
        Files.writeString(folder.resolve("lake.yaml"), "name: x\ntiers: {bronze: Bronze}\n");

        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> LakeFolder.open(folder)).withMessageContaining("no tier bronze");
    }

    @Test
    void takesTheFoldersNameForALakeWithoutOne() throws IOException {
        Path lake = folder.resolve("sales-lake");
        LakeFolder.create(lake, PRACTICE);
        for (String text : new String[] {"name:\n", "tiers: {}\n", "{}", "name: \"\"\ntiers: {raw: }\n"}) {
            Files.writeString(lake.resolve("lake.yaml"), text);
            assertThat(LakeFolder.open(lake).settings()).as(text).isEqualTo(new LakeSettings("sales-lake", Map.of()));
        }
    }

    @Test
    void refusesAnEmptySettingsFile() throws IOException {
        LakeFolder.create(folder, PRACTICE);
        Files.writeString(folder.resolve("lake.yaml"), "");

        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> LakeFolder.open(folder)).withMessageContaining("lake.yaml");
    }

    @Test
    void refusesToMakeALakeInAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");

        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> LakeFolder.create(file, PRACTICE)).withMessageContaining("file");
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> LakeFolder.create(file.resolve("below"), PRACTICE));
    }
}
