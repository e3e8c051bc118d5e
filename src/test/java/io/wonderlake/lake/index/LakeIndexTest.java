package io.wonderlake.lake.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeIndexTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("lake/index.db");
    }

    private static long count(LakeIndex index) {
        return index.read(handle -> handle.createQuery("select revision from catalog_state").mapTo(Long.class).one());
    }

    private static void increase(LakeIndex index) {
        index.update(handle -> handle.execute("update catalog_state set revision = revision + 1"));
    }

    @Test
    void keepsWhatWasWritten() {
        long before;
        try (LakeIndex index = LakeIndex.open(file())) {
            before = count(index);
            increase(index);
        }
        try (LakeIndex index = LakeIndex.open(file())) {
            assertThat(count(index)).isEqualTo(before + 1);
        }
    }

    @Test
    void takesAFailedWriteBack() {
        try (LakeIndex index = LakeIndex.open(file())) {
            long before = count(index);

            assertThatIllegalStateException().isThrownBy(() -> index.update(handle -> {
                handle.execute("update catalog_state set revision = 1");
                throw new IllegalStateException("stop");
            })).withMessage("stop");

            assertThat(count(index)).isEqualTo(before);
            increase(index);
            assertThat(count(index)).isEqualTo(before + 1);
        }
    }

    @Test
    void refusesAWriteWithinAWriteAtOnce() {
        try (LakeIndex index = LakeIndex.open(file())) {
            assertThatIllegalStateException().isThrownBy(() -> index.update(_ -> increase(index)));
            increase(index);
        }
    }

    @Test
    void readsOneMomentThroughoutATransaction() {
        try (LakeIndex reader = LakeIndex.open(file()); LakeIndex writer = LakeIndex.open(file())) {
            boolean same = reader.read(handle -> {
                long first = handle.createQuery("select revision from catalog_state").mapTo(Long.class).one();
                increase(writer);
                return first == handle.createQuery("select revision from catalog_state").mapTo(Long.class).one();
            });
            assertThat(same).isTrue();
        }
    }

    @Test
    void letsManyThreadsOfTwoIndexesWrite() throws Exception {
        try (LakeIndex one = LakeIndex.open(file()); LakeIndex two = LakeIndex.open(file());
                ExecutorService threads = Executors.newFixedThreadPool(6)) {
            long before = count(one);
            List<Callable<Boolean>> writers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                LakeIndex index = i % 2 == 0 ? one : two;
                writers.add(() -> {
                    for (int round = 0; round < 20; round++) {
                        increase(index);
                    }
                    return true;
                });
            }
            for (Future<Boolean> writer : threads.invokeAll(writers)) {
                assertThat(writer.get()).isTrue();
            }
            assertThat(count(two)).isEqualTo(before + 120);
        }
    }

    @Test
    void opensANewFileFromManyThreadsAtOnce() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<Long>> openers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                openers.add(threads.submit(() -> {
                    start.await(10, TimeUnit.SECONDS);
                    try (LakeIndex index = LakeIndex.open(file())) {
                        return count(index);
                    }
                }));
            }
            start.countDown();
            for (Future<Long> opener : openers) {
                assertThat(opener.get()).isPositive();
            }
        }
    }

    @Test
    void bringsAnOlderIndexUpToDate() {
        LakeIndex.open(file(), List.of("V1__catalog.sql")).close();

        try (LakeIndex index = LakeIndex.open(file(), List.of("V1__catalog.sql", "test-step.sql"))) {
            index.update(handle -> handle.execute("insert into test_step values ('with; semicolon', 1)"));
            List<String> logged = index.read(handle -> handle.createQuery("select logged from test_log").mapTo(String.class).list());
            assertThat(logged).containsExactly("with; semicolon");
        }
        try (LakeIndex index = LakeIndex.open(file(), List.of("V1__catalog.sql", "test-step.sql"))) {
            assertThat(count(index)).isPositive();
        }
    }

    @Test
    void refusesAnIndexOfANewerProgram() {
        LakeIndex.open(file(), List.of("V1__catalog.sql", "test-step.sql")).close();

        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> LakeIndex.open(file(), List.of("V1__catalog.sql"))).withMessageContaining("newer Wonderlake")
                .satisfies(error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.CONFLICT));
    }

    @Test
    void saysHowToReplaceADamagedIndex() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "this is no database, ".repeat(500));

        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> LakeIndex.open(file())).withMessageContaining("damaged")
                .satisfies(error -> assertThat(error.failure().advice()).contains("wonderlake reindex"))
                .satisfies(error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.STORAGE));
    }

    @Test
    void keepsASoundIndexAndReplacesADamagedOne() throws IOException {
        long before;
        try (LakeIndex index = LakeIndex.openOrStartOver(file())) {
            before = count(index);
        }
        try (LakeIndex index = LakeIndex.openOrStartOver(file())) {
            assertThat(count(index)).isEqualTo(before);
        }
        damageWithin();
        try (LakeIndex index = LakeIndex.openOrStartOver(file())) {
            assertThat(count(index)).isGreaterThan(before);
            assertThat(tables(index)).isZero();
        }
    }

    @Test
    void laysNoNewerIndexAside() {
        LakeIndex.open(file()).close();
        try (LakeIndex index = LakeIndex.open(file())) {
            index.update(handle -> handle.execute("pragma user_version = 999"));
        }

        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> LakeIndex.openOrStartOver(file())).withMessageContaining("newer");
        assertThat(file()).exists();
    }

    private static int tables(LakeIndex index) {
        return index.read(handle -> handle.createQuery("select count(*) from catalog_table").mapTo(Integer.class).one());
    }

    @Test
    void noticesDamageWithinTheFile() throws IOException {
        damageWithin();

        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> {
            try (LakeIndex index = LakeIndex.open(file())) {
                index.read(handle -> handle.createQuery("select database, name from catalog_table").mapToMap().list());
            }
        }).satisfies(error -> assertThat(error.failure().advice()).contains("wonderlake reindex"));
    }

    private void damageWithin() throws IOException {
        try (LakeIndex index = LakeIndex.open(file())) {
            for (int i = 0; i < 500; i++) {
                int number = i;
                index.update(handle -> handle.execute("insert into catalog_table (database, name, version) values (?, ?, 1)", "d", "table " + number));
            }
            index.read(handle -> handle.createQuery("pragma wal_checkpoint(truncate)").mapTo(Integer.class).list());
        }
        try (RandomAccessFile damaged = new RandomAccessFile(file().toFile(), "rw")) {
            for (long at = 4096; at < damaged.length(); at += 512) {
                damaged.seek(at);
                damaged.writeLong(0x5a5a5a5a5a5a5a5aL);
            }
        }
    }

    @Test
    void startsOverBesideADamagedIndex() throws IOException {
        Files.createDirectories(file().getParent());
        Files.writeString(file(), "this is no database, ".repeat(500));

        try (LakeIndex index = LakeIndex.startOver(file())) {
            increase(index);
        }
        try (Stream<Path> files = Files.list(file().getParent())) {
            assertThat(files.filter(path -> path.getFileName().toString().contains(".damaged-"))).singleElement().satisfies(
                    path -> assertThat(path).content().startsWith("this is no database"));
        }
    }

    @Test
    void saysThatItIsClosed() {
        LakeIndex index = LakeIndex.open(file());
        index.close();

        assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> count(index));
    }

    @Test
    void refusesAFolderInsteadOfAFile() throws IOException {
        Files.createDirectories(file());

        assertThatExceptionOfType(FailureException.class).isThrownBy(() -> LakeIndex.open(file())).withMessageContaining("index.db");
    }
}
