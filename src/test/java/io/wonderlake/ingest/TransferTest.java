package io.wonderlake.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransferTest {
    private static final int FILES = 25;

    @TempDir
    Path home;

    private ObjectStore made;

    /// The same empty store for the whole of a test.
    protected ObjectStore store() {
        if (made == null) {
            made = new FolderStore(LakeFolder.create(home.resolve("lake"), new LakeSettings("test", Map.of())));
        }
        return made;
    }

    private TransferSummary put(String target, boolean replace, Path... sources) {
        return new Transfer(store()).put(List.of(sources), target, replace, new Job("put"));
    }

    private TransferSummary get(String source, Path target, boolean replace) {
        return new Transfer(store()).get(source, target, replace, new Job("get"));
    }

    private String text(String object) {
        try (InputStream in = store().read(ObjectPath.parse(object))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new AssertionError(error);
        }
    }

    private Path folder() throws IOException {
        Path folder = Files.createDirectories(home.resolve("source/deep/er")).getParent().getParent();
        for (int i = 0; i < FILES; i++) {
            Files.writeString(folder.resolve(i + ".csv"), "row " + i);
        }
        Files.writeString(folder.resolve("deep/x.csv"), "x");
        Files.writeString(folder.resolve("deep/er/y = 1.csv"), "");
        return folder;
    }

    private static Map<String, String> content(Path folder) throws IOException {
        Map<String, String> content = new java.util.TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(file).toString(), Files.readString(file));
            }
        }
        return content;
    }

    @Test
    void putsAFolderAndGetsItBackAsItWas() throws IOException {
        Path folder = folder();
        Job job = new Job("put");
        TransferSummary sent = new Transfer(store()).put(List.of(folder), "raw/shop/", false, job);

        assertThat(sent).isEqualTo(new TransferSummary(FILES + 2, sent.bytes(), 0, 0, List.of()));
        assertThat(job.progress().done()).isEqualTo(sent.bytes()).isEqualTo(job.progress().total());
        assertThat(text("raw/shop/7.csv")).isEqualTo("row 7");
        assertThat(get("raw/shop", home.resolve("back"), false).moved()).isEqualTo(FILES + 2);
        assertThat(content(home.resolve("back"))).isEqualTo(content(folder));
    }

    @Test
    void leavesAloneWhatIsThereAlready() throws IOException {
        Path folder = folder();
        put("raw/shop/", false, folder);
        store().delete(ObjectPath.parse("raw/shop/3.csv"));

        TransferSummary again = put("raw/shop/", false, folder);
        assertThat(again.moved()).isEqualTo(1);
        assertThat(again.present()).isEqualTo(FILES + 1);
        assertThat(again.complete()).isTrue();
        assertThat(store().versions(ObjectPath.parse("raw/shop/4.csv"))).hasSize(1);

        get("raw/shop/", home.resolve("back"), false);
        Files.delete(home.resolve("back/deep/x.csv"));
        TransferSummary back = get("raw/shop/", home.resolve("back"), false);
        assertThat(back.moved()).isEqualTo(1);
        assertThat(back.present()).isEqualTo(FILES + 1);
    }

    @Test
    void keepsWhatIsThereWithOtherBytesUnlessItIsToBeReplaced() throws IOException {
        Path file = Files.writeString(home.resolve("a.csv"), "one");
        put("raw/shop/", false, file);
        Files.writeString(file, "two");

        TransferSummary refused = put("raw/shop/", false, file);
        assertThat(refused.moved()).isZero();
        assertThat(refused.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.name()).isEqualTo(file.toString());
            assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.CONFLICT);
            assertThat(failed.failure().message()).startsWith("raw/shop/a.csv is there already with other bytes");
        });
        assertThat(text("raw/shop/a.csv")).isEqualTo("one");

        assertThat(put("raw/shop/", true, file).moved()).isEqualTo(1);
        assertThat(text("raw/shop/a.csv")).isEqualTo("two");
        assertThat(store().versions(ObjectPath.parse("raw/shop/a.csv"))).hasSize(2);
    }

    @Test
    void overwritesAFileOnlyWhenToldTo() throws IOException {
        Path file = Files.writeString(home.resolve("a.csv"), "one");
        put("raw/shop/", false, file);
        Files.writeString(file, "two");

        assertThat(get("raw/shop/a.csv", file, false).failed()).singleElement().satisfies(failed ->
                assertThat(failed.failure().message()).contains("a.csv is there already with other bytes than raw/shop/a.csv"));
        assertThat(file).hasContent("two");
        assertThat(get("raw/shop/a.csv", home, true).moved()).isEqualTo(1);
        assertThat(file).hasContent("one");
    }

    @Test
    void takesTheNameOfASingleObjectAsItIsGiven() throws IOException {
        Path file = Files.writeString(home.resolve("a.csv"), "one");

        put("raw/shop/b.csv", false, file);
        put("raw/shop/c/", false, file);
        put("raw", false, file);
        get("raw/shop/b.csv", home.resolve("d.csv"), false);

        assertThat(text("raw/shop/b.csv") + text("raw/shop/c/a.csv") + text("raw/a.csv")).isEqualTo("oneoneone");
        assertThat(home.resolve("d.csv")).hasContent("one");
    }

    @Test
    void namesEachFileThatIsLeftOutAndMovesTheOthers() throws IOException {
        Path folder = folder();
        Files.writeString(folder.resolve("_upload-1.json"), "{}");
        Files.writeString(folder.resolve(".DS_Store"), "");
        Files.writeString(folder.resolve("what?.csv"), "");
        Files.writeString(Files.createDirectory(folder.resolve(".git")).resolve("config"), "secret");
        Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("1.csv"));

        TransferSummary summary = put("raw/shop/", false, folder);

        assertThat(summary.moved()).isEqualTo(FILES + 2);
        assertThat(summary.complete()).isFalse();
        assertThat(summary.failed()).extracting(failed -> Path.of(failed.name()).getFileName().toString())
                .containsExactlyInAnyOrder("_upload-1.json", ".DS_Store", "what?.csv", ".git", "link.csv");
        assertThat(summary.failed()).allSatisfy(failed -> assertThat(failed.failure().advice()).isNotBlank());
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> put("raw/shop/_x.csv", false, folder.resolve("1.csv")));
    }

    @Test
    void saysWhatDoesNotExist() {
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> put("raw/shop/", false, home.resolve("gone"))).withMessageContaining("gone does not exist");
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> get("raw/gone", home.resolve("back"), false)).withMessageContaining("raw/gone");
        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> put("bronze/shop/", false, home)).withMessageContaining("bronze");
    }

    @Test
    void endsWhenItIsCancelled() throws IOException {
        Path folder = folder();
        Job job = new Job("put");
        job.onProgress(progress -> {
            if (progress.done() > 30) {
                job.cancel();
            }
        });
        assertThatExceptionOfType(CancellationException.class).isThrownBy(() -> new Transfer(store()).put(List.of(folder), "raw/shop/", false, job));
        assertThat(put("raw/shop/", false, folder).complete()).isTrue();
        assertThat(put("raw/shop/", false, folder).present()).isEqualTo(FILES + 2);
    }

    @Test
    void leavesAloneWhatSomebodyElseBroughtWithTheSameBytesInTheMeantime() throws IOException {
        Path file = Files.writeString(home.resolve("one.csv"), "a,b");
        put("raw/shop/one.csv", false, file);
        AtomicInteger looks = new AtomicInteger();
        ObjectStore late = (ObjectStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ObjectStore.class}, (_, method, arguments) -> {
            if (method.getName().equals("find") && looks.getAndIncrement() == 0) {
                return Optional.empty();
            }
            try {
                return method.invoke(store(), arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
        assertThat(new Transfer(late).put(List.of(file), "raw/shop/one.csv", false, new Job("put")).present()).isEqualTo(1);
        Files.writeString(file, "c,d");
        looks.set(0);
        assertThat(new Transfer(late).put(List.of(file), "raw/shop/one.csv", false, new Job("put")).failed()).singleElement()
                .satisfies(failed -> assertThat(failed.failure().kind()).isEqualTo(Failure.Kind.CONFLICT));
    }

    @Test
    void doesNotTryTheRestWhenNothingCanArrive() throws IOException {
        ObjectStore broken = (ObjectStore) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {ObjectStore.class}, (_, method, arguments) -> {
            if (method.getName().equals("putIfAbsent")) {
                throw Failure.of(Failure.Kind.OFFLINE, "failure.lake.missing", "the network").exception();
            }
            try {
                return method.invoke(store(), arguments);
            } catch (InvocationTargetException error) {
                throw error.getCause();
            }
        });
        TransferSummary summary = new Transfer(broken).put(List.of(folder()), "raw/shop/", false, new Job("put"));

        assertThat(summary.moved()).isZero();
        assertThat(summary.failed()).hasSizeLessThan(FILES);
        assertThat(summary.failed().size() + summary.untried()).isEqualTo(FILES + 2);
    }
}
