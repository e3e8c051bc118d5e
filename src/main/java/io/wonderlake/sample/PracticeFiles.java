package io.wonderlake.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Files to try an upload with: clean ones, and one for each way in which spreadsheets go wrong.
final class PracticeFiles {
    private static final int WEEK = RetailFiles.BROKEN_WEEK;
    private static final LocalDate DAY = SalesReport.monday(WEEK);

    private PracticeFiles() {
    }

    /// By file name.
    static Map<String, Supplier<byte[]>> all() {
        Map<String, Supplier<byte[]>> files = new LinkedHashMap<>();
        SalesReport clean = SalesReport.of("0012", WEEK);
        files.put(clean.name() + ".xlsx", () -> SalesWorkbook.report(clean.rows()));
        InventoryLog log = new InventoryLog(1, DAY, true);
        files.put(log.name() + ".csv", () -> csv(log, ",").getBytes(StandardCharsets.UTF_8));
        SalesReport titled = SalesReport.of("0044", WEEK);
        files.put(titled.name() + "_with_title.xlsx", () -> SalesWorkbook.decorated("Sales report of store 0044, week " + WEEK, titled.rows()));
        SalesReport wrong = SalesReport.of("0052", WEEK);
        files.put(wrong.name() + "_with_errors.xlsx", () -> SalesWorkbook.report(withErrors(wrong)));
        SalesReport zeros = SalesReport.of("0007", WEEK);
        files.put(zeros.name() + "_leading_zeros.csv", () -> csv(zeros).getBytes(StandardCharsets.UTF_8));
        InventoryLog foreign = new InventoryLog(2, DAY, true);
        files.put(foreign.name() + "_latin1.csv", () -> csv(foreign, ";").replace("E. Lindqvist", "É. Müller").getBytes(StandardCharsets.ISO_8859_1));
        SalesReport mac = SalesReport.of("0075", WEEK);
        files.put(mac.name() + "_1904_dates.xlsx", () -> SalesWorkbook.reportIn1904(mac.rows()));
        SalesReport sent = SalesReport.of("0012", RetailFiles.LAST_WEEK);
        files.put(sent.name() + ".xlsx", () -> SalesWorkbook.report(sent.rows()));
        return files;
    }

    private static List<List<Object>> withErrors(SalesReport report) {
        List<List<Object>> rows = report.rows();
        rows.get(3).set(SalesReport.COLUMNS.indexOf("report_date"), "13/02/24x");
        rows.get(7).set(SalesReport.COLUMNS.indexOf("net"), "1.234,56");
        rows.get(12).set(SalesReport.COLUMNS.indexOf("units_sold"), -5);
        rows.get(20).set(SalesReport.COLUMNS.indexOf("sku"), "MH-9999");
        rows.get(26).set(SalesReport.COLUMNS.indexOf("currency"), "CHF");
        return rows;
    }

    private static String csv(SalesReport report) {
        String header = String.join(",", SalesReport.COLUMNS) + "\n";
        return report.rows().stream().map(row -> row.stream().map(Object::toString).collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n", header, "\n"));
    }

    private static String csv(InventoryLog log, String delimiter) {
        return log.lines().stream()
                .map(line -> String.join(delimiter, line.time(), line.warehouse(), line.sku(), line.event(), line.quantity(), line.onHand(),
                        line.operator(), line.note().replace(",", "")))
                .collect(Collectors.joining("\n", log.header().replace(",", delimiter) + "\n", "\n"));
    }
}
