package io.wonderlake.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.lake.ObjectPath;
import io.wonderlake.ui.explore.ObjectPageViewModel.State;
import io.wonderlake.ui.explore.ObjectPageViewModel.View;
import io.wonderlake.work.DirectJobs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectPageViewModelTest {
    @TempDir
    private Path root;
    private final DirectJobs jobs = new DirectJobs();
    private RealLake lake;

    @BeforeEach
    void openLake() {
        lake = SmallLake.make(root);
    }

    @AfterEach
    void closeLake() {
        lake.close();
    }

    private ObjectPageViewModel look(String path) {
        ObjectPageViewModel page = new ObjectPageViewModel(ObjectPath.parse(path), LakeParts.of(lake, jobs, Runnable::run));
        page.start();
        jobs.runAll();
        return page;
    }

    private ObjectPageViewModel put(String path, byte[] bytes) {
        SmallLake.write(root.resolve(path), bytes);
        return look(path);
    }

    private static ObjectLook look(ObjectPageViewModel page) {
        return ((State.Ready) page.stateProperty().get()).look();
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void showsARawFileAsATable() {
        ObjectPageViewModel page = look("raw/tickit/venue/venue_pipe.txt");
        assertThat(page.viewProperty().get()).isEqualTo(View.TABLE);
        PreviewViewModel.Rows rows = ((PreviewViewModel.State.Shown) page.preview().state()).rows();
        assertThat(rows.rows().rows()).isEqualTo(30);
        assertThat(page.truth(look(page))).first().isEqualTo("30 rows, all");
    }

    @Test
    void showsOnlyTheFirstRowsOfALargeFile() {
        ObjectPageViewModel page = put("raw/tickit/x/a.csv", ("id,name\n" + "1,Ann\n".repeat(5_000)).getBytes(StandardCharsets.UTF_8));
        assertThat(page.truth(look(page))).first().isEqualTo("Preview: 200 of 5,000 rows");
    }

    @Test
    void showsADefinitionAsText() {
        ObjectPageViewModel page = look("config/contracts/tickit.venue.yaml");
        assertThat(page.viewProperty().get()).isEqualTo(View.TEXT);
        assertThat(HeadText.text(look(page).head())).startsWith("apiVersion: v3.0.2");
    }

    @Test
    void showsOtherFilesAsBytes() {
        ObjectPageViewModel page = put("raw/tickit/x/picture.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2});
        assertThat(page.viewProperty().get()).isEqualTo(View.BYTES);
        assertThat(HeadText.hex(look(page).head())).startsWith("00000000  89 50 4e 47 00 01 02");
    }

    @Test
    void saysWhyADamagedFileIsNoTableAndShowsWhatCanBeRead() throws IOException {
        byte[] whole = packed("id,name\n" + "1,Ann\n2,Bob\n".repeat(3_000));
        ObjectPageViewModel page = put("raw/tickit/x/cut.csv.gz", Arrays.copyOf(whole, whole.length / 2));
        assertThat(look(page).damage()).isPresent();
        assertThat(look(page).damage().orElseThrow().message()).isNotBlank();
        assertThat(HeadText.text(look(page).head())).startsWith("id,name");
    }

    @Test
    void readsTheTextOfAPackedFile() throws IOException {
        ObjectPageViewModel page = put("raw/tickit/x/good.csv.gz", packed("id,name\n1,Ann\n"));
        assertThat(look(page).facts().orElseThrow().rows()).isEqualTo(1);
        assertThat(HeadText.text(look(page).head())).isEqualTo("id,name\n1,Ann\n");
    }

    @Test
    void takesADamagedParquetFileAndAnEmptyOne() {
        assertThat(look(put("raw/tickit/x/bad.parquet", "PAR1 this is no parquet PAR1".getBytes(StandardCharsets.UTF_8))).damage()).isPresent();
        ObjectPageViewModel empty = put("raw/tickit/x/empty.csv", new byte[0]);
        assertThat(look(empty).head()).isEmpty();
        assertThat(HeadText.text(look(empty).head())).isEmpty();
    }

    @Test
    void saysThatAnObjectIsNotThere() {
        ObjectPageViewModel page = look("raw/tickit/x/missing.csv");
        assertThat(page.stateProperty().get()).isInstanceOf(State.Broken.class);
    }

    @Test
    void aCancelledLookCanBeTakenAgain() {
        ObjectPageViewModel page = new ObjectPageViewModel(ObjectPath.parse("raw/tickit/venue/venue_pipe.txt"), LakeParts.of(lake, jobs, Runnable::run));
        page.start();
        page.cancel();
        jobs.runAll();
        assertThat(page.stateProperty().get()).isInstanceOf(State.Cancelled.class);
        page.read();
        jobs.runAll();
        assertThat(page.stateProperty().get()).isInstanceOf(State.Ready.class);
    }
}
