package io.wonderlake.engine.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadFilesTest {
    private static final StorageFormat.Text CSV = new StorageFormat.Text(",", "\"", true, 0, "utf-8");
    private static final List<Column> COLUMNS = List.of(new Column("a", "integer"), new Column("b", "varchar"));

    @TempDir
    Path folder;
    PracticeLake lake;

    @BeforeEach
    void open() throws Exception {
        lake = new PracticeLake(folder.toRealPath());
    }

    @AfterEach
    void close() {
        lake.close();
    }

    private Failure failure(StorageFormat format, String object) {
        lake.table("d_raw.t", format, COLUMNS, List.of(), "raw/d/t/", object);
        Failure failure = catchThrowableOfType(FailureException.class, () -> lake.rows("select * from d_raw.t")).failure();
        assertThat(failure.message()).contains(object).doesNotContain("\n");
        assertThat(failure.advice()).isNotBlank();
        assertThat(failure.position()).isEmpty();
        return failure;
    }

    @Test
    void namesTheLineOfARowWithTooManyFields() {
        lake.write("raw/d/t/x.csv", "a,b\n1,x\n2,y,z\n3,z\n");
        assertThat(failure(CSV, "raw/d/t/x.csv").message()).contains("line 3").contains("Expected Number of Columns: 2 Found: 3");
    }

    @Test
    void namesTheLineOfARowWithTooFewFields() {
        lake.write("raw/d/t/x.csv", "a,b\n1,x\n2\n3,z\n");
        assertThat(failure(CSV, "raw/d/t/x.csv").message()).contains("line 3");
    }

    @Test
    void namesTheLineOfAValueOfAnotherType() {
        lake.write("raw/d/t/x.csv", "a,b\n1,x\n2,y\nthree,z\n");
        assertThat(failure(CSV, "raw/d/t/x.csv").message()).contains("line 4").contains("three");
    }

    @Test
    void namesATruncatedGzip() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            for (int i = 0; i < 100_000; i++) {
                gzip.write((i + ",name" + Integer.toHexString(i * 31) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.createDirectories(lake.root.resolve("raw/d/t"));
        Files.write(lake.root.resolve("raw/d/t/x.csv.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
        failure(CSV, "raw/d/t/x.csv.gz");
    }

    @Test
    void namesAFileInAnotherEncoding() throws Exception {
        Files.createDirectories(lake.root.resolve("raw/d/t"));
        Files.write(lake.root.resolve("raw/d/t/x.csv"), "a,b\n1,Café\n".getBytes(StandardCharsets.ISO_8859_1));
        failure(CSV, "raw/d/t/x.csv");
    }

    @Test
    void namesADamagedParquetFile() throws Exception {
        lake.write("raw/d/t/none.parquet", "no table at all");
        failure(new StorageFormat.Parquet(), "raw/d/t/none.parquet");
        lake.write("raw/d/t/empty.parquet", "");
        failure(new StorageFormat.Parquet(), "raw/d/t/empty.parquet");
        lake.parquet("d_curated.t", "select i::integer as a, 'b' || hash(i) as b from range(100000) t(i)", "curated/d/t/");
        byte[] good = Files.readAllBytes(lake.root.resolve("curated/d/t/data_0.parquet"));
        Arrays.fill(good, 4, 1000, (byte) -1);
        Files.write(lake.root.resolve("raw/d/t/holes.parquet"), good);
        failure(new StorageFormat.Parquet(), "raw/d/t/holes.parquet");
    }

    @Test
    void namesAFileThatIsGone() {
        Failure failure = failure(new StorageFormat.Parquet(), "raw/d/t/gone.parquet");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.NOT_FOUND);
        assertThat(failure(CSV, "raw/d/t/gone.csv").kind()).isEqualTo(Failure.Kind.NOT_FOUND);
    }

    @Test
    void saysThatFilesAreNotAsTheCatalogSays() {
        lake.parquet("d_curated.t", "select 1 as a", "curated/d/t/");
        lake.table("d_curated.u", new StorageFormat.Parquet(), COLUMNS, List.of(), "curated/d/t/", "curated/d/t/data_0.parquet");
        Failure failure = catchThrowableOfType(FailureException.class, () -> lake.rows("select * from d_curated.u")).failure();
        assertThat(failure.message()).startsWith("The files of d_curated.u are not as the catalog says");
        assertThat(failure.position()).isEmpty();
    }

    @Test
    void namesABrokenJsonLine() {
        lake.write("raw/d/t/x.jsonl", "{\"a\": 1, \"b\": \"x\"}\n{\"a\": 2, \"b\": \n{\"a\": 3}\n");
        failure(new StorageFormat.JsonLines("utf-8"), "raw/d/t/x.jsonl");
    }

    @Test
    void readsACellOfTenMegabytes() {
        lake.write("raw/d/t/x.csv", "a,b\n1," + "x".repeat(10 << 20) + "\n");
        lake.table("d_raw.t", CSV, COLUMNS, List.of(), "raw/d/t/", "raw/d/t/x.csv");
        assertThat(lake.value("select length(b) from d_raw.t")).isEqualTo(10L << 20);
    }
}
