package io.wonderlake.format;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import javax.xml.stream.XMLStreamException;

/// Goes down the rows of one sheet and gives each cell as text.
final class XlsxRowReader implements Closeable {
    /// The last column of a sheet is XFD.
    static final int MOST_COLUMNS = 16_384;
    private static final int MOST_ROWS = 1_048_576;

    private final XlsxBook book;
    private final XlsxBook.Sheet sheet;
    private final Xml xml;
    private final String[] cells = new String[MOST_COLUMNS];
    private int size;
    private int row;
    private boolean started;

    XlsxRowReader(XlsxBook book, XlsxBook.Sheet sheet, InputStream in) throws XMLStreamException {
        this.book = book;
        this.sheet = sheet;
        this.xml = new Xml(in);
    }

    /// Moves to the next row that holds anything; false behind the last one.
    boolean next() {
        try {
            if (!started) {
                started = true;
                while (xml.nextElement() && !xml.at("sheetData")) {
                    continue;
                }
            }
            do {
                if (!nextRow()) {
                    return false;
                }
            } while (size == 0);
            return true;
        } catch (XMLStreamException | NumberFormatException error) {
            throw Trouble.sheetRow(book.source().name(), sheet.name(), row + 1)
                    .withDetail(String.valueOf(error.getMessage())).withOrigin(error).exception();
        }
    }

    /// 1-based row of the sheet.
    int row() {
        return row;
    }

    /// One more than the last column that holds something.
    int size() {
        return size;
    }

    /// The cell's text, or null for an empty cell.
    String cell(int column) {
        return column < size ? cells[column] : null;
    }

    private boolean nextRow() throws XMLStreamException {
        Arrays.fill(cells, 0, size, null);
        size = 0;
        if (!xml.nextElementIn("sheetData")) {
            return false;
        }
        String number = xml.attribute("r");
        row = number.isEmpty() ? row + 1 : Integer.parseInt(number);
        if (row < 1 || row > MOST_ROWS) {
            throw Trouble.cell(book.source().name(), sheet.name(), number).exception();
        }
        for (int column = 0; xml.nextElementIn("row"); ) {
            if (xml.at("c")) {
                column = cell(xml.attribute("r"), column) + 1;
            }
        }
        return true;
    }

    private int cell(String reference, int next) throws XMLStreamException {
        int column = reference.isEmpty() ? next : column(reference);
        if (column < 0 || column >= MOST_COLUMNS) {
            throw Trouble.cell(book.source().name(), sheet.name(), reference.isEmpty() ? "#" + (column + 1) : reference).exception();
        }
        String value = value(xml.attribute("t"), xml.attribute("s"));
        if (value != null && !value.isEmpty()) {
            cells[column] = value;
            size = Math.max(size, column + 1);
        }
        return column;
    }

    private String value(String type, String style) throws XMLStreamException {
        String stored = null;
        String inline = null;
        while (xml.nextElementIn("c")) {
            if (xml.at("v")) {
                stored = xml.text("v");
            } else if (xml.at("is")) {
                inline = CellText.text(xml.text("is"));
            }
        }
        if (stored == null || stored.isEmpty()) {
            return inline;
        }
        return switch (type) {
            case "s" -> shared(stored);
            case "str", "inlineStr" -> CellText.text(stored);
            case "b" -> stored.strip().equals("0") || stored.strip().equals("false") ? "FALSE" : "TRUE";
            case "d" -> CellText.iso(stored);
            case "e" -> stored;
            default -> CellText.number(stored, style.isEmpty() ? CellFormat.PLAIN : book.format(Integer.parseInt(style)), book.since1904());
        };
    }

    private String shared(String index) throws XMLStreamException {
        String text = book.sharedText(Integer.parseInt(index.strip()));
        if (text == null) {
            throw new XMLStreamException("shared text " + index);
        }
        return CellText.text(text);
    }

    /// `A1` is 0; -1 for what is no reference. Stops counting when the column cannot be one.
    static int column(String reference) {
        int column = 0;
        for (int i = 0; i < reference.length() && column <= MOST_COLUMNS; i++) {
            char c = reference.charAt(i);
            if (c < 'A' || c > 'Z') {
                break;
            }
            column = column * 26 + c - 'A' + 1;
        }
        return column - 1;
    }

    /// 0 is `A`.
    static String letters(int column) {
        return (column >= 26 ? letters(column / 26 - 1) : "") + (char) ('A' + column % 26);
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } catch (XMLStreamException error) {
            throw new IOException(error);
        }
    }
}
