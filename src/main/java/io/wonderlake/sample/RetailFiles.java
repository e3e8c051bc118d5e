package io.wonderlake.sample;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The raw files of the stores and warehouses: six weeks with a few bad cells, one day missing, one log sent twice, a new column,
/// and the report that breaks a run until it is corrected.
final class RetailFiles {
    static final int FIRST_WEEK = 40;
    static final int LAST_WEEK = 45;
    static final int BROKEN_WEEK = 46;
    private static final String BROKEN_STORE = "0031";
    private static final String SENDER = "store-reports@madhatter.example";
    private static final int DAYS = 42;
    private static final int FOREIGN_NUMBERS = 24;
    /// From this day on the warehouses send a note, too.
    private static final LocalDate NOTES_FROM = LocalDate.of(2026, 10, 20);
    private static final LocalDate ODD_DAY = LocalDate.of(2026, 10, 14);
    private static final LocalDate MISSING_DAY = LocalDate.of(2026, 10, 11);
    private static final LocalDate DOUBLED_DAY = LocalDate.of(2026, 10, 27);

    private final boolean clean;

    RetailFiles(boolean clean) {
        this.clean = clean;
    }

    /// A cell that a store filled in wrongly.
    private record BadCell(String store, int week, int row, String column, Object value) { }

    private static final List<BadCell> BAD_CELLS = List.of(
            new BadCell("0081", 41, 55, "net", "n/a"),
            new BadCell("0044", 42, 17, "currency", "EURO"),
            new BadCell("0044", 42, 18, "currency", "EURO"),
            new BadCell("0052", 43, 9, "units_sold", -3),
            new BadCell("0019", 44, 31, "report_date", "29/10/26x"),
            new BadCell("0068", 44, 12, "sku", "MH-9999"),
            new BadCell("0068", 44, 40, "sku", "MH-9999"));

    List<SampleUpload> uploads() {
        List<SampleUpload> uploads = new ArrayList<>();
        IntStream.rangeClosed(FIRST_WEEK, LAST_WEEK).mapToObj(this::week).forEach(uploads::add);
        IntStream.range(0, DAYS).mapToObj(InventoryLog.FIRST_DAY::plusDays).filter(day -> clean || !day.equals(MISSING_DAY)).map(this::inventory)
                .forEach(uploads::add);
        if (!clean) {
            uploads.add(sentAgain());
        }
        return uploads;
    }

    private SampleUpload week(int week) {
        List<SampleFile> files = RetailProducts.STORES.stream().map(store -> file(new SalesReport(store, week))).toList();
        return upload(week, "", "", files);
    }

    private SampleFile file(SalesReport report) {
        return workbook(report, rows(report));
    }

    /// The rows as the store sent them.
    List<List<Object>> rows(SalesReport report) {
        List<List<Object>> rows = report.rows();
        BAD_CELLS.stream().filter(cell -> !clean && cell.store.equals(report.store().id()) && cell.week == report.week())
                .forEach(cell -> set(rows.get(cell.row), cell.column, cell.value));
        return rows;
    }

    private static void set(List<Object> row, String column, Object value) {
        row.set(SalesReport.COLUMNS.indexOf(column), value);
    }

    private static SampleFile workbook(SalesReport report, List<List<Object>> rows) {
        String path = "raw/retail/sales_report/week=2026-W" + report.week() + "/" + report.name() + ".xlsx";
        return SampleFile.of(path, rows.size(), () -> SalesWorkbook.report(rows));
    }

    private static SampleUpload upload(int week, String store, String parent, List<SampleFile> files) {
        String id = "sales-report-2026-W" + week + store;
        return new SampleUpload(id, "retail.sales_report", SENDER,
                SalesReport.monday(week + 1).atTime(parent.isEmpty() ? 6 : 9, 30).toInstant(ZoneOffset.UTC), parent, files);
    }

    /// The report with numbers that a foreign office program wrote, and three other bad cells.
    SampleUpload broken() {
        SalesReport report = SalesReport.of(BROKEN_STORE, BROKEN_WEEK);
        List<List<Object>> rows = report.rows();
        int net = SalesReport.COLUMNS.indexOf("net");
        List<List<Object>> dear = rows.stream().sorted((a, b) -> b.get(net).toString().length() - a.get(net).toString().length()).toList();
        dear.subList(0, FOREIGN_NUMBERS).forEach(row -> row.set(net, String.format(Locale.GERMANY, "%,.2f", row.get(net))));
        set(dear.get(FOREIGN_NUMBERS), "report_date", "31/11/26x");
        set(dear.get(FOREIGN_NUMBERS + 1), "units_sold", -4);
        set(dear.get(FOREIGN_NUMBERS + 2), "currency", "EURO");
        return upload(BROKEN_WEEK, "-" + BROKEN_STORE, "", List.of(workbook(report, rows)));
    }

    /// The same report as it should have been.
    SampleUpload corrected() {
        SalesReport report = SalesReport.of(BROKEN_STORE, BROKEN_WEEK);
        return upload(BROKEN_WEEK, "-" + BROKEN_STORE + "-corrected", broken().id(), List.of(workbook(report, report.rows())));
    }

    private SampleUpload inventory(LocalDate day) {
        List<SampleFile> files = IntStream.range(0, InventoryLog.WAREHOUSES.size()).mapToObj(warehouse -> log(warehouse, day, "")).toList();
        return inventory(day, "", 1, files);
    }

    /// A warehouse sends the log of a day a second time: each of its rows is a duplicate.
    private SampleUpload sentAgain() {
        return inventory(DOUBLED_DAY, "-again", 8, List.of(log(0, DOUBLED_DAY, "_again")));
    }

    private static SampleUpload inventory(LocalDate day, String ending, int hour, List<SampleFile> files) {
        return new SampleUpload("inventory-log-" + day + ending, "retail.inventory_log", "warehouses@madhatter.example",
                day.plusDays(1).atTime(hour, 15).toInstant(ZoneOffset.UTC), "", files);
    }

    private SampleFile log(int warehouse, LocalDate day, String ending) {
        InventoryLog log = new InventoryLog(warehouse, day, clean || !day.isBefore(NOTES_FROM));
        List<String> lines = new ArrayList<>(log.lines().stream().map(InventoryLog.Line::text).toList());
        if (!clean && day.equals(ODD_DAY) && warehouse == 1) {
            lines.set(4, lines.get(4).replaceFirst(",(OUT|IN|ADJUST),", ",RETURN,"));
            lines.set(9, lines.get(9).replaceFirst(",(OUT|IN|ADJUST),-?[0-9]+,", ",$1,n/a,"));
        }
        String path = "raw/retail/inventory_log/day=" + day + "/" + log.name() + ending + ".csv";
        return SampleFile.text(path, lines.size(), () -> lines.stream().collect(Collectors.joining("\n", log.header() + "\n", "\n")));
    }
}
