package io.wonderlake.format;

import static io.wonderlake.format.Reading.file;
import static io.wonderlake.format.Reading.gzip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StandardProbeTest {
    private static final Path REAL = Path.of("..", "shared", "data");

    @TempDir
    private Path folder;
    private LocalEngine engine;

    @BeforeEach
    void open() {
        engine = Engines.over(folder);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void readsAFileAsTheFormatThatIsAgreedAndLearnsItsTypes() {
        Path lines = file(folder, "a.txt", "1|one, two|2.50\n2|\\N|10\n");
        StorageFormat.Text agreed = new StorageFormat.Text("|", "", false, 0, "utf-8");
        FileFacts facts = new StandardProbe(engine).probe(lines, agreed, new Job("test"));

        assertThat(facts.storage()).isEqualTo(agreed);
        assertThat(facts.columns()).extracting(column -> column.type().sql()).containsExactly("integer", "varchar", "decimal(4,2)");
        assertThat(facts.rows()).isEqualTo(2);
        assertThatThrownBy(() -> new StandardProbe(engine).probe(file(folder, "none.txt", ""), agreed, new Job("test"))).hasMessageContaining("none.txt");
    }

    @Test
    void learnsDialectNamesAndTypes() {
        FileFacts facts = probe(file(folder, "a.csv", "id;name;price;day;unnamed: 0\n1;Ann;1.50;2024-01-02;001\n2;\"B;o\nb\";20;2024-01-03;002\n"));

        assertThat(facts.storage()).isEqualTo(new StorageFormat.Text(";", "\"", true, 0, "utf-8"));
        assertThat(facts.columns()).containsExactly(new Column("id", "integer"), new Column("name", "varchar"),
                new Column("price", "decimal(4,2)"), new Column("day", "date"), new Column("unnamed: 0", "varchar"));
        assertThat(facts.rows()).isEqualTo(2);
        assertThat(facts.badRows()).isZero();
    }

    @Test
    void countsBadRowsAndNamesTheirPlaces() {
        String good = IntStream.range(0, 50).mapToObj(i -> i + ",x").collect(Collectors.joining("\n"));
        FileFacts facts = probe(file(folder, "a.csv", "id,name\n" + good + "\noops\n1,2,3\n"));

        assertThat(facts.rows()).isEqualTo(52);
        assertThat(facts.badRows()).isEqualTo(2);
        assertThat(facts.problems()).containsExactly(new RowProblem("line 52", 52, "The row has 1 field and needs 2."),
                new RowProblem("line 53", 53, "The row has 3 fields and may have 2."));
        assertThat(facts.columns().getFirst().type().sql()).as("bad rows teach no types").isEqualTo("integer");
    }

    @Test
    void readsFilesWithoutHeader() {
        FileFacts facts = probe(file(folder, "sales_tab.txt", "1\t36861\t2/18/2008 02:36:48\n2\t\\N\t6/6/2008 05:00:16\n"));

        assertThat(facts.storage()).isEqualTo(new StorageFormat.Text("\t", "\"", false, 0, "utf-8"));
        assertThat(facts.columns()).containsExactly(new Column("column0", "integer"), new Column("column1", "integer"), new Column("column2", "varchar"));
    }

    @Test
    void findsTheHeaderBelowATitle() {
        FileFacts facts = probe(file(folder, "report.csv", "Sales report\n\nid,qty,price\n1,2,3.5\n2,3,4.5\n"));

        assertThat(facts.storage()).isEqualTo(new StorageFormat.Text(",", "\"", true, 2, "utf-8"));
        assertThat(facts.rows()).isEqualTo(2);
    }

    @Test
    void takesARaggedFileApart() {
        FileFacts facts = probe(file(folder, "ragged.txt", "1|a|x\n2|b\n3|c|y\n4|d|z|w\n5|e|v\n"));

        assertThat(facts.storage()).isEqualTo(new StorageFormat.Text("|", "\"", false, 0, "utf-8"));
        assertThat(facts.rows()).isEqualTo(5);
        assertThat(facts.badRows()).isEqualTo(2);
    }

    @Test
    void tellsDecimalCommasFromDelimiters() {
        FileFacts facts = probe(file(folder, "a.csv", "1,5;2,5;3,25\n1,5;2,75;3,5\n"));

        assertThat(((StorageFormat.Text) facts.storage()).delimiter()).isEqualTo(";");
    }

    @Test
    void findsTheEncoding() {
        for (String charset : List.of("utf-8", "utf-16le", "utf-16be", "windows-1252")) {
            Path file = file(folder, charset + ".csv", "id,näme\n1,Müller\n2,Größe €\n".getBytes(Charset.forName(charset)));
            FileFacts facts = probe(file);
            assertThat(((StorageFormat.Text) facts.storage()).charset()).isEqualTo(charset);
            assertThat(facts.columns()).extracting(Column::name).as(charset).containsExactly("id", "näme");
            assertThat(facts.badRows()).as(charset).isZero();
        }
        Path marked = file(folder, "marked.csv", "\uFEFFid,b\n1,2\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(((StorageFormat.Text) probe(marked).storage()).charset()).isEqualTo("utf-16le");
    }

    @Test
    void looksPastALongAsciiBeginningForTheEncoding() {
        String text = "id,name\n" + "1,plain\n".repeat(200_000) + "2,Größe\n";

        FileFacts facts = probe(file(folder, "late.csv", text.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(((StorageFormat.Text) facts.storage()).charset()).isEqualTo("windows-1252");
        assertThat(facts.badRows()).isZero();
        assertThat(facts.rows()).isEqualTo(200_001);
    }

    @Test
    void takesNoFieldForADelimiterAtTheEndOfEachLine() {
        FileFacts facts = probe(file(folder, "closed.csv", "id,name,qty\n1,a,2,\n2,b,3,\n"));

        assertThat(facts.columns()).extracting(Column::name).containsExactly("id", "name", "qty");
        assertThat(facts.badRows()).isZero();
    }

    @Test
    void goesByContentNotByALikelyBeginning() {
        assertThat(probe(file(folder, "orchard.csv", "ORCHARD,qty\n1,2\n")).rows()).isEqualTo(1);
        assertThat(failure(file(folder, "page.csv", "<!DOCTYPE html><html>\n"))).isEqualTo("page.csv is XML or HTML, which is not read yet.");
    }

    @Test
    void looksIntoGzip() {
        FileFacts facts = probe(file(folder, "a.csv.gz", gzip("id,b\n1,2\n".getBytes(StandardCharsets.UTF_8))));

        assertThat(facts.compression()).isEqualTo("gzip");
        assertThat(facts.rows()).isEqualTo(1);
        Path inside = file(folder, "b.gz", gzip("PAR1xxxxPAR1".getBytes(StandardCharsets.UTF_8)));
        assertThat(failure(inside)).isEqualTo("b.gz is packed with gzip and holds Parquet, which is not read packed.");
    }

    @Test
    void tellsJsonDocumentsFromJsonLines() {
        assertThat(probe(file(folder, "a.json", "[{\"a\":1},\n{\"a\":2.5}]")).storage()).isEqualTo(new StorageFormat.Json());
        assertThat(probe(file(folder, "b.json", "{\n \"a\": 1\n}")).storage()).isEqualTo(new StorageFormat.Json());
        FileFacts lines = probe(file(folder, "c.txt", "{\"a\":1}\n{\"a\":\n{\"a\":0012,\"b\":{}}\n{\"b\":\"x\"}\n"));
        assertThat(lines.storage()).isEqualTo(new StorageFormat.JsonLines("utf-8"));
        assertThat(lines.badRows()).isEqualTo(2);
        assertThat(lines.rows()).isEqualTo(4);
        assertThat(lines.problems().getFirst().place()).isEqualTo("line 2");
        assertThat(failure(file(folder, "d.json", "[1,2]"))).isEqualTo("d.json is JSON without any object, so it has no columns.");
    }

    @Test
    void readsWorkbooks() throws IOException {
        Path file = folder.resolve("report.xlsx");
        try (var out = Files.newOutputStream(file); var book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Week 7");
            sheet.value(0, 0, "Sales report of week 7");
            List<String> header = List.of("store_id", "units", "price");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(2, i, header.get(i));
            }
            sheet.value(3, 0, "0012");
            sheet.value(3, 1, 7);
            sheet.value(3, 2, 2.5);
            sheet.value(4, 5, "beyond");
            book.newWorksheet("Notes");
        }

        FileFacts facts = probe(file);

        assertThat(facts.storage()).isEqualTo(new StorageFormat.Xlsx("", 3));
        assertThat(facts.sheets()).containsExactly("Week 7", "Notes");
        assertThat(facts.columns()).containsExactly(new Column("store_id", "varchar"), new Column("units", "integer"), new Column("price", "decimal(2,1)"));
        assertThat(facts.problems()).containsExactly(new RowProblem("Week 7!A5", 5, "Cell F5 stands right of the last column that has a name."));
    }

    @Test
    void readsAvro() {
        FileFacts facts = probe(AvroFile.write(folder.resolve("a.avro"), 100));

        assertThat(facts.rows()).isEqualTo(100);
        assertThat(facts.columns()).hasSize(7).contains(new Column("price", "decimal(8,2)"));
    }

    @Test
    void decodesParquet() throws IOException {
        Path file = parquet("it's [1].parquet", 5_000);
        byte[] bytes = Files.readAllBytes(file);

        FileFacts facts = probe(file);

        assertThat(facts.rows()).isEqualTo(5_000);
        assertThat(facts.columns()).containsExactly(new Column("i", "bigint"), new Column("s", "varchar"));
        assertThat(failure(file(folder, "cut.parquet", Arrays.copyOf(bytes, bytes.length / 2)))).isEqualTo("cut.parquet is damaged: its Parquet footer cannot be read.");
        byte[] footer = bytes.clone();
        Arrays.fill(footer, bytes.length - 120, bytes.length - 8, (byte) 0x7f);
        assertThat(failure(file(folder, "footer.parquet", footer))).startsWith("footer.parquet is damaged: its Parquet");
        byte[] page = bytes.clone();
        Arrays.fill(page, 200, bytes.length / 2, (byte) 0x7f);
        assertThat(failure(file(folder, "page.parquet", page))).isEqualTo("page.parquet is damaged: its Parquet data cannot be read.");
    }

    @Test
    void readsFilesThroughTheEngineWithTheTypesThatItFound() {
        Path csv = file(folder, "a.csv", "id;day;price;ok\n0;2008-02-29;1.50;TRUE\n7;\\N;20;false\n".getBytes(StandardCharsets.UTF_16LE));
        FileFacts facts = probe(csv);

        try (var session = engine.session(new Job("read"))) {
            String relation = session.relation(List.of(csv), facts.storage(), List.of(new Column("_row", "bigint"), new Column("_bad", "varchar"),
                    new Column("id", "varchar"), new Column("day", "varchar")));
            assertThat(session.rows("select _row, _bad, id, day from " + relation)).containsExactly(
                    new Object[] {2L, null, "0", "2008-02-29"}, new Object[] {3L, null, "7", "\\N"});
        }
        assertThat(facts.columns()).extracting(column -> column.type().sql()).containsExactly("integer", "date", "decimal(4,2)", "boolean");
    }

    @Test
    void saysOfEachOtherFileWhatItIs() throws IOException {
        byte[] junk = new byte[20_000];
        new Random(3).nextBytes(junk);
        assertThat(failure(file(folder, "junk.csv", junk))).isEqualTo("junk.csv is not a table: it holds binary data.");
        assertThat(failure(file(folder, "empty.csv", ""))).isEqualTo("empty.csv is empty.");
        assertThat(failure(file(folder, "empty.csv.gz", gzip(new byte[0])))).isEqualTo("empty.csv.gz is empty.");
        assertThat(failure(folder.resolve("no.csv"))).isEqualTo("There is no file no.csv.");
        assertThat(failure(Files.createDirectory(folder.resolve("sub")))).isEqualTo("sub is a folder, not a file.");
        assertThat(failure(file(folder, "a.orc", "ORC\u0001data"))).isEqualTo("a.orc is ORC, which is not read yet.");
        assertThat(failure(file(folder, "a.zst", new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0}))).isEqualTo("a.zst is Zstandard, which is not read yet.");
        assertThat(failure(file(folder, "old.xls", XlsxParts.ole("Workbook")))).isEqualTo("old.xls is XLS, which is not read yet.");
        assertThat(failure(file(folder, "secret.xlsx", XlsxParts.ole("EncryptedPackage")))).isEqualTo("secret.xlsx is protected with a password.");
        assertThat(failure(XlsxParts.empty().text("a.csv", "x").write(folder.resolve("a.zip")))).isEqualTo("a.zip is not an XLSX workbook.");
        assertThat(failure(XlsxParts.sheet("").write(folder.resolve("none.xlsx")))).isEqualTo("none.xlsx has no rows: its first sheet is empty.");
    }

    @Test
    void findsNoRowsBelowALoneHeader() {
        FileFacts facts = probe(file(folder, "header.csv", "id,name,price\n"));

        assertThat(facts.rows()).isZero();
        assertThat(facts.columns()).extracting(Column::name).containsExactly("id", "name", "price");
    }

    @Test
    void readsHugeCellsAndWideRows() {
        String wide = IntStream.range(0, 17_000).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        String row = IntStream.range(0, 17_000).mapToObj(String::valueOf).collect(Collectors.joining(","));

        assertThat(probe(file(folder, "huge.csv", "id,text\n1," + "x".repeat(10_000_000) + "\n2,y\n")).rows()).isEqualTo(2);
        assertThat(probe(file(folder, "wide.csv", wide + "\n" + row + "\n")).columns()).hasSize(17_000).endsWith(new Column("c16999", "integer"));
    }

    @Test
    void readsProseAsOneColumn() {
        FileFacts facts = probe(file(folder, "notes.txt", "Once upon a time, there was a lake.\nIt was deep.\nAnd calm, and wide, and old; nobody knew why.\n"));

        assertThat(facts.columns()).hasSize(1);
        assertThat(facts.badRows()).isZero();
        assertThat(facts.rows()).isEqualTo(3);
    }

    @Test
    void reportsProgressAndStopsWhenCancelled() {
        Path file = file(folder, "big.csv", "id,name\n" + "1,some name or other\n".repeat(300_000));
        var job = new Job("probe");
        job.onProgress(progress -> {
            assertThat(progress.unit()).isEqualTo(Progress.Unit.BYTES);
            if (progress.done() > 2 << 20) {
                job.cancel();
            }
        });

        assertThatThrownBy(() -> new StandardProbe(engine).probe(file, job)).isInstanceOf(CancellationException.class);
        assertThat(job.progress().done()).isLessThan(job.progress().total());
    }

    @Test
    void readsTheRealFiles() {
        assumeThat(REAL).as("real data beside the project").exists();

        assertThat(probe(REAL.resolve("tickit_venue.txt")).rows()).isEqualTo(202);
        assertThat(probe(REAL.resolve("tickit_date.txt")).rows()).isEqualTo(365);
        FileFacts category = probe(REAL.resolve("tickit_category.txt"));
        assertThat(category.rows()).isEqualTo(11);
        assertThat(category.storage()).isEqualTo(new StorageFormat.Text("|", "\"", false, 0, "utf-8"));
        FileFacts people = probe(REAL.resolve("hr_dataset.csv"));
        assertThat(people.rows()).isEqualTo(499);
        assertThat(((StorageFormat.Text) people.storage()).header()).isTrue();
        assertThat(people.columns()).hasSize(10).contains(new Column("Salary", "integer"));
    }

    private Path parquet(String name, int rows) {
        Path file = folder.resolve(name);
        try (var session = engine.session(new Job("write"))) {
            session.execute("copy (select range as i, 'text ' || hash(range) as s from range(" + rows + ")) to '"
                    + file.toString().replace("'", "''") + "' (format parquet)");
        }
        return file;
    }

    private FileFacts probe(Path file) {
        return new StandardProbe(engine).probe(file, new Job("probe"));
    }

    private String failure(Path file) {
        Failure failure = Reading.failure(() -> probe(file));
        assertThat(failure.kind()).isNotEqualTo(Failure.Kind.BUG);
        return failure.message();
    }
}
