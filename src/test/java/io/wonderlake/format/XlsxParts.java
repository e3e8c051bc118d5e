package io.wonderlake.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// A workbook put together by hand, so that it can be wrong wherever a test wants it.
final class XlsxParts {
    private static final String REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private final Map<String, String> parts = new LinkedHashMap<>();

    private XlsxParts() {
    }

    static XlsxParts empty() {
        return new XlsxParts();
    }

    /// One sheet named `S`; styles 1, 2 and 3 are a date, hours and a time.
    static XlsxParts sheet(String rows) {
        return empty().text("_rels/.rels", "<Relationships><Relationship Id='r1' Type='" + REL + "officeDocument' Target='/xl/workbook.xml'/></Relationships>")
                .text("xl/workbook.xml", "<workbook><sheets><sheet name='S' sheetId='1' r:id='r1' xmlns:r='r'/></sheets></workbook>")
                .text("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='r1' Type='" + REL + "worksheet' Target='worksheets/sheet1.xml'/>"
                        + "<Relationship Id='r2' Type='" + REL + "sharedStrings' Target='sharedStrings.xml'/>"
                        + "<Relationship Id='r3' Type='" + REL + "styles' Target='styles.xml'/></Relationships>")
                .text("xl/styles.xml", "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='[Red]dd/mm/yyyy;@'/></numFmts>"
                        + "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='46'/><xf numFmtId='20'/></cellXfs></styleSheet>")
                .text("xl/worksheets/sheet1.xml", "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    XlsxParts text(String name, String text) {
        parts.put(name, text);
        return this;
    }

    void damage(int part, UnaryOperator<String> damage) {
        String name = List.copyOf(parts.keySet()).get(part % parts.size());
        parts.compute(name, (_, text) -> damage.apply(text));
    }

    XlsxParts since1904() {
        return text("xl/workbook.xml", parts.get("xl/workbook.xml").replace("<sheets>", "<workbookPr date1904='1'/><sheets>"));
    }

    Path write(Path file) {
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
            return file;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /// The beginning of an OLE file whose folder names one stream.
    static byte[] ole(String stream) {
        ByteBuffer bytes = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putLong(0, 0xE11AB1A1E011CFD0L);
        bytes.putShort(30, (short) 9).putInt(48, 0);
        bytes.put(512, stream.getBytes(StandardCharsets.UTF_16LE));
        return bytes.array();
    }
}
