package io.wonderlake.format;

import static io.wonderlake.format.Reading.CSV;
import static io.wonderlake.format.Reading.failure;
import static io.wonderlake.format.Reading.file;
import static io.wonderlake.format.Reading.gzip;
import static io.wonderlake.format.Reading.names;
import static io.wonderlake.format.Reading.rows;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.FileReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextRowsTest {
    private static final StorageFormat.Text PIPE = new StorageFormat.Text("|", "", false, 0, "utf-8");

    @TempDir
    private Path folder;

    @Test
    void numbersRowsByTheirPhysicalLine() {
        Path file = file(folder, "a.csv", "id,note\n1,plain\n\n2,\"two\nlines\"\n3,\"a \"\"word\"\"\"\n");

        assertThat(names(file, CSV)).containsExactly("_row", "_bad", "id", "note");
        assertThat(rows(file, CSV)).containsExactly(
                Arrays.asList(2L, null, "1", "plain"),
                Arrays.asList(4L, null, "2", "two\nlines"),
                Arrays.asList(6L, null, "3", "a \"word\""));
    }

    @Test
    void namesRowsWithTooFewOrTooManyFields() {
        Path file = file(folder, "a.csv", "a,b,c\n1,2\n1,2,3\n1,2,\"x,y\",4\n");

        List<List<Object>> rows = rows(file, CSV);

        assertThat(rows.get(0)).containsExactly(2L, "The row has 2 fields and needs 3.", "1", "2", null);
        assertThat(rows.get(1)).containsExactly(3L, null, "1", "2", "3");
        assertThat(rows.get(2).get(1)).isEqualTo("The row has 4 fields and may have 3.");
        assertThat(rows.get(2).get(4)).as("nothing of the row is lost").isEqualTo("x,y\",4");
    }

    @Test
    void quotesNothingWhereTheFormatHasNoQuote() {
        Path file = file(folder, "venue.txt", "1|\"Big\" Park|IL\n2|\"Open|OH\n");

        assertThat(names(file, PIPE)).containsExactly("_row", "_bad", "column0", "column1", "column2");
        assertThat(rows(file, PIPE)).containsExactly(
                Arrays.asList(1L, null, "1", "\"Big\" Park", "IL"), Arrays.asList(2L, null, "2", "\"Open", "OH"));
    }

    @Test
    void readsGzipWhateverTheNameSays() {
        Path packed = file(folder, "a.csv", gzip("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
        Path plain = file(folder, "b.csv.gz", "a,b\n1,2\n");

        assertThat(rows(packed, CSV)).isEqualTo(rows(plain, CSV)).hasSize(1);
    }

    @Test
    void saysWhereATruncatedGzipBreaksOff() {
        String text = IntStream.range(0, 20_000).mapToObj(i -> i + "," + Integer.toHexString(i * 7919)).collect(Collectors.joining("\n"));
        byte[] packed = gzip(text.getBytes(StandardCharsets.UTF_8));
        Path file = file(folder, "cut.csv.gz", Arrays.copyOf(packed, packed.length / 2));

        assertThat(failure(() -> rows(file, CSV)).message())
                .matches("cut.csv.gz is damaged: its gzip data breaks off or is wrong at line [1-9][0-9]{2,4}\\.");
        Path stub = file(folder, "stub.gz", Arrays.copyOf(packed, 5));
        assertThat(failure(() -> rows(stub, CSV)).message()).contains("stub.gz is damaged");
    }

    @Test
    void takesAllLineEndsInOneFile() {
        Path file = file(folder, "mixed.csv", "a,b\r\n1,2\r3,4\n5,6\r\n\r\n7,8");

        assertThat(rows(file, CSV)).extracting(row -> row.get(0) + ":" + row.get(3)).containsExactly("2:2", "3:4", "4:6", "6:8");
    }

    @Test
    void readsEveryCharacterSet() {
        for (String charset : List.of("utf-8", "utf-16le", "utf-16be", "windows-1252", "iso-8859-1")) {
            Path file = file(folder, charset + ".csv", "näme,b\nÜber,\"ß\n\"\n".getBytes(Charset.forName(charset)));
            var format = new StorageFormat.Text(",", "\"", true, 0, charset);

            assertThat(names(file, format)).as(charset).endsWith("näme", "b");
            assertThat(rows(file, format)).as(charset).containsExactly(Arrays.asList(2L, null, "Über", "ß\n"));
        }
    }

    @Test
    void dropsAByteOrderMark() {
        assertThat(names(file(folder, "bom.csv", "\uFEFFa,b\n1,2\n"), CSV)).containsExactly("_row", "_bad", "a", "b");
    }

    @Test
    void namesTheRowWithBytesOfAnotherEncoding() {
        Path file = file(folder, "latin.csv", "a,b\n1,gut\n2,größer\n3,gut\n".getBytes(StandardCharsets.ISO_8859_1));

        List<List<Object>> rows = rows(file, CSV);

        assertThat(rows).extracting(List::getFirst).containsExactly(2L, 3L, 4L);
        assertThat(rows.get(1).get(1)).isEqualTo("The row has bytes that are no characters in this encoding.");
        assertThat(rows.get(1).get(3)).isEqualTo("gr\uFFFD\uFFFDer");
        assertThat(rows.get(2).get(1)).isNull();
    }

    @Test
    void losesOnlyTheRowWhoseQuoteIsNeverClosed() {
        Path file = file(folder, "open.csv", "a,b\n1,x\n2,\"open\n3,y\n4,\"fine\"\n5,z\n6,\"open\n7,end\n");

        List<List<Object>> rows = rows(file, CSV);

        assertThat(rows).extracting(List::getFirst).containsExactly(2L, 3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(rows).filteredOn(row -> row.get(1) != null).extracting(List::getFirst).containsExactly(3L, 7L);
        assertThat(rows.get(1)).containsExactly(3L, "Field 2 goes on after its closing quote.", "2", "\"open");
        assertThat(rows.get(5).get(1)).isEqualTo("Field 2 opens a quote and does not close it.");
    }

    @Test
    void readsACellOfTenMegabytes() {
        String huge = "x".repeat(10_000_000);
        Path file = file(folder, "huge.csv", "a,b\n1," + huge + "\n2,small\n");

        assertThat(rows(file, CSV)).extracting(row -> ((String) row.get(3)).length()).containsExactly(10_000_000, 5);
    }

    @Test
    void givesUpOnlyTheRowThatIsLongerThanAnyMayBe() {
        String tooLong = "x".repeat(RecordScanner.MAX_CHARS + 10);
        Path plain = file(folder, "long.csv", "a,b\n1," + tooLong + "\n2,small\n");
        Path quoted = file(folder, "quoted.csv", "a,b\n1,\"" + tooLong + "\"\n2,small\n");

        for (Path file : List.of(plain, quoted)) {
            assertThat(rows(file, CSV)).containsExactly(
                    Arrays.asList(2L, "The row is longer than 16 million characters.", null, null), Arrays.asList(3L, null, "2", "small"));
        }
    }

    @Test
    void readsSeventeenThousandColumns() {
        String header = IntStream.range(0, 17_000).mapToObj(i -> "c" + i % 9_000).collect(Collectors.joining(","));
        String row = IntStream.range(0, 17_000).mapToObj(String::valueOf).collect(Collectors.joining(","));
        Path file = file(folder, "wide.csv", header + "\n" + row + "\n");

        assertThat(names(file, CSV)).hasSize(17_002).doesNotHaveDuplicates().contains("c7999_2");
        assertThat(rows(file, CSV).getFirst()).hasSize(17_002).endsWith("16999");
    }

    @Test
    void makesHostileHeadersUnique() {
        Path file = file(folder, "hostile.csv", "name,Name,,unnamed: 0,a\u0007\u202Eb,_row,\"drop \"\"x\"\"; --\"\n1,2,3,4,5,6,7\n");

        assertThat(names(file, CSV)).containsExactly(
                "_row", "_bad", "name", "Name_2", "column2", "unnamed: 0", "ab", "_row_2", "drop \"x\"; --");
    }

    @Test
    void skipsLinesBeforeTheHeader() {
        Path file = file(folder, "report.csv", "Sales report\n\"unclosed, week 7\n\nid,qty\n1,2\n");
        var format = new StorageFormat.Text(",", "\"", true, 3, "utf-8");

        assertThat(names(file, format)).endsWith("id", "qty");
        assertThat(rows(file, format)).containsExactly(Arrays.asList(5L, null, "1", "2"));
    }

    @Test
    void hasNoRowsInAnEmptyFile() {
        assertThat(rows(file(folder, "empty.csv", ""), CSV)).isEmpty();
        assertThat(rows(file(folder, "header.csv", "a,b"), CSV)).isEmpty();
        assertThat(names(file(folder, "empty.csv", ""), CSV)).containsExactly("_row", "_bad");
    }

    @Test
    void saysWhyAFileCannotBeOpened() {
        assertThat(failure(() -> rows(folder.resolve("no.csv"), CSV)).message()).isEqualTo("There is no file no.csv.");
        assertThat(failure(() -> rows(folder, CSV)).message()).contains("is a folder, not a file");
        var odd = new StorageFormat.Text(",", "\"", true, 0, "klingon-8");
        assertThat(failure(() -> rows(file(folder, "a.csv", "a"), odd)).message()).isEqualTo("There is no character encoding named klingon-8.");
    }

    @Test
    void readsBackWhatAnotherProgramWrote() {
        var random = new Random(11);
        String letters = "ab,;\"\n\r |ü€\uD83D\uDE00\t\\";
        for (int table = 0; table < 200; table++) {
            var text = new StringWriter();
            var written = new ArrayList<List<Object>>();
            int width = 2 + random.nextInt(6);
            try (CsvWriter writer = CsvWriter.builder().lineDelimiter(LineDelimiter.values()[random.nextInt(3)]).build(text)) {
                writer.writeRecord(IntStream.range(0, width).mapToObj(i -> "c" + i).toList());
                for (int row = 0; row < 30; row++) {
                    List<String> record = IntStream.range(0, width).mapToObj(_ -> word(random, letters)).toList();
                    writer.writeRecord(record);
                    written.add(new ArrayList<>(record));
                }
            } catch (IOException error) {
                throw new UncheckedIOException(error);
            }
            List<List<Object>> rows = rows(file(folder, "table.csv", text.toString()), CSV);
            assertThat(rows).allMatch(row -> row.get(1) == null);
            assertThat(rows).extracting(row -> row.subList(2, row.size())).containsExactlyElementsOf(written);
        }
    }

    private static String word(Random random, String letters) {
        int[] points = letters.codePoints().toArray();
        var word = new StringBuilder();
        for (int length = random.nextInt(6); length > 0; length--) {
            word.appendCodePoint(points[random.nextInt(points.length)]);
        }
        return word.toString();
    }

    @Test
    void keepsMemoryBoundedOnJunk() {
        byte[] junk = new byte[4 << 20];
        new Random(7).nextBytes(junk);
        Path file = file(folder, "junk.csv", junk);

        try (FileReader.RowCursor cursor = new TextRows().open(file, CSV)) {
            long last = 0;
            for (Object[] row = cursor.next(); row != null; row = cursor.next()) {
                assertThat((Long) row[0]).isGreaterThan(last);
                last = (Long) row[0];
            }
        }
    }
}
