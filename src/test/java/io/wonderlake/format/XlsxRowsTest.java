package io.wonderlake.format;

import static io.wonderlake.format.Reading.failure;
import static io.wonderlake.format.Reading.file;
import static io.wonderlake.format.Reading.names;
import static io.wonderlake.format.Reading.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.StorageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class XlsxRowsTest {
    private static final StorageFormat FIRST = new StorageFormat.Xlsx("", 1);

    @TempDir
    private Path folder;

    @Test
    void givesCellsAsTheyMean() throws IOException {
        Path file = folder.resolve("report.xlsx");
        try (var out = Files.newOutputStream(file); var book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Week 7");
            List<String> header = List.of("store_id", "units", "price", "day", "at", "ok", "sum", "none");
            for (int i = 0; i < header.size(); i++) {
                sheet.value(0, i, header.get(i));
            }
            sheet.value(2, 0, "0012");
            sheet.value(2, 1, 7);
            sheet.value(2, 2, 1234.5);
            sheet.value(2, 3, LocalDate.of(2024, 2, 13));
            sheet.style(2, 3).format("dd/mm/yyyy").set();
            sheet.value(2, 4, LocalDateTime.of(2024, 2, 13, 8, 5, 9));
            sheet.style(2, 4).format("yyyy-mm-dd hh:mm:ss").set();
            sheet.value(2, 5, true);
            sheet.value(2, 6, 0.1 + 0.2);
        }

        assertThat(names(file, FIRST)).containsExactly("_sheet", "_row", "_bad", "store_id", "units", "price", "day", "at", "ok", "sum", "none");
        assertThat(rows(file, FIRST)).containsExactly(Arrays.asList(
                "Week 7", 3L, null, "0012", "7", "1234.5", "2024-02-13", "2024-02-13 08:05:09", "TRUE", "0.3", null));
    }

    @Test
    void readsFormulasErrorsAndOddCells() {
        Path file = XlsxParts.sheet("<row r='1'><c r='A1' t='inlineStr'><is><t>a</t></is></c><c t='str'><v>b_x000D_</v></c><c t='inlineStr'><is><r><t>c</t></r>"
                + "<rPh><t>no</t></rPh><r><t xml:space='preserve'> d</t></r></is></c></row>"
                + "<row r='2'><c r='A2'><f>1+1</f><v>2.0</v></c><c r='B2' t='e'><v>#N/A</v></c><c r='C2' t='b'><v>0</v></c></row>"
                + "<row><c t='d'><v>2024-02-13T00:00:00</v></c><c><v>1E3</v></c><c><v>12345678901234567</v></c></row>"
                + "<row r='9'><c r='D9'><v>1</v></c></row>").write(folder.resolve("odd.xlsx"));

        assertThat(names(file, FIRST)).endsWith("a", "b", "c d");
        assertThat(rows(file, FIRST)).containsExactly(
                Arrays.asList("S", 2L, null, "2", "#N/A", "FALSE"),
                Arrays.asList("S", 3L, null, "2024-02-13", "1000", "12345678901234567"),
                Arrays.asList("S", 9L, "Cell D9 stands right of the last column that has a name.", null, null, null));
    }

    @Test
    void knowsBothDateSystems() {
        String cells = "<row><c t='str'><v>d</v></c></row><row><c s='1'><v>1</v></c></row><row><c s='1'><v>45335</v></c></row><row><c s='1'><v>45335.75</v></c></row>"
                + "<row><c s='2'><v>1.5</v></c></row><row><c s='3'><v>0.25</v></c></row>";
        Path since1900 = XlsxParts.sheet(cells).write(folder.resolve("1900.xlsx"));
        Path since1904 = XlsxParts.sheet(cells).since1904().write(folder.resolve("1904.xlsx"));

        assertThat(rows(since1900, FIRST)).extracting(row -> row.get(3))
                .containsExactly("1900-01-01", "2024-02-13", "2024-02-13 18:00:00", "36:00:00", "06:00:00");
        assertThat(rows(since1904, FIRST)).extracting(row -> row.get(3))
                .containsExactly("1904-01-02", "2028-02-14", "2028-02-14 18:00:00", "36:00:00", "06:00:00");
    }

    @Test
    void readsTheSheetAndHeaderRowThatItIsTold() throws IOException {
        Path file = folder.resolve("two.xlsx");
        try (var out = Files.newOutputStream(file); var book = new Workbook(out, "test", "1.0")) {
            book.newWorksheet("First").value(0, 0, "x");
            Worksheet second = book.newWorksheet("Second");
            second.value(0, 0, "Sales report, week 7");
            second.value(3, 0, "id");
            second.value(3, 2, "id");
            second.value(4, 0, 1);
        }

        assertThat(rows(file, new StorageFormat.Xlsx("Second", 4))).containsExactly(Arrays.asList("Second", 5L, null, "1", null, null));
        assertThat(names(file, new StorageFormat.Xlsx("Second", 4))).endsWith("id", "column1", "id_2");
        assertThat(failure(() -> rows(file, new StorageFormat.Xlsx("Third", 1))).advice()).isEqualTo("Name one of its sheets: First, Second.");
    }

    @Test
    void refusesAZipBomb() {
        Path file = XlsxParts.sheet("").text("xl/sharedStrings.xml", "<sst><si><t>" + "A".repeat(60 << 20) + "</t></si></sst>").write(folder.resolve("bomb.xlsx"));

        assertThat(failure(() -> rows(file, FIRST)).message()).isEqualTo("bomb.xlsx would unpack to far more than a workbook holds.");
    }

    @Test
    void expandsNoEntities() {
        var lol = new StringBuilder("<!DOCTYPE sst [<!ENTITY a0 \"lol\">");
        for (int i = 1; i <= 9; i++) {
            lol.append("<!ENTITY a").append(i).append(" \"").append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        Path laughs = XlsxParts.sheet("<row><c t='s'><v>0</v></c></row>")
                .text("xl/sharedStrings.xml", lol + "]><sst><si><t>&a9;</t></si></sst>").write(folder.resolve("laughs.xlsx"));
        Path outside = XlsxParts.sheet("<row><c t='s'><v>0</v></c></row>").text("xl/sharedStrings.xml",
                "<!DOCTYPE sst [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><sst><si><t>[&x;]</t></si></sst>").write(folder.resolve("xxe.xlsx"));

        assertThat(failure(() -> rows(laughs, FIRST)).message()).startsWith("laughs.xlsx is damaged");
        assertThat(failure(() -> rows(outside, FIRST)).message()).startsWith("xxe.xlsx is damaged");
    }

    @Test
    void refusesCellsThatNoSheetHas() {
        for (String reference : List.of("XFE1", "ZZZZZZ1048576", "1A")) {
            Path file = XlsxParts.sheet("<row r='1'><c r='" + reference + "'><v>1</v></c></row>").write(folder.resolve("wide.xlsx"));
            assertThat(failure(() -> rows(file, FIRST)).message()).isEqualTo("wide.xlsx names a cell that no sheet has: " + reference + " in sheet S.");
        }
        Path many = XlsxParts.sheet("<row>" + "<c/>".repeat(16_385) + "</row>").write(folder.resolve("many.xlsx"));
        assertThat(failure(() -> rows(many, FIRST)).message()).contains("names a cell that no sheet has");
        Path low = XlsxParts.sheet("<row r='1048577'><c><v>1</v></c></row>").write(folder.resolve("low.xlsx"));
        assertThat(failure(() -> rows(low, FIRST)).message()).contains("names a cell that no sheet has");
        Path text = XlsxParts.sheet("<row><c t='s'><v>2000000000</v></c></row>").write(folder.resolve("text.xlsx"));
        assertThat(failure(() -> rows(text, FIRST)).message()).isEqualTo("text.xlsx is damaged: sheet S cannot be read near row 2.");
    }

    @Test
    void tellsProtectedOldAndOtherFilesApart() {
        Path secret = file(folder, "secret.xlsx", XlsxParts.ole("EncryptedPackage"));
        Path old = file(folder, "old.xls", XlsxParts.ole("Workbook"));
        Path csv = file(folder, "really.xlsx", "a,b\n1,2\n");
        Path docx = XlsxParts.empty().text("word/document.xml", "<document/>").write(folder.resolve("letter.xlsx"));

        assertThat(failure(() -> rows(secret, FIRST)).message()).isEqualTo("secret.xlsx is protected with a password.");
        assertThat(failure(() -> rows(old, FIRST)).message()).isEqualTo("old.xls is XLS, which is not read yet.");
        assertThat(failure(() -> rows(csv, FIRST)).message()).isEqualTo("really.xlsx is not an XLSX workbook.");
        assertThat(failure(() -> rows(docx, FIRST)).message()).isEqualTo("letter.xlsx is not an XLSX workbook.");
    }

    @Test
    void refusesADamagedPackage() throws IOException {
        Path file = XlsxParts.sheet("<row><c><v>1</v></c></row>").write(folder.resolve("good.xlsx"));
        byte[] bytes = Files.readAllBytes(file);
        Path cut = file(folder, "cut.xlsx", Arrays.copyOf(bytes, bytes.length * 2 / 3));
        Path up = XlsxParts.sheet("").text("xl/../../etc/passwd", "x").write(folder.resolve("up.xlsx"));
        Path twice = XlsxParts.sheet("").text("XL/workbook.xml", "x").write(folder.resolve("twice.xlsx"));
        Path tag = XlsxParts.sheet("<row><c r='" + "x ".repeat(600_000) + "'/></row>").write(folder.resolve("tag.xlsx"));

        assertThat(failure(() -> rows(cut, FIRST)).message()).isEqualTo("cut.xlsx is damaged: it is a workbook that does not unpack.");
        assertThat(failure(() -> rows(up, FIRST)).message()).isEqualTo("up.xlsx is not a safe workbook: it holds an entry named xl/../../etc/passwd.");
        assertThat(failure(() -> rows(twice, FIRST)).message()).contains("not a safe workbook");
        assertThat(failure(() -> rows(tag, FIRST)).message()).contains("far more than a workbook holds");
    }
}
