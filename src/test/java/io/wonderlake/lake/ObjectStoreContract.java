package io.wonderlake.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What every object store does.
public abstract class ObjectStoreContract {

    /// The same empty store for the whole of a test.
    protected abstract ObjectStore store();

    /// Whether the store also sorts characters beyond the first 65,536 by their bytes. Ours do; a server that tests run on may not.
    protected boolean sortsRareCharacters() {
        return true;
    }

    /// Whether a folder still shows when all in it was deleted and is kept as versions. It does not; a server that tests run on may err.
    protected boolean showsFoldersOfOldVersions() {
        return false;
    }

    /// Whether exactly one of several that want a free place at once gets it. So it is; a server that tests run on may let two.
    protected boolean decidesRaces() {
        return true;
    }

    protected static ObjectPath raw(String key) {
        return new ObjectPath(Tier.RAW, key);
    }

    protected static ObjectPath curated(String key) {
        return new ObjectPath(Tier.CURATED, key);
    }

    protected ObjectEntry put(ObjectPath path, String text) {
        return store().put(path, Content.of(text), new Job("put"));
    }

    protected String text(InputStream in) {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new AssertionError(error);
        }
    }

    protected String text(ObjectPath path) {
        return text(store().read(path));
    }

    private static void fails(Failure.Kind kind, Runnable work) {
        assertThatExceptionOfType(FailureException.class).isThrownBy(work::run)
                .satisfies(error -> assertThat(error.failure().kind()).isEqualTo(kind))
                .satisfies(error -> assertThat(error.failure().advice()).isNotBlank());
    }

    private List<String> all(Prefix prefix, boolean delimited, int max) {
        List<String> keys = new ArrayList<>();
        Optional<String> next = Optional.empty();
        do {
            Listing page = store().list(prefix, delimited, next, max);
            List<String> here = new ArrayList<>();
            page.objects().forEach(entry -> here.add(entry.path().key()));
            page.folders().forEach(folder -> here.add(folder.key()));
            assertThat(here.size()).isBetween(page.next().isPresent() ? max : 0, max);
            here.sort(KeyOrder.BYTES);
            keys.addAll(here);
            next = page.next();
        } while (next.isPresent());
        return keys;
    }

    @Test
    void listsNothingWhereNothingIs() {
        put(raw("a/b.txt"), "x");

        for (String prefix : List.of("curated", "raw/none", "raw/a/b.txt/", "raw/a/b")) {
            for (boolean delimited : List.of(true, false)) {
                assertThat(store().list(Prefix.parse(prefix), delimited, Optional.empty(), 10)).as(prefix)
                        .isEqualTo(new Listing(List.of(), List.of(), Optional.empty()));
            }
        }
    }

    @Test
    void listsInTheOrderOfBytesWhateverThePageSize() {
        List<String> keys = new ArrayList<>(List.of("a", "a-b/x", "a.txt", "a/ is no folder here".replace("a/", "b/"), "b-c", "b.c", "b0", "b/z/1", "b/z/2",
                "c/d/e/f.txt", "ä/ü", sortsRareCharacters() ? "😀/x" : "€/x", "\uffee/y", "_upload-1.json", ".dot", "z=1/p", "z=10/p", "z=2/p"));
        keys.forEach(key -> put(raw(key), key));
        keys.sort(KeyOrder.BYTES);

        for (int max : List.of(1, 2, 3, 5, 17, 18, 19, 1000)) {
            assertThat(all(Prefix.of(Tier.RAW), false, max)).as("pages of " + max).isEqualTo(keys);
        }
        assertThat(all(Prefix.parse("raw/b"), false, 2)).containsExactly("b/ is no folder here", "b/z/1", "b/z/2");
    }

    @Test
    void foldsFoldersIntoOneEntryEach() {
        for (String key : List.of("a/1", "a/2/3", "a.txt", "b/c/d/e", "b0", "c")) {
            put(raw(key), key);
        }

        for (int max : List.of(1, 2, 3, 5, 6)) {
            assertThat(all(Prefix.of(Tier.RAW), true, max)).as("pages of " + max).containsExactly("a.txt", "a/", "b/", "b0", "c");
        }
        assertThat(all(Prefix.parse("raw/a"), true, 10)).containsExactly("a/1", "a/2/");
        assertThat(all(Prefix.parse("raw/b"), true, 10)).containsExactly("b/c/");
    }

    @Test
    void agreesWithASortedListForRandomKeys() {
        Random random = new Random(7);
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            String key = "d%d/%s%d/f%d".formatted(random.nextInt(5), "e".repeat(random.nextInt(3) + 1), random.nextInt(3), random.nextInt(20));
            if (!keys.contains(key)) {
                keys.add(key);
                put(curated(key), "");
            }
        }
        keys.sort(KeyOrder.BYTES);

        assertThat(all(Prefix.of(Tier.CURATED), false, 7)).isEqualTo(keys);
        assertThat(all(Prefix.parse("curated/d3"), false, 1)).isEqualTo(keys.stream().filter(key -> key.startsWith("d3/")).toList());
    }

    @Test
    void keepsAPageTokenValidWhileObjectsComeAndGo() {
        for (String key : List.of("a", "b", "c", "d")) {
            put(curated(key), key);
        }
        Listing first = store().list(Prefix.of(Tier.CURATED), false, Optional.empty(), 2);
        store().delete(curated("b"));
        store().delete(curated("c"));
        put(curated("b2"), "new");

        Listing second = store().list(Prefix.of(Tier.CURATED), false, first.next(), 2);

        assertThat(second.objects()).extracting(entry -> entry.path().key()).containsExactly("b2", "d");
        assertThat(second.next()).isEmpty();
    }

    @Test
    void refusesAPageWithoutRoom() {
        assertThatIllegalArgumentException().isThrownBy(() -> store().list(Prefix.of(Tier.RAW), false, Optional.empty(), 0));
    }

    @Test
    void forgetsAFolderWithItsLastObject() {
        put(curated("a/b/c"), "x");
        store().delete(curated("a/b/c"));

        assertThat(all(Prefix.of(Tier.CURATED), true, 10)).isEmpty();
        assertThat(put(curated("a"), "now a file").size()).isEqualTo(10);
    }

    @Test
    void tellsSizeAndTimeOfAnObject() {
        ObjectEntry entry = put(raw("a/b.txt"), "grün");

        assertThat(entry.path()).isEqualTo(raw("a/b.txt"));
        assertThat(entry.size()).isEqualTo(5);
        assertThat(Duration.between(entry.modified(), Instant.now()).abs()).isLessThan(Duration.ofMinutes(1));
        ObjectEntry found = store().find(raw("a/b.txt")).orElseThrow();
        assertThat(found).usingRecursiveComparison().ignoringFields("modified").isEqualTo(entry);
        assertThat(Duration.between(entry.modified(), found.modified()).abs()).isLessThan(Duration.ofSeconds(2));
        assertThat(store().list(Prefix.of(Tier.RAW), false, Optional.empty(), 10).objects()).containsExactly(found);
    }

    @Test
    void doesNotFindWhatIsNotThere() {
        put(raw("a/b.txt"), "x");

        for (String key : List.of("a", "a/b", "a/b.txt/c", "none/none")) {
            assertThat(store().find(raw(key))).as(key).isEmpty();
            fails(Failure.Kind.NOT_FOUND, () -> store().read(raw(key)));
            fails(Failure.Kind.NOT_FOUND, () -> store().read(raw(key), 0, 1));
            fails(Failure.Kind.NOT_FOUND, () -> store().sha256(raw(key), new Job("sum")));
            assertThat(store().versions(raw(key))).as(key).isEmpty();
            store().delete(raw(key));
        }
        assertThat(text(raw("a/b.txt"))).isEqualTo("x");
    }

    @Test
    void readsRanges() {
        put(curated("digits"), "0123456789");

        assertThat(text(store().read(curated("digits"), 3, 4))).isEqualTo("3456");
        assertThat(text(store().read(curated("digits"), 8, 100))).isEqualTo("89");
        assertThat(text(store().read(curated("digits"), 0, 0))).isEmpty();
        assertThat(text(store().read(curated("digits"), 10, 5))).isEmpty();
        assertThat(text(store().read(curated("digits"), 1L << 40, 5))).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> store().read(curated("digits"), -1, 5));
        assertThatIllegalArgumentException().isThrownBy(() -> store().read(curated("digits"), 0, -5));
    }

    @Test
    void skipsNoFurtherThanTheRange() throws IOException {
        put(curated("digits"), "0123456789");

        try (InputStream in = store().read(curated("digits"), 2, 5)) {
            assertThat(in.skip(3)).isEqualTo(3);
            assertThat(in.read()).isEqualTo('5');
            assertThat(in.skip(100)).isEqualTo(1);
            assertThat(in.read()).isEqualTo(-1);
        }
    }

    @Test
    void keepsEmptyObjects() {
        put(raw("empty"), "");

        assertThat(text(raw("empty"))).isEmpty();
        assertThat(store().sha256(raw("empty"), new Job("sum"))).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void sumsAnObject() {
        put(raw("abc"), "abc");

        assertThat(store().sha256(raw("abc"), new Job("sum"))).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void reportsTheBytesWritten() {
        Job job = new Job("put");
        store().put(curated("big"), Content.of(new byte[3_000_000]), job);

        assertThat(job.progress().done()).isEqualTo(3_000_000);
        assertThat(job.progress().unit()).isEqualTo(Progress.Unit.BYTES);
        assertThat(store().find(curated("big")).orElseThrow().size()).isEqualTo(3_000_000);
    }

    @ParameterizedTest
    @EnumSource(Tier.class)
    void replacesAnObjectInEveryTier(Tier tier) {
        put(new ObjectPath(tier, "a/x"), "first");
        put(new ObjectPath(tier, "a/x"), "second");

        assertThat(text(new ObjectPath(tier, "a/x"))).isEqualTo("second");
        assertThat(all(Prefix.of(tier), false, 10)).containsExactly("a/x");
    }

    @Test
    void showsAReaderTheOldObjectOrTheNewOne() throws Exception {
        String small = "s".repeat(10);
        String large = "l".repeat(700_000);
        put(curated("x"), small);
        AtomicBoolean done = new AtomicBoolean();
        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<?> writer = threads.submit(() -> {
                for (int i = 0; i < 30; i++) {
                    put(curated("x"), i % 2 == 0 ? large : small);
                }
                done.set(true);
            });
            while (!done.get() && !writer.isDone()) {
                assertThat(text(curated("x"))).matches(text -> text.equals(small) || text.equals(large), "one of the two");
                assertThat(all(Prefix.of(Tier.CURATED), false, 10)).containsExactly("x");
            }
            writer.get();
        }
    }

    @Test
    void leavesNothingOfACancelledWrite() {
        put(raw("a/x"), "old");
        Job job = new Job("put");
        job.onProgress(_ -> job.cancel());
        Content content = Content.of(new byte[2_000_000]);

        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> store().put(raw("a/x"), content, job));
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> store().put(raw("new/y"), content, job));
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> store().putIfAbsent(raw("new/z"), content, job));
        assertThat(Jobs.attempt(job, () -> store().put(raw("new/y"), content, job))).isInstanceOf(Outcome.Cancelled.class);
        assertThat(text(raw("a/x"))).isEqualTo("old");
        assertThat(store().versions(raw("a/x"))).hasSize(1);
        assertThat(all(Prefix.of(Tier.RAW), true, 10)).containsExactly("a/");
    }

    @Test
    void endsASumWhenItsJobIsCancelled() {
        put(raw("x"), "x");
        Job job = new Job("sum");
        job.cancel();

        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> store().sha256(raw("x"), job));
    }

    @Test
    void keepsTheOldObjectWhenTheContentBreaksOff() {
        put(raw("x"), "old");
        Content broken = () -> new java.io.SequenceInputStream(new ByteArrayInputStream(new byte[400_000]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the stick was pulled out");
            }
        });

        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> store().put(raw("x"), broken, new Job("put")))
                .withMessageContaining("raw/x").withMessageContaining("the stick was pulled out");
        assertThat(text(raw("x"))).isEqualTo("old");
        assertThat(all(Prefix.of(Tier.RAW), false, 10)).containsExactly("x");
    }

    @Test
    void namesAFileThatIsNotThereToBePut(@TempDir Path elsewhere) {
        Content missing = Content.of(elsewhere.resolve("gone.csv"));

        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> store().put(raw("x"), missing, new Job("put"))).withMessageContaining("gone.csv");
        assertThat(store().find(raw("x"))).isEmpty();
    }

    @Test
    void putsIntoAFreePlaceOnly() {
        store().putIfAbsent(raw("a/x"), Content.of("first"), new Job("put"));

        fails(Failure.Kind.CONFLICT, () -> store().putIfAbsent(raw("a/x"), Content.of("second"), new Job("put")));
        assertThat(text(raw("a/x"))).isEqualTo("first");
        assertThat(store().versions(raw("a/x"))).hasSize(1);
    }

    @Test
    void letsOneOfManyHaveAFreePlace() throws Exception {
        for (int round = 0; round < 10; round++) {
            ObjectPath path = curated("race/" + round);
            List<Callable<Boolean>> racers = new ArrayList<>();
            for (int racer = 0; racer < 8; racer++) {
                String text = "racer " + racer;
                racers.add(() -> Jobs.attempt(new Job("race"), () -> store().putIfAbsent(path, Content.of(text), new Job("put"))) instanceof Outcome.Done<?>);
            }
            try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
                int winners = 0;
                for (Future<Boolean> racer : threads.invokeAll(racers)) {
                    winners += racer.get() ? 1 : 0;
                }
                assertThat(winners).isBetween(1, decidesRaces() ? 1 : 8);
            }
            assertThat(text(path)).startsWith("racer ");
        }
    }

    @Test
    void keepsWhatARawObjectWas() {
        put(raw("a/x"), "one");
        put(raw("a/x"), "two!");
        put(raw("a/x"), "three");

        List<ObjectVersion> versions = store().versions(raw("a/x"));

        assertThat(versions).extracting(ObjectVersion::size).containsExactly(5L, 4L, 3L);
        assertThat(versions).extracting(ObjectVersion::current).containsExactly(true, false, false);
        assertThat(versions).extracting(version -> text(store().readVersion(version))).containsExactly("three", "two!", "one");
        assertThat(versions).extracting(ObjectVersion::id).doesNotHaveDuplicates();
        assertThat(all(Prefix.of(Tier.RAW), false, 10)).containsExactly("a/x");
    }

    @Test
    void givesAVersionTheSameNameForever() {
        put(raw("x"), "one");
        ObjectVersion one = store().versions(raw("x")).getFirst();
        put(raw("x"), "two");
        store().delete(raw("x"));
        put(raw("x"), "three");

        assertThat(text(store().readVersion(one))).isEqualTo("one");
        assertThat(store().versions(raw("x"))).extracting(version -> text(store().readVersion(version))).containsExactly("three", "two", "one");
    }

    @Test
    void keepsADeletedRawObjectAsAVersion() {
        put(raw("a/x"), "one");
        store().delete(raw("a/x"));

        assertThat(store().find(raw("a/x"))).isEmpty();
        assertThat(all(Prefix.of(Tier.RAW), false, 10)).isEmpty();
        assertThat(all(Prefix.of(Tier.RAW), true, 10)).hasSizeLessThanOrEqualTo(showsFoldersOfOldVersions() ? 1 : 0);
        ObjectVersion version = store().versions(raw("a/x")).getFirst();
        assertThat(version.current()).isFalse();

        store().restore(version, new Job("restore"));

        assertThat(text(raw("a/x"))).isEqualTo("one");
    }

    @Test
    void restoresAnOldVersionAndKeepsWhatItReplaces() {
        put(raw("x"), "one");
        put(raw("x"), "two");
        ObjectVersion one = store().versions(raw("x")).getLast();

        store().restore(one, new Job("restore"));

        assertThat(text(raw("x"))).isEqualTo("one");
        assertThat(store().versions(raw("x"))).extracting(version -> text(store().readVersion(version))).containsExactly("one", "two", "one");
    }

    @Test
    void changesNothingByRestoringTheCurrentVersion() {
        put(raw("x"), "one");
        put(raw("x"), "two");

        store().restore(store().versions(raw("x")).getFirst(), new Job("restore"));

        assertThat(store().versions(raw("x"))).hasSize(2);
        assertThat(text(raw("x"))).isEqualTo("two");
    }

    @Test
    void refusesAVersionThatIsNotKept() {
        put(raw("x"), "one");
        for (String id : List.of("99", "", "../../../index.db", "one", "-1")) {
            ObjectVersion unknown = new ObjectVersion(raw("x"), id, 3, Instant.now(), false);
            fails(Failure.Kind.NOT_FOUND, () -> store().readVersion(unknown));
            fails(Failure.Kind.NOT_FOUND, () -> store().restore(unknown, new Job("restore")));
        }
        assertThat(text(raw("x"))).isEqualTo("one");
    }

    @Test
    void keepsNoVersionsOutsideRaw() {
        put(curated("x"), "one");
        ObjectVersion one = store().versions(curated("x")).getFirst();
        put(curated("x"), "number two");

        assertThat(store().versions(curated("x"))).singleElement().satisfies(version -> {
            assertThat(version.current()).isTrue();
            assertThat(text(store().readVersion(version))).isEqualTo("number two");
        });
        fails(Failure.Kind.NOT_FOUND, () -> store().readVersion(one));
        store().delete(curated("x"));
        assertThat(store().versions(curated("x"))).isEmpty();
    }

    @Test
    void losesNoVersionWhenManyWriteTheSameRawObject() throws Exception {
        List<Callable<ObjectEntry>> writers = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String text = "text " + i;
            writers.add(() -> put(raw("x"), text));
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (Future<ObjectEntry> writer : threads.invokeAll(writers)) {
                writer.get();
            }
        }

        assertThat(store().versions(raw("x"))).hasSize(24).extracting(version -> text(store().readVersion(version))).doesNotHaveDuplicates();
    }

    @Test
    void writesAndDeletesInOneFolderAtOnce() throws Exception {
        List<Callable<Boolean>> workers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            ObjectPath path = curated("same/folder/" + i);
            workers.add(() -> {
                for (int round = 0; round < 100; round++) {
                    put(path, "x");
                    store().delete(path);
                }
                return true;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Boolean> worker : threads.invokeAll(workers)) {
                assertThat(worker.get()).isTrue();
            }
        }
        assertThat(all(Prefix.of(Tier.CURATED), true, 10)).isEmpty();
    }

    @Test
    void goesOnBehindAFolderWhateverComesAndGoesInIt() {
        for (String key : List.of("a/1", "a/2/3", "a0", "b/1", "c")) {
            put(curated(key), key);
        }
        Listing first = store().list(Prefix.of(Tier.CURATED), true, Optional.empty(), 1);
        assertThat(first.folders()).extracting(Prefix::key).containsExactly("a/");
        store().delete(curated("a/1"));
        store().delete(curated("a0"));
        put(curated("a/9/new"), "new");
        put(curated("a1"), "new");

        Listing rest = store().list(Prefix.of(Tier.CURATED), true, first.next(), 10);

        assertThat(rest.objects()).extracting(entry -> entry.path().key()).containsExactly("a1", "c");
        assertThat(rest.folders()).extracting(Prefix::key).containsExactly("b/");
        assertThat(rest.next()).isEmpty();
    }

    @Test
    void changesTheTagWithTheContent() {
        String first = put(raw("x"), "one").tag();
        String second = put(raw("x"), "two").tag();

        assertThat(first.isEmpty() && second.isEmpty() || !first.equals(second)).isTrue();
        assertThat(store().find(raw("x")).orElseThrow().tag()).isEqualTo(second);
    }

    @Test
    void knowsNoLabelsWhereNobodyPutAny() {
        put(raw("x"), "x");

        assertThat(store().labels(raw("x"))).isEmpty();
        assertThat(store().labels(raw("missing"))).isEmpty();
    }

    @Test
    void copiesAnObjectToAFile(@TempDir Path folder) {
        byte[] bytes = new byte[2_500_000];
        new Random(1).nextBytes(bytes);
        store().put(raw("big"), Content.of(bytes), new Job("put"));
        put(raw("empty"), "");
        Job job = new Job("get");

        store().download(raw("big"), folder.resolve("big"), job);
        store().download(raw("empty"), folder.resolve("empty"), new Job("get"));
        store().download(raw("big"), folder.resolve("empty2"), new Job("get"));
        store().download(raw("empty"), folder.resolve("empty2"), new Job("get"));

        assertThat(folder.resolve("big")).hasBinaryContent(bytes);
        assertThat(folder.resolve("empty")).isEmptyFile();
        assertThat(folder.resolve("empty2")).isEmptyFile();
        assertThat(job.progress().done()).isEqualTo(bytes.length);
        assertThat(job.progress().total()).isEqualTo(bytes.length);
        assertThat(folder).isDirectoryNotContaining(file -> file.getFileName().toString().startsWith("."));
    }

    @Test
    void leavesTheFileWhenAnObjectCannotBeCopied(@TempDir Path folder) throws IOException {
        put(raw("x"), "x");
        Path file = Files.writeString(folder.resolve("file"), "old");
        Job cancelled = new Job("get");
        cancelled.cancel();

        fails(Failure.Kind.NOT_FOUND, () -> store().download(raw("missing"), file, new Job("get")));
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> store().download(raw("x"), file, cancelled));
        fails(Failure.Kind.STORAGE, () -> store().download(raw("x"), folder.resolve("no/such/folder"), new Job("get")));

        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(each -> !each.equals(file));
    }

    @Test
    void takesTheBytesOfAFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("file.csv"), "a,b\n1,2\n");

        assertThat(store().put(raw("file.csv"), Content.of(file), new Job("put")).size()).isEqualTo(8);
        assertThat(text(raw("file.csv"))).isEqualTo("a,b\n1,2\n");
    }
}
