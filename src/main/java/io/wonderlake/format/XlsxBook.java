package io.wonderlake.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/// A workbook that [XlsxGuard] has passed: its sheets, shared texts and number formats.
final class XlsxBook implements Closeable {
    private static final long MOST_TEXT = 256L << 20;
    private static final int MOST_TEXTS = 4_000_000;

    private final Source source;
    private final ZipFile zip;
    private final Map<String, ZipEntry> entries = new HashMap<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private List<CellFormat> formats = List.of();
    private boolean since1904;

    /// @param part the name of the sheet's XML in the package
    record Sheet(String name, String part, boolean visible) { }

    private XlsxBook(Source source, ZipFile zip) {
        this.source = source;
        this.zip = zip;
        zip.stream().forEach(entry -> entries.put(entry.getName().toLowerCase(Locale.ROOT), entry));
    }

    static XlsxBook open(Source source) {
        try {
            var book = new XlsxBook(source, new ZipFile(source.file().toFile()));
            boolean whole = false;
            try {
                book.read();
                whole = true;
                return book;
            } catch (XMLStreamException | IOException | NumberFormatException error) {
                throw book.damaged(error);
            } finally {
                if (!whole) {
                    source.close(book);
                }
            }
        } catch (IOException error) {
            throw source.unreadable(error);
        }
    }

    List<Sheet> sheets() {
        return List.copyOf(sheets);
    }

    /// The sheet of that name, or the first visible one for an empty name.
    Sheet sheet(String name) {
        Optional<Sheet> found = sheets.stream()
                .filter(sheet -> name.isEmpty() ? sheet.visible() : sheet.name().equals(name)).findFirst();
        return found.or(() -> name.isEmpty() ? sheets.stream().findFirst() : Optional.empty()).orElseThrow(() ->
                Trouble.sheet(source.name(), name, String.join(", ", sheets.stream().map(Sheet::name).toList())).exception());
    }

    XlsxRowReader rows(Sheet sheet) {
        try {
            return new XlsxRowReader(this, sheet, part(sheet.part()).orElseThrow(() -> Trouble.noWorkbook(source.name()).exception()));
        } catch (XMLStreamException | IOException error) {
            throw damaged(error);
        }
    }

    String sharedText(int index) {
        return index >= 0 && index < texts.size() ? texts.get(index) : null;
    }

    CellFormat format(int style) {
        return style >= 0 && style < formats.size() ? formats.get(style) : CellFormat.PLAIN;
    }

    boolean since1904() {
        return since1904;
    }

    Source source() {
        return source;
    }

    RuntimeException damaged(Throwable error) {
        return Trouble.workbook(source.name()).withDetail(String.valueOf(error.getMessage())).withOrigin(error).exception();
    }

    private void read() throws IOException, XMLStreamException {
        String book = XlsxRelations.read(part("_rels/.rels"), "").stream()
                .filter(relation -> relation.is("officeDocument")).map(XlsxRelations::target).findFirst().orElse("xl/workbook.xml");
        List<XlsxRelations> parts = XlsxRelations.read(part(XlsxRelations.of(book)), book);
        sheets(part(book).orElseThrow(() -> Trouble.noWorkbook(source.name()).exception()), parts);
        if (sheets.isEmpty()) {
            throw Trouble.noWorkbook(source.name()).exception();
        }
        for (XlsxRelations relation : parts) {
            if (relation.is("styles")) {
                formats = CellFormat.read(part(relation.target()));
            } else if (relation.is("sharedStrings")) {
                texts(part(relation.target()));
            }
        }
    }

    private void sheets(InputStream workbook, List<XlsxRelations> parts) throws IOException, XMLStreamException {
        try (Xml xml = new Xml(workbook)) {
            while (xml.nextElement()) {
                if (xml.at("workbookPr")) {
                    since1904 = List.of("1", "true").contains(xml.attribute("date1904"));
                } else if (xml.at("sheet")) {
                    String id = xml.attribute("id");
                    parts.stream().filter(part -> part.id().equals(id) && part.is("worksheet")).findFirst().ifPresent(part ->
                            sheets.add(new Sheet(xml.attribute("name"), part.target(), !xml.attribute("state").endsWith("idden"))));
                }
            }
        }
    }

    private void texts(Optional<InputStream> part) throws IOException, XMLStreamException {
        if (part.isEmpty()) {
            return;
        }
        long size = 0;
        try (Xml xml = new Xml(part.get())) {
            while (xml.nextElement()) {
                if (xml.at("si")) {
                    String text = xml.text("si");
                    size += text.length();
                    texts.add(text);
                    source.meter().accept(0);
                    if (size > MOST_TEXT || texts.size() > MOST_TEXTS) {
                        throw Trouble.bookSize(source.name()).exception();
                    }
                }
            }
        }
    }

    private Optional<InputStream> part(String name) throws IOException {
        ZipEntry entry = entries.get(name.toLowerCase(Locale.ROOT));
        return entry == null ? Optional.empty() : Optional.of(zip.getInputStream(entry));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
