package io.wonderlake.lake.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wonderlake.lake.Content;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.ObjectStoreContract;
import io.wonderlake.lake.ObjectVersion;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderStoreTest extends ObjectStoreContract {
    @TempDir
    Path folder;
    private LakeFolder lake;
    private FolderStore store;

    @BeforeEach
    void create() {
        lake = LakeFolder.create(folder.resolve("lake"), new LakeSettings("practice", Map.of()));
        store = new FolderStore(lake);
    }

    @Override
    protected ObjectStore store() {
        return store;
    }

    private static void denies(Runnable work) {
        assertThatExceptionOfType(FailureException.class).isThrownBy(work::run).withMessageContaining("symbolic link")
                .satisfies(error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.DENIED));
    }

    @Test
    void refusesALinkThatLeavesTheLake() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(lake.tierFolder(Tier.RAW).resolve("link.txt"), secret);

        refusesAll(raw("link.txt"));
        assertThat(store.list(Prefix.of(Tier.RAW), false, Optional.empty(), 10).objects()).isEmpty();
        assertThat(secret).hasContent("secret");
    }

    @Test
    void refusesAFolderThatIsALinkOutOfTheLake() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret.txt"), "secret");
        Files.createSymbolicLink(lake.tierFolder(Tier.RAW).resolve("link"), outside);

        refusesAll(raw("link/secret.txt"));
        refusesAll(raw("link/new/deeper.txt"));
        denies(() -> store.list(Prefix.parse("raw/link"), true, Optional.empty(), 10));
        denies(() -> store.folder(Prefix.parse("raw/link/new")));
        assertThat(store.list(Prefix.of(Tier.RAW), true, Optional.empty(), 10).folders()).isEmpty();
        assertThat(store.list(Prefix.of(Tier.RAW), false, Optional.empty(), 10).objects()).isEmpty();
        try (Stream<Path> left = Files.list(outside)) {
            assertThat(left).hasSize(1);
        }
    }

    private void refusesAll(ObjectPath path) {
        Content content = Content.of("evil");
        denies(() -> store.file(path));
        denies(() -> store.find(path));
        denies(() -> store.read(path));
        denies(() -> store.put(path, content, new Job("put")));
        denies(() -> store.putIfAbsent(path, content, new Job("put")));
        denies(() -> store.delete(path));
        denies(() -> store.sha256(path, new Job("sum")));
        denies(() -> store.versions(path));
    }

    @Test
    void refusesATierThatIsALink() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        Files.delete(lake.tierFolder(Tier.ARCHIVE));
        Files.createSymbolicLink(lake.tierFolder(Tier.ARCHIVE), outside);

        denies(() -> LakeFolder.open(lake.root()));
        denies(() -> store.list(Prefix.of(Tier.ARCHIVE), true, Optional.empty(), 10));
    }

    @Test
    void followsNoLinkInACircle() throws IOException {
        put(raw("a/b.txt"), "x");
        Files.createSymbolicLink(lake.tierFolder(Tier.RAW).resolve("a/round"), lake.tierFolder(Tier.RAW));

        assertThat(store.list(Prefix.of(Tier.RAW), false, Optional.empty(), 10).objects()).hasSize(1);
    }

    @Test
    void passesOverWhatIsNoObject() throws IOException {
        put(raw("a/b.txt"), "x");
        Files.writeString(lake.tierFolder(Tier.RAW).resolve("a/bad:name.txt"), "x");
        Files.createDirectories(lake.tierFolder(Tier.RAW).resolve("a/empty/empty"));

        Listing listing = store.list(Prefix.parse("raw/a"), true, Optional.empty(), 10);

        assertThat(listing.objects()).extracting(entry -> entry.path().key()).containsExactly("a/b.txt");
        assertThat(listing.folders()).isEmpty();
    }

    @Test
    void writesWhereOnlyAnEmptyFolderStands() throws IOException {
        Files.createDirectories(lake.tierFolder(Tier.CURATED).resolve("a/empty/empty"));

        put(curated("a"), "file");

        assertThat(text(curated("a"))).isEqualTo("file");
    }

    @Test
    void saysWhatStandsInTheWay() {
        put(curated("a/b"), "x");

        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> put(curated("a"), "y")).withMessageContaining("stands in its way");
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> put(curated("a/b/c/d"), "y")).withMessageContaining("stands in its way");
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> store.putIfAbsent(curated("a/b/c"), Content.of("y"), new Job("put")))
                .withMessageContaining("stands in its way");
        assertThat(text(curated("a/b"))).isEqualTo("x");
    }

    @Test
    void knowsWhichObjectAFileIs() {
        put(raw("tickit/sales/x.txt"), "x");

        assertThat(store.objectAt(store.file(raw("tickit/sales/x.txt")))).isEqualTo(raw("tickit/sales/x.txt"));
        assertThat(store.file(raw("tickit/sales/x.txt"))).hasContent("x");
        assertThat(store.folder(Prefix.parse("raw/tickit"))).isEqualTo(lake.root().resolve("raw/tickit"));
        for (String outside : List.of("/etc/passwd", lake.root() + "/raw", lake.root() + "/raw/../.wonderlake/index.db", lake.root() + "/lake.yaml")) {
            assertThatExceptionOfType(FailureException.class).isThrownBy(() -> store.objectAt(Path.of(outside))).withMessageContaining("not in a tier");
        }
    }

    @Test
    void hidesTheVersionThatAKillLeftBeforeTheReplacement() throws IOException {
        put(raw("x"), "one");
        KeptVersions kept = new KeptVersions(lake);
        kept.keep(raw("x"), store.file(raw("x")));

        assertThat(store.versions(raw("x"))).singleElement().satisfies(version -> assertThat(version.current()).isTrue());
        put(raw("x"), "two");
        assertThat(store.versions(raw("x"))).extracting(version -> text(store.readVersion(version))).containsExactly("two", "one");
        kept.keep(raw("x"), store.file(raw("x")));
        store.delete(raw("x"));
        assertThat(store.versions(raw("x"))).extracting(ObjectVersion::id).containsExactly("2", "1");
    }

    @Test
    void removesWhatADeadProcessLeftUnfinished() throws Exception {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        String host = java.net.InetAddress.getLocalHost().getHostName();
        Path left = Files.writeString(lake.temporaryFolder().resolve(host + "+" + gone.pid() + "+1700000000000+abc"), "half");
        Path foreign = Files.writeString(lake.temporaryFolder().resolve("elsewhere+1+1700000000000+abc"), "in work");
        TemporaryFile mine = lake.temporaryFiles().make();
        mine.fill(Content.of("in work"), "x", new Job("x"));

        LakeFolder.open(lake.root());

        assertThat(left).doesNotExist();
        assertThat(foreign).exists();
        try (Stream<Path> files = Files.list(lake.temporaryFolder())) {
            assertThat(files).hasSize(2);
        }
        mine.close();
    }

    @Test
    void sharesFreePlacesWithASecondProcess() throws Exception {
        Process other = SecondWriter.start("race", lake.root().toString(), "60");
        int mine = SecondWriter.race(store, 60, "this one");
        int theirs = Integer.parseInt(text(other.getInputStream()).strip());

        assertThat(other.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(mine + theirs).isEqualTo(60);
        assertThat(store.list(Prefix.parse("raw/race"), true, Optional.empty(), 100).objects()).hasSize(60);
    }

    @Test
    void showsNothingHalfAfterAKill() throws Exception {
        for (int millis : List.of(5, 60)) {
            Process other = SecondWriter.start("rewrite", lake.root().toString());
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            int versions = store.versions(raw("big")).size();
            while (store.versions(raw("big")).size() < versions + 2 && other.isAlive() && System.nanoTime() < end) {
                other.waitFor(millis, TimeUnit.MILLISECONDS);
            }
            other.destroyForcibly().waitFor();

            assertThat(store.versions(raw("big"))).hasSizeGreaterThanOrEqualTo(versions + 2).allSatisfy(version -> {
                try (InputStream in = store.readVersion(version)) {
                    byte[] bytes = in.readAllBytes();
                    assertThat(bytes).hasSize(3_000_000);
                    assertThat(bytes[0]).isEqualTo(bytes[2_999_999]);
                }
            });
            LakeFolder.open(lake.root());
            try (Stream<Path> left = Files.list(lake.temporaryFolder())) {
                assertThat(left).isEmpty();
            }
        }
    }

    @Test
    void leavesNoTemporaryFile() throws IOException {
        put(raw("x"), "one");
        store.putIfAbsent(raw("y"), Content.of("two"), new Job("put"));
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> store.putIfAbsent(raw("y"), Content.of("two"), new Job("put")));

        try (Stream<Path> files = Files.list(lake.temporaryFolder())) {
            assertThat(files).isEmpty();
        }
    }

    /// What is counted is how many names the walk keeps.
    @Test
    void readsAFolderOfManyFilesPageByPage() throws IOException {
        Path many = Files.createDirectories(lake.tierFolder(Tier.RAW).resolve("many"));
        for (int i = 0; i < 10_000; i++) {
            Files.createFile(many.resolve("f%06d".formatted(i * 7919L % 10_000)));
        }
        FolderWalk walk = new FolderWalk(1_001);
        walk.below(many, "many/", "many/f004999");

        assertThat(walk.peak()).isLessThanOrEqualTo(1_002);
        assertThat(walk.found().getFirst().key()).isEqualTo("many/f005000");
        int seen = 0;
        Optional<String> next = Optional.empty();
        do {
            Listing page = store.list(Prefix.parse("raw/many"), true, next, 2_000);
            assertThat(page.objects().getFirst().path().key()).isEqualTo("many/f%06d".formatted(seen));
            seen += page.objects().size();
            next = page.next();
        } while (next.isPresent());
        assertThat(seen).isEqualTo(10_000);
    }

    @Test
    void saysWhatTheFileSystemMeans() {
        assertThat(kind(new FileSystemException("x", null, "No space left on device"))).isEqualTo(Failure.Kind.STORAGE);
        assertThat(FolderFailures.of(new IOException("No space left on device"), raw("x"))).hasMessageContaining("disk is full").hasMessageContaining("raw/x");
        assertThat(FolderFailures.of(new IOException("Disk quota exceeded"), raw("x"))).hasMessageContaining("disk is full");
        assertThat(FolderFailures.of(new IOException("There is not enough space on the disk"), raw("x"))).hasMessageContaining("disk is full");
        assertThat(kind(new FileSystemException("x", null, "File name too long"))).isEqualTo(Failure.Kind.BAD_INPUT);
        assertThat(kind(new AccessDeniedException("x"))).isEqualTo(Failure.Kind.DENIED);
        assertThat(kind(new FileSystemException("x", null, "Read-only file system"))).isEqualTo(Failure.Kind.DENIED);
        assertThat(kind(new IOException("Input/output error"))).isEqualTo(Failure.Kind.STORAGE);
    }

    private static Failure.Kind kind(IOException error) {
        return FolderFailures.of(error, "x").failure().kind();
    }
}
