package io.wonderlake.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.format.Previews.Preview;
import io.wonderlake.lake.CountingStore;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.folder.FolderStore;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemotePreviewsTest {
    private static final int KIB = 1 << 10;
    private static final RemotePreviews.Sizes SMALL = new RemotePreviews.Sizes(2 << 20, 8 << 20, new ObjectHead.Limits(64 * KIB, 512 * KIB, 1 << 20));

    @TempDir
    private Path folder;
    private LakeFolder lake;
    private CountingStore store;
    private LocalEngine engine;
    private RemotePreviews previews;

    @BeforeEach
    void open() {
        lake = LakeFolder.create(folder.resolve("lake"), new LakeSettings("there", Map.of()));
        store = new CountingStore(new FolderStore(lake));
        engine = Engines.over(folder);
        previews = with(SMALL);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private RemotePreviews with(RemotePreviews.Sizes sizes) {
        return new RemotePreviews(store, new StandardProbe(engine), engine, folder.resolve("cache"), sizes);
    }

    private ObjectPath put(String name, byte[] bytes) {
        try {
            Path file = place(name);
            Files.write(file, bytes);
            return ObjectPath.parse("raw/x/" + name);
        } catch (IOException error) {
            throw new AssertionError(error);
        }
    }

    private Path place(String name) throws IOException {
        Path file = lake.root().resolve("raw/x/" + name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private ObjectPath parquet(String name, String select, String options) throws IOException {
        Path file = place(name);
        try (EngineSession session = engine.session(new Job("test"))) {
            session.execute("copy (" + select + ") to '" + file + "' (format parquet" + options + ")");
        }
        return ObjectPath.parse("raw/x/" + name);
    }

    private List<Object[]> rows(Preview preview, String from) {
        try (EngineSession session = engine.session(new Job("test"))) {
            return session.rows("select " + from + " from (" + preview.sql(session) + ")");
        }
    }

    private static Failure failure(Runnable work) {
        var thrown = new Failure[1];
        assertThatExceptionOfType(FailureException.class).isThrownBy(work::run).satisfies(error -> thrown[0] = error.failure());
        return thrown[0];
    }

    @Test
    void showsALargeParquetObjectByItsFooterAndFirstRowGroup() throws IOException {
        ObjectPath path = parquet("large.parquet", "select range as id, hash(range) as a, hash(range + 1) as b, 'text ' || range as c from range(9_000_000)", "");
        assertThat(Files.size(place("large.parquet"))).isGreaterThan(180_000_000);
        store.forget();

        Preview preview = with(new RemotePreviews.Sizes(64 << 20, 2L << 30, SMALL.head())).open(path, new Job("test"));

        assertThat(preview.facts().rows()).isEqualTo(9_000_000);
        assertThat(preview.whole()).isFalse();
        assertThat(preview.rows()).isGreaterThanOrEqualTo(1_000);
        assertThat(store.count("read")).isLessThanOrEqualTo(4);
        assertThat(store.bytes.get()).isLessThan(8_000_000).isEqualTo(preview.fetched());
        assertThat(rows(preview, "count(*), sum(id), min(c)").getFirst()).satisfies(row -> {
            long n = preview.rows();
            assertThat(((Number) row[0]).longValue()).isEqualTo(n);
            assertThat(((Number) row[1]).longValue()).isEqualTo(n * (n - 1) / 2);
        });
        store.forget();
        assertThat(with(SMALL).open(path, new Job("test")).fetched()).isZero();
        assertThat(store.count("read")).isZero();
    }

    @Test
    void takesTinyRowGroupsUntilThereAreEnoughRows() throws IOException {
        ObjectPath path = parquet("groups.parquet", "select range as id, hash(range) as h, repeat('x', 100) || hash(range + 7) as s from range(60_000)", ", row_group_size 2048, compression uncompressed");
        Preview preview = with(new RemotePreviews.Sizes(2 << 20, 1 << 30, SMALL.head())).open(path, 5_000, new Job("test"));
        assertThat(preview.rows()).isBetween(5_000L, 8_192L);
        assertThat(rows(preview, "count(*), max(id)").getFirst()[1]).isEqualTo(preview.rows() - 1);
    }

    @Test
    void neverTakesAHoleForValues() throws IOException {
        PagedParquet.write(place("paged.parquet"), 400_000, 1_000, 10_000, 3_000);
        ObjectPath path = ObjectPath.parse("raw/x/paged.parquet");
        for (long wanted : List.of(1_000L, 30_000L)) {
            store.forget();
            Preview preview = previews.open(path, wanted, new Job("test"));
            long n = preview.rows();
            assertThat(n).isBetween(wanted, wanted + 10_000);
            assertThat(preview.facts().rows()).isEqualTo(400_000);
            assertThat(store.bytes.get()).isLessThan(2_000_000);
            assertThat(rows(preview, "count(*), sum(c0), count(*) filter (c1 <> c0 * 2 or c2 <> c0 * 3)").getFirst())
                    .satisfies(row -> assertThat(Arrays.stream(row).map(each -> ((Number) each).longValue())).containsExactly(n, n * (n - 1) / 2, 0L));
        }
    }

    @Test
    void givesFewerRowsWhereThoseThatAreWantedTakeTooMuch() throws IOException {
        PagedParquet.write(place("paged.parquet"), 400_000, 1_000, 10_000, 3_000);
        Preview preview = previews.open(ObjectPath.parse("raw/x/paged.parquet"), 300_000, new Job("test"));
        assertThat(preview.rows()).isBetween(2_048L, 300_000L);
        assertThat(store.bytes.get()).isLessThan(3_000_000);
        assertThat(rows(preview, "max(c0)").getFirst()[0]).isEqualTo(preview.rows() - 1);
    }

    @Test
    void showsAThousandColumns() throws IOException {
        String columns = IntStream.range(0, 1_000).mapToObj(i -> "range * " + (i + 1) + " as c" + i).collect(Collectors.joining(", "));
        ObjectPath path = parquet("columns.parquet", "select " + columns + " from range(6_000)", ", row_group_size 2048");
        Preview preview = with(new RemotePreviews.Sizes(16 << 20, 1 << 30, SMALL.head())).open(path, new Job("test"));
        assertThat(preview.facts().columns()).hasSize(1_000);
        assertThat(rows(preview, "sum(c999)").getFirst()[0]).isNotNull();
        assertThat(store.count("read")).isLessThan(40);
    }

    @Test
    void refusesDamagedAndEncryptedFooters() throws IOException {
        ObjectPath path = parquet("bad.parquet", "select range as id, hash(range) as h from range(500_000)", "");
        try (RandomAccessFile file = new RandomAccessFile(place("bad.parquet").toFile(), "rw")) {
            file.seek(file.length() - 300);
            file.write(new byte[200]);
        }
        assertThat(failure(() -> previews.open(path, new Job("test"))).message()).isEqualTo("bad.parquet is damaged: its Parquet footer cannot be read.");
        try (RandomAccessFile file = new RandomAccessFile(place("bad.parquet").toFile(), "rw")) {
            file.seek(file.length() - 4);
            file.write("PARE".getBytes(StandardCharsets.US_ASCII));
        }
        assertThat(failure(() -> previews.open(path, new Job("test"))).message()).isEqualTo("bad.parquet is an encrypted Parquet file.");
    }

    @Test
    void refusesParquetThatIsDamagedWhereItIsLookedAt() throws IOException {
        ObjectPath path = parquet("pages.parquet", "select range as id, hash(range) as h from range(500_000)", "");
        try (RandomAccessFile file = new RandomAccessFile(place("pages.parquet").toFile(), "rw")) {
            file.seek(50);
            byte[] noise = new byte[4_000];
            new Random(1).nextBytes(noise);
            file.write(noise);
        }
        assertThat(failure(() -> previews.open(path, new Job("test"))).message()).isEqualTo("pages.parquet is damaged: its Parquet data cannot be read.");
    }

    @Test
    void saysWhenTheFirstRowsTakeTooMuch() throws IOException {
        ObjectPath path = parquet("onepage.parquet", "select hash(range) as h from range(2_000_000)", ", row_group_size 2_000_000");
        Failure failure = failure(() -> with(new RemotePreviews.Sizes(400 * KIB, 1 << 30, SMALL.head())).open(path, new Job("test")));
        assertThat(failure.message()).contains("onepage.parquet").contains("too large");
        assertThat(failure.advice()).isEqualTo("Download it with: wonderlake get raw/x/onepage.parquet");
    }

    private static String csv(int rows) {
        return "id,name,note\n" + IntStream.range(0, rows).mapToObj(i -> i + ",Ann,\"first\nsecond, \"\"quoted\"\" " + i + "\"\n").collect(Collectors.joining());
    }

    @Test
    void cutsTextBehindItsLastWholeRecord() throws IOException {
        Preview preview = previews.open(put("notes.csv", csv(100_000).getBytes(StandardCharsets.UTF_8)), new Job("test"));
        assertThat(preview.facts().rows()).isEqualTo(-1);
        assertThat(preview.facts().badRows()).isZero();
        assertThat(preview.whole()).isFalse();
        assertThat(store.bytes.get()).isEqualTo(64 * KIB);
        assertThat(rows(preview, "count(*), max(id), count(distinct note)").getFirst()).containsExactly(preview.rows(), (int) preview.rows() - 1, preview.rows());
    }

    @Test
    void growsUntilThereAreEnoughRows() throws IOException {
        ObjectPath path = put("notes.csv", csv(100_000).getBytes(StandardCharsets.UTF_8));
        assertThat(previews.open(path, 8_000, new Job("test")).rows()).isGreaterThanOrEqualTo(8_000);
        long bytes = store.bytes.get();
        assertThat(bytes).isBetween(256L * KIB, 512L * KIB);
        assertThat(previews.open(path, 7_000, new Job("test")).rows()).isGreaterThanOrEqualTo(8_000);
        assertThat(store.bytes.get()).isEqualTo(bytes);
    }

    @Test
    void readsUtf16AndLegacyEncodings() throws IOException {
        String text = "id;name\r\n" + IntStream.range(0, 130_000).mapToObj(i -> i + ";Zoë Müller\r\n").collect(Collectors.joining());
        for (String charset : List.of("utf-16le", "utf-16be", "windows-1252")) {
            byte[] bytes = (charset.startsWith("utf-16") ? "\uFEFF" + text : text).getBytes(Charset.forName(charset));
            Preview preview = previews.open(put("a-" + charset + ".csv", bytes), new Job("test"));
            assertThat(preview.facts().storage()).isEqualTo(new StorageFormat.Text(";", "\"", true, 0, charset));
            assertThat(preview.facts().badRows()).isZero();
            assertThat(rows(preview, "count(*), min(name), max(name)").getFirst()).containsExactly(preview.rows(), "Zoë Müller", "Zoë Müller");
        }
    }

    @Test
    void readsPackedText() throws IOException {
        StringBuilder text = new StringBuilder("id|hash\n");
        Random random = new Random(1);
        for (int i = 0; i < 300_000; i++) {
            text.append(i).append('|').append(Long.toHexString(random.nextLong())).append('\n');
        }
        ObjectPath path = put("hashes.txt.gz", packed(text.toString()));
        Preview preview = previews.open(path, new Job("test"));
        assertThat(preview.facts().compression()).isEqualTo("gzip");
        assertThat(rows(preview, "count(*), max(id)").getFirst()).containsExactly(preview.rows(), (int) preview.rows() - 1);
        assertThat(store.bytes.get()).isEqualTo(64 * KIB);
    }

    private static byte[] packed(String text) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    @Test
    void refusesDamagedPackedText() throws IOException {
        byte[] bytes = packed("id|code\n" + IntStream.range(0, 300_000).mapToObj(i -> i + "|" + Integer.toHexString(i * 7919) + "\n").collect(Collectors.joining()));
        byte[] broken = bytes.clone();
        Arrays.fill(broken, 20_000, 24_000, (byte) 0xff);
        assertThat(failure(() -> with(new RemotePreviews.Sizes(256 * KIB, 1 << 30, SMALL.head())).open(put("broken.txt.gz", broken), new Job("test"))).message()).startsWith("broken.txt.gz is damaged: its gzip data");
    }

    @Test
    void readsJsonLinesAndArrays() throws IOException {
        String objects = IntStream.range(0, 60_000).mapToObj(i -> "{\"id\": " + i + ", \"tags\": [\"a\", {\"b\": \"]}\"}], \"name\": \"Zoë\"}").collect(Collectors.joining("\n"));
        Preview lines = previews.open(put("a.jsonl", objects.getBytes(StandardCharsets.UTF_8)), new Job("test"));
        assertThat(lines.facts().storage()).isEqualTo(new StorageFormat.JsonLines("utf-8"));
        assertThat(rows(lines, "count(*), max(id)").getFirst()).containsExactly(lines.rows(), (int) lines.rows() - 1);
        Preview array = previews.open(put("a.json", ("[" + objects.replace("}\n{", "},\n{") + "]").getBytes(StandardCharsets.UTF_8)), new Job("test"));
        assertThat(array.facts().storage()).isEqualTo(new StorageFormat.Json());
        assertThat(array.rows()).isGreaterThanOrEqualTo(1_000);
        assertThat(rows(array, "count(*), max(id), min(name)").getFirst()).containsExactly(array.rows(), (int) array.rows() - 1, "Zoë");
    }

    @Test
    void readsTheWholeBlocksOfAvro() throws IOException {
        AvroFile.write(place("a.avro"), 30_000);
        Preview preview = with(new RemotePreviews.Sizes(256 * KIB, 1 << 30, SMALL.head())).open(ObjectPath.parse("raw/x/a.avro"), new Job("test"));
        assertThat(preview.facts().storage()).isEqualTo(new StorageFormat.Avro());
        assertThat(preview.rows()).isGreaterThanOrEqualTo(1_000);
        assertThat(store.bytes.get()).isLessThanOrEqualTo(128 * KIB);
        assertThat(rows(preview, "count(*), max(id)").getFirst()).containsExactly(preview.rows(), (int) preview.rows());
    }

    @Test
    void tellsWhatIsTooLargeOrNoTable() throws IOException {
        byte[] book = new byte[3 << 20];
        book[0] = 'P';
        book[1] = 'K';
        book[2] = 3;
        book[3] = 4;
        assertThat(failure(() -> previews.open(put("book.xlsx", book), new Job("test"))).advice()).isEqualTo("Download it with: wonderlake get raw/x/book.xlsx");
        byte[] noise = new byte[3 << 20];
        new Random(1).nextBytes(noise);
        assertThat(failure(() -> previews.open(put("noise.bin", noise), new Job("test"))).message()).contains("noise.bin");
        byte[] line = new byte[3 << 20];
        Arrays.fill(line, (byte) 'a');
        assertThat(failure(() -> previews.open(put("line.csv", line), new Job("test"))).message()).contains("too large");
        assertThat(failure(() -> previews.open(ObjectPath.parse("raw/x/missing.csv"), new Job("test"))).kind()).isEqualTo(Failure.Kind.NOT_FOUND);
    }

    @Test
    void downloadsASmallObjectOnceUntilItChanges() throws IOException {
        ObjectPath path = put("small.csv", "id,name\n1,Ann\n2,Bob\n".getBytes(StandardCharsets.UTF_8));
        Preview first = previews.open(path, new Job("test"));
        assertThat(first.whole()).isTrue();
        assertThat(first.fetched()).isEqualTo(20);
        assertThat(previews.open(path, new Job("test")).fetched()).isZero();
        assertThat(store.count("read")).isOne();
        put("small.csv", "id,name\n1,Ann\n2,Bob\n3,Cid\n".getBytes(StandardCharsets.UTF_8));
        Preview second = previews.open(path, new Job("test"));
        assertThat(second.facts().rows()).isEqualTo(3);
        assertThat(rows(second, "count(*)").getFirst()[0]).isEqualTo(3L);
    }

    @Test
    void startsOverWhenTheObjectChangesMeanwhileAndGivesUpWhenItKeepsChanging() throws IOException {
        ObjectPath path = put("moving.csv", "id,name\n1,Ann\n".getBytes(StandardCharsets.UTF_8));
        AtomicInteger changes = new AtomicInteger();
        store.beforeRead = () -> {
            if (changes.incrementAndGet() == 1) {
                put("moving.csv", "id,name\n1,Ann\n2,Bob\n".getBytes(StandardCharsets.UTF_8));
            }
        };
        assertThat(previews.open(path, new Job("test")).facts().rows()).isEqualTo(2);
        assertThat(changes.get()).isEqualTo(2);
        store.beforeRead = () -> put("moving.csv", ("id,name\n" + "1,Ann\n".repeat(changes.incrementAndGet())).getBytes(StandardCharsets.UTF_8));
        put("moving.csv", "id,name\n".getBytes(StandardCharsets.UTF_8));
        assertThat(failure(() -> previews.open(path, new Job("test"))).message()).isEqualTo("raw/x/moving.csv keeps changing while it is read.");
    }

    @Test
    void aCancelledPreviewLeavesNothing() throws IOException {
        ObjectPath path = put("notes.csv", csv(100_000).getBytes(StandardCharsets.UTF_8));
        Job job = new Job("test");
        store.beforeRead = job::cancel;
        assertThatThrownBy(() -> previews.open(path, job)).isInstanceOf(CancellationException.class);
        assertThat(entries()).isZero();
    }

    private long entries() throws IOException {
        try (Stream<Path> places = Files.list(folder.resolve("cache"))) {
            return places.count();
        }
    }

    @Test
    void givesUpWhatWasUsedLongestAgoAndWhatAKilledProcessLeft() throws IOException {
        RemotePreviews tight = with(new RemotePreviews.Sizes(2 << 20, 2_500_000, SMALL.head()));
        byte[] million = ("id,name\n" + "1,Ann\n".repeat(166_000)).getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 3; i++) {
            tight.open(put(i + ".csv", million), new Job("test"));
            age();
        }
        Files.createDirectories(folder.resolve("cache/making-1/data"));
        Files.writeString(folder.resolve("cache/making-1/data/half"), "x");
        age();
        store.forget();
        tight.open(put("3.csv", million), new Job("test"));
        tight.open(ObjectPath.parse("raw/x/2.csv"), new Job("test"));
        assertThat(store.count("read")).isEqualTo(1);
        tight.open(ObjectPath.parse("raw/x/0.csv"), new Job("test"));
        assertThat(store.count("read")).isEqualTo(2);
        assertThat(folder.resolve("cache/making-1")).doesNotExist();
    }

    private void age() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(Files.getLastModifiedTime(file).toInstant().minus(Duration.ofHours(8))));
            }
        }
    }

    @Test
    void takesAnUnreadableEntryForNone() throws IOException {
        ObjectPath path = put("small.csv", "id,name\n1,Ann\n".getBytes(StandardCharsets.UTF_8));
        Preview first = previews.open(path, new Job("test"));
        Files.writeString(first.file().getParent().resolveSibling("preview.json"), "{");
        assertThat(previews.open(path, new Job("test")).facts().rows()).isOne();
    }
}
