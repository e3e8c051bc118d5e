package io.wonderlake.result.export;

import io.wonderlake.catalog.Column;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// A workbook with typed cells: sheet after sheet when the rows pass what one sheet holds. Text is written as text, never as a formula.
public final class XlsxSink implements RowSink {
    private static final int SHEET_ROWS = 1_048_576;
    private static final int FLUSH_ROWS = 1_000;
    private static final int CELL_CHARACTERS = 32_767;
    private static final int EXACT_DIGITS = 15;
    private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);
    private static final int LAST_YEAR = 9999;

    private final Workbook workbook;
    private List<Column> columns = List.of();
    private Worksheet sheet;
    private int sheets;
    private int next;

    public XlsxSink(OutputStream out) {
        workbook = new Workbook(out, "Wonderlake", "1.0");
    }

    /// How many sheets the rows have filled so far.
    public int sheets() {
        return sheets;
    }

    @Override
    public void begin(List<Column> columns) throws IOException {
        this.columns = columns;
        startSheet();
    }

    private void startSheet() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        sheets++;
        sheet = workbook.newWorksheet("Result" + (sheets == 1 ? "" : " " + sheets));
        sheet.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            sheet.value(0, i, columns.get(i).name());
            sheet.style(0, i).bold().set();
        }
        next = 1;
    }

    @Override
    public void add(Object[] row) throws IOException {
        if (next == SHEET_ROWS) {
            startSheet();
        }
        for (int i = 0; i < row.length; i++) {
            cell(i, row[i]);
        }
        next++;
        if (next % FLUSH_ROWS == 0) {
            sheet.flush();
        }
    }

    private void cell(int column, Object value) {
        switch (value) {
            case null -> { }
            case Boolean flag -> sheet.value(next, column, flag);
            case Integer number -> sheet.value(next, column, number);
            case Double number when Double.isFinite(number) -> sheet.value(next, column, number);
            case Long number when Math.abs(number) < 1_000_000_000_000_000L -> sheet.value(next, column, number);
            case BigDecimal number when number.precision() <= EXACT_DIGITS -> sheet.value(next, column, number);
            case BigInteger number when number.bitLength() < 50 -> sheet.value(next, column, number.longValue());
            case LocalDate date when inSheets(date) -> {
                sheet.value(next, column, date);
                sheet.style(next, column).format("yyyy-mm-dd").set();
            }
            case LocalDateTime time when inSheets(time.toLocalDate()) -> {
                sheet.value(next, column, time);
                sheet.style(next, column).format("yyyy-mm-dd hh:mm:ss").set();
            }
            default -> {
                String text = Values.text(value);
                sheet.value(next, column, text.substring(0, Math.min(text.length(), CELL_CHARACTERS)));
            }
        }
    }

    /// Sheets count days from 1900, with a day too many in its February, to the year 9999.
    private static boolean inSheets(LocalDate date) {
        return !date.isBefore(FIRST_DAY) && date.getYear() <= LAST_YEAR;
    }

    @Override
    public void close() throws IOException {
        if (sheet != null) {
            sheet.finish();
        }
        workbook.finish();
    }
}
