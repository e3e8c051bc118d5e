package io.wonderlake.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes a workbook with one sheet: real dates, numbers with their formats, everything else as text. The same cells give the same bytes.
final class SalesWorkbook {
    private static final String SHEET = "Sales";
    private static final LocalDateTime WRITTEN = LocalDateTime.of(2026, 11, 1, 0, 0);
    private static final int DAYS_TO_1904 = 1_462;

    private SalesWorkbook() {
    }

    /// The column names above the rows.
    static byte[] report(List<List<Object>> rows) {
        return write(false, sheet -> table(sheet, 0, rows, false));
    }

    /// The same in the date system that old Macs used.
    static byte[] reportIn1904(List<List<Object>> rows) {
        return write(true, sheet -> table(sheet, 0, rows, true));
    }

    /// As people send it: a title over merged cells, a blank row, merged group names above the column names, and totals below.
    static byte[] decorated(String title, List<List<Object>> rows) {
        return write(false, sheet -> {
            sheet.value(0, 0, title);
            sheet.range(0, 0, 0, 8).merge();
            sheet.value(2, 0, "What");
            sheet.range(2, 0, 2, 2).merge();
            sheet.value(2, 3, "How much");
            sheet.range(2, 3, 2, 8).merge();
            table(sheet, 3, rows, false);
            int last = 4 + rows.size();
            sheet.value(last, 0, "Total");
            for (int column : List.of(3, 5, 6, 7)) {
                sheet.value(last, column, rows.stream().map(row -> new BigDecimal(row.get(column).toString())).reduce(BigDecimal.ZERO, BigDecimal::add));
            }
        });
    }

    @FunctionalInterface
    private interface Filling {
        void fill(Worksheet sheet);
    }

    private static byte[] write(boolean from1904, Filling filling) {
        try {
            Path raw = Files.createTempFile("wonderlake-", ".xlsx");
            try {
                try (Workbook book = new Workbook(Files.newOutputStream(raw), "Wonderlake", "1.0")) {
                    filling.fill(book.newWorksheet(SHEET));
                }
                return timeless(raw, from1904);
            } finally {
                Files.delete(raw);
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static void table(Worksheet sheet, int top, List<List<Object>> rows, boolean from1904) {
        for (int column = 0; column < SalesReport.COLUMNS.size(); column++) {
            sheet.value(top, column, SalesReport.COLUMNS.get(column));
            sheet.style(top, column).bold().set();
            sheet.width(column, 12);
        }
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                cell(sheet, top + 1 + row, column, rows.get(row).get(column), from1904);
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, Object value, boolean from1904) {
        switch (value) {
            case LocalDate date -> {
                long serial = date.toEpochDay() - LocalDate.of(1899, 12, 30).toEpochDay();
                sheet.value(row, column, from1904 ? serial - DAYS_TO_1904 : serial);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case BigDecimal money -> {
                sheet.value(row, column, money);
                sheet.style(row, column).format("#,##0.00").set();
            }
            case Number number -> sheet.value(row, column, number);
            default -> sheet.value(row, column, value.toString());
        }
    }

    /// Writes the package anew with fixed times in it and around it, its parts in the same order. It was written as a stream, without
    /// the sizes that a stream reader needs, so it is read from a file.
    private static byte[] timeless(Path book, boolean from1904) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipFile in = new ZipFile(book.toFile()); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry : in.stream().toList()) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(WRITTEN);
                zip.putNextEntry(copy);
                zip.write(part(entry.getName(), in.getInputStream(entry).readAllBytes(), from1904));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] part(String name, byte[] bytes, boolean from1904) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        String fixed = switch (name) {
            case "docProps/core.xml" -> text.replaceAll("(<dcterms:created[^>]*>)[^<]*", "$1" + WRITTEN + ":00Z");
            case "xl/workbook.xml" -> from1904 ? text.replace("date1904=\"false\"", "date1904=\"true\"") : text;
            default -> text;
        };
        return fixed.getBytes(StandardCharsets.UTF_8);
    }
}
