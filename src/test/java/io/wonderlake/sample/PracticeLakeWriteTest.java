package io.wonderlake.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.ingest.UploadManifest;
import io.wonderlake.lake.Content;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PracticeLakeWriteTest {
    @TempDir
    private static Path folder;
    private static Path root;
    private static FolderStore store;
    private static PracticeLake lake;
    private static final List<Progress> REPORTED = new ArrayList<>();

    @BeforeAll
    static void writeOnce() {
        root = folder.resolve("lake");
        store = new FolderStore(LakeFolder.create(root, new LakeSettings("Practice", Map.of())));
        lake = new PracticeLake(store, root);
        Job job = new Job("write");
        job.onProgress(REPORTED::add);
        lake.write(SampleOptions.usual(), job);
    }

    private static Map<String, String> checksums(ObjectStore store, Tier tier) {
        Map<String, String> checksums = new TreeMap<>();
        for (ObjectEntry entry : objects(store, Prefix.of(tier))) {
            checksums.put(entry.path().toString(), store.sha256(entry.path(), new Job("sum")));
        }
        return checksums;
    }

    private static List<ObjectEntry> objects(ObjectStore store, Prefix prefix) {
        List<ObjectEntry> objects = new ArrayList<>();
        Optional<String> after = Optional.empty();
        do {
            Listing page = store.list(prefix, false, after, 1_000);
            objects.addAll(page.objects());
            after = page.next();
        } while (after.isPresent());
        return objects;
    }

    private static String text(ObjectPath path) throws IOException {
        try (InputStream in = store.read(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void writesTheSameLakeTwice() {
        Path second = folder.resolve("second");
        FolderStore other = new FolderStore(LakeFolder.create(second, new LakeSettings("Practice", Map.of())));
        new PracticeLake(other, second).write(SampleOptions.usual(), new Job("write"));
        assertThat(checksums(other, Tier.RAW)).hasSizeGreaterThan(200).isEqualTo(checksums(store, Tier.RAW));
        assertThat(checksums(other, Tier.CONFIG)).hasSizeGreaterThan(40).isEqualTo(checksums(store, Tier.CONFIG));
    }

    @Test
    void leavesWhatIsThereAlone() {
        List<ObjectEntry> before = objects(store, Prefix.of(Tier.RAW));
        lake.write(SampleOptions.usual(), new Job("again"));
        assertThat(objects(store, Prefix.of(Tier.RAW))).isEqualTo(before);
        assertThat(store.versions(ObjectPath.parse("raw/tickit/venue/venue_pipe.txt"))).hasSize(1);
    }

    @Test
    void leavesAManifestForEachFile() throws IOException {
        List<ObjectEntry> objects = objects(store, Prefix.of(Tier.RAW));
        Map<String, UploadManifest.FileEntry> told = new TreeMap<>();
        for (ObjectEntry entry : objects) {
            if (!UploadManifest.isData(entry.path())) {
                UploadManifest.read(text(entry.path()), entry.path().toString()).files().forEach(file -> told.put(file.object(), file));
            }
        }
        assertThat(told.keySet()).isEqualTo(objects.stream().map(ObjectEntry::path).filter(UploadManifest::isData).map(ObjectPath::toString)
                .collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new)));
        assertThat(told.get("raw/tickit/sales/sales_tab.txt").rows()).isEqualTo(172_456);
        assertThat(told.values()).allSatisfy(file -> {
            assertThat(store.sha256(ObjectPath.parse(file.object()), new Job("sum"))).isEqualTo(file.sha256());
            assertThat(store.find(ObjectPath.parse(file.object())).orElseThrow().size()).isEqualTo(file.size());
        });
    }

    @Test
    void tellsHowManyRowsAreDone() {
        assertThat(REPORTED).hasSizeGreaterThan(300).allMatch(progress -> progress.unit() == Progress.Unit.ROWS && progress.done() <= progress.total());
        assertThat(REPORTED.getLast()).matches(progress -> progress.done() == progress.total());
        assertThat(REPORTED.stream().map(Progress::done)).isSorted();
    }

    @Test
    void stopsWhenItIsCancelled() {
        Path third = folder.resolve("third");
        FolderStore other = new FolderStore(LakeFolder.create(third, new LakeSettings("Practice", Map.of())));
        Job job = new Job("write");
        job.onProgress(progress -> {
            if (progress.done() > 60_000) {
                job.cancel();
            }
        });
        assertThatThrownBy(() -> new PracticeLake(other, third).write(SampleOptions.usual(), job)).isInstanceOf(CancellationException.class);
        assertThat(other.find(ObjectPath.parse("raw/tickit/listing/listings_pipe.txt"))).isEmpty();
        new PracticeLake(other, third).write(SampleOptions.usual(), new Job("again"));
        assertThat(checksums(other, Tier.RAW)).isEqualTo(checksums(store, Tier.RAW));
    }

    @Test
    void keepsADefinitionThatSomebodyChanged() throws IOException {
        ObjectPath query = ObjectPath.parse("config/queries/top-sellers.sql");
        String shipped = text(query);
        store.put(query, Content.of("-- mine\nselect 1 as one"), new Job("edit"));
        lake.write(SampleOptions.usual(), new Job("again"));
        assertThat(text(query)).startsWith("-- mine");
        store.put(query, Content.of(shipped), new Job("edit"));
    }

    @Test
    void writesPracticeFilesBesideTheTiers() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("practice-files"))) {
            assertThat(files).hasSize(8).allMatch(file -> !file.getFileName().toString().startsWith("."));
        }
    }

    @Test
    void goesOnWhereAnInterruptedMakingStopped() {
        Path fourth = folder.resolve("fourth");
        FolderStore other = new FolderStore(LakeFolder.create(fourth, new LakeSettings("Practice", Map.of())));
        PracticeLake begun = new PracticeLake(other, fourth);
        List<SampleStep> all = begun.steps(SampleOptions.usual());
        assertThat(runs(all)).containsExactly("tickit WARNED", "workforce DONE", "retail WARNED", "retail FAILED", "retail WARNED");
        assertThat(runs(begun.steps(new SampleOptions(1, true)))).containsExactly("tickit DONE", "workforce DONE", "retail DONE");
        ((SampleStep.Files) all.get(4)).put().accept(new Job("broken"));
        assertThat(runs(begun.steps(SampleOptions.usual()))).containsExactly("tickit WARNED", "workforce DONE", "retail FAILED", "retail WARNED");
        ((SampleStep.Files) all.get(6)).put().accept(new Job("corrected"));
        assertThat(runs(begun.steps(SampleOptions.usual()))).containsExactly("tickit WARNED", "workforce DONE", "retail WARNED");
        assertThat(other.versions(ObjectPath.parse("raw/retail/sales_report/week=2026-W46/sales_report_0031_2026-W46.xlsx"))).hasSize(2);
    }

    private static List<String> runs(List<SampleStep> steps) {
        return steps.stream().filter(SampleStep.Pipeline.class::isInstance).map(SampleStep.Pipeline.class::cast)
                .map(step -> step.pipeline() + " " + step.expected()).toList();
    }

    @Test
    void refusesAScaleThatIsNone() {
        assertThatThrownBy(() -> new SampleOptions(0, false)).isInstanceOfSatisfying(FailureException.class,
                error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.BAD_INPUT));
    }
}
