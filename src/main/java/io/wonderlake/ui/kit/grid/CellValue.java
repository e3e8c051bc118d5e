package io.wonderlake.ui.kit.grid;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wonderlake.catalog.Column;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;

/// A cell's value in whole, as text to be read; JSON is laid out in lines.
///
/// @param head what the value is: column and row
/// @param note its size, and whether it was cut; may be empty
record CellValue(String head, String text, String note) {
    private static final int MAX_TEXT = 500_000;
    private static final int MAX_JSON = 2_000_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    static CellValue of(Column column, long row, Object value) {
        String head = Strings.text("grid.cell", CellText.visible(column.name()), Formats.count(row + 1));
        String raw = value == null ? "null" : laidOut(CellText.raw(value));
        boolean cut = raw.length() > MAX_TEXT;
        String size = Strings.text("grid.cell.size", Formats.count(raw.length()));
        String note = cut ? Strings.text("grid.cell.cut", Formats.count(MAX_TEXT), Formats.count(raw.length())) : size;
        return new CellValue(head, cut ? raw.substring(0, MAX_TEXT) : raw, note);
    }

    private static String laidOut(String text) {
        String start = text.stripLeading();
        if (text.length() > MAX_JSON || !start.startsWith("{") && !start.startsWith("[")) {
            return text;
        }
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.readTree(text));
        } catch (JacksonException notJson) {
            return text;
        }
    }
}
