package io.wonderlake.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class StreamAndStoreFilesTest {
    private static final List<SampleUpload> RETAIL = new RetailFiles(false).uploads();

    private static List<Row> sheet(byte[] bytes) throws IOException {
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes)); Stream<Row> rows = book.getFirstSheet().openStream()) {
            return rows.toList();
        }
    }

    private static byte[] bytes(SampleFile file) throws IOException {
        return file.source().open(rows -> { }).readAllBytes();
    }

    private static List<SampleFile> files(List<SampleUpload> uploads, String contract) {
        return uploads.stream().filter(upload -> upload.contract().equals(contract)).flatMap(upload -> upload.files().stream()).toList();
    }

    @Test
    void streamsFiveThousandEmployeesWithTwentyOneFields() {
        List<String> lines = Lines.lines(WorkforceFiles.uploads(), "workforce.employee");
        Pattern name = Pattern.compile("\"([^\"]+)\":");
        assertThat(lines).hasSize(5_000).allSatisfy(line ->
                assertThat(name.matcher(line).results().map(found -> found.group(1))).hasSize(21).contains("EmployeeID", "Salary", "unnamed: 0"));
        assertThat(lines.stream().map(line -> field(line, "EmployeeID")).distinct()).hasSize(5_000);
        Map<String, int[]> ranges = Map.of("Age", new int[] {22, 61}, "YearsOfExperience", new int[] {0, 14}, "EducationLevel", new int[] {1, 5},
                "TrainingHours", new int[] {10, 99}, "YearsInCurrentRole", new int[] {0, 9}, "Salary", new int[] {30_000, 150_000});
        ranges.forEach((column, range) -> assertThat(lines.stream().map(line -> Integer.parseInt(field(line, column)))).as(column)
                .allMatch(value -> value >= range[0] && value <= range[1]));
        assertThat(lines.stream().map(line -> field(line, "Skills")).distinct()).hasSize(6);
        assertThat(lines.stream().map(line -> field(line, "Department")).distinct()).hasSize(5);
    }

    private static String field(String line, String name) {
        return line.replaceFirst(".*\"" + name + "\":\"?([^\",}]*).*", "$1");
    }

    @Test
    void sendsAReportForEachStoreAndWeek() throws IOException {
        List<SampleFile> reports = files(RETAIL, "retail.sales_report");
        assertThat(reports).hasSize(72).allMatch(report -> report.rows() >= 60 && report.rows() <= 100);
        List<Row> rows = sheet(bytes(reports.getFirst()));
        assertThat(reports.getFirst().path().toString()).isEqualTo("raw/retail/sales_report/week=2026-W40/sales_report_0007_2026-W40.xlsx");
        assertThat(rows).hasSize((int) reports.getFirst().rows() + 1);
        assertThat(rows.getFirst().stream().map(Cell::getText)).isEqualTo(SalesReport.COLUMNS);
        assertThat(rows.get(1).getCell(0).asDate().toLocalDate()).isEqualTo(LocalDate.of(2026, 9, 28));
        assertThat(rows.get(1).getCell(1)).matches(cell -> cell.getType() == CellType.STRING && cell.getText().equals("0007"));
        assertThat(rows.get(1).getCell(7).asNumber()).isPositive();
    }

    @Test
    void keepsReportsConsistent() {
        RetailFiles clean = new RetailFiles(true);
        assertThat(RetailProducts.STORES).allSatisfy(store -> assertThat(clean.rows(new SalesReport(store, 42))).allMatch(row -> {
            BigDecimal gross = ((BigDecimal) row.get(4)).multiply(BigDecimal.valueOf((int) row.get(3)));
            return gross.equals(row.get(6)) && gross.subtract((BigDecimal) row.get(5)).equals(row.get(7));
        }));
    }

    @Test
    void breaksOneReportInTwentySevenRowsAndCorrectsIt() throws IOException {
        SampleUpload broken = new RetailFiles(false).broken();
        SampleUpload corrected = new RetailFiles(false).corrected();
        List<Row> bad = sheet(bytes(broken.files().getFirst()));
        List<Row> good = sheet(bytes(corrected.files().getFirst()));
        assertThat(broken.files().getFirst().path()).isEqualTo(corrected.files().getFirst().path())
                .hasToString("raw/retail/sales_report/week=2026-W46/sales_report_0031_2026-W46.xlsx");
        assertThat(corrected.parent()).isEqualTo(broken.id());
        assertThat(good).hasSameSizeAs(bad);
        assertThat(bad.stream().skip(1).filter(row -> row.getCell(7).getType() == CellType.STRING)).hasSize(24)
                .allMatch(row -> row.getCell(7).getText().matches("[0-9.]+,[0-9]{2}")).anyMatch(row -> row.getCell(7).getText().contains("."));
        long differing = 0;
        for (int row = 1; row < bad.size(); row++) {
            differing += texts(bad.get(row)).equals(texts(good.get(row))) ? 0 : 1;
        }
        assertThat(differing).isEqualTo(27);
    }

    private static List<String> texts(Row row) {
        return row.stream().map(cell -> cell.getType() + " " + cell.getRawValue()).toList();
    }

    @Test
    void logsTheStockOfEachWarehouseAndDay() throws IOException {
        List<SampleFile> logs = files(RETAIL, "retail.inventory_log");
        assertThat(logs).hasSize(41 * 3 + 1).noneMatch(log -> log.path().key().contains("day=2026-10-11"));
        assertThat(logs.getLast().path().name()).isEqualTo("inventory_log_WH-EAST_2026-10-27_again.csv");
        assertThat(files(new RetailFiles(true).uploads(), "retail.inventory_log")).hasSize(42 * 3);
        Map<String, List<String>> headers = logs.stream().collect(Collectors.groupingBy(log -> Lines.lines(log).getFirst(),
                Collectors.mapping(log -> log.path().key().replaceFirst(".*day=([0-9-]*)/.*", "$1"), Collectors.toList())));
        String plain = "log_ts,warehouse_id,sku,event,quantity,on_hand,operator";
        assertThat(headers).containsOnlyKeys(plain, plain + ",note");
        assertThat(headers.get(plain)).allMatch(day -> day.compareTo("2026-10-20") < 0);
        assertThat(headers.get(plain + ",note")).allMatch(day -> day.compareTo("2026-10-20") >= 0);
    }

    @Test
    void carriesTheStockFromDayToDay() {
        for (int warehouse = 0; warehouse < 3; warehouse++) {
            Map<String, Integer> stock = new HashMap<>();
            for (int day = 0; day < 42; day++) {
                for (InventoryLog.Line line : new InventoryLog(warehouse, InventoryLog.FIRST_DAY.plusDays(day), true).lines()) {
                    int quantity = Integer.parseInt(line.quantity());
                    int change = line.event().equals("OUT") ? -quantity : line.event().equals("COUNT") ? 0 : quantity;
                    int after = Integer.parseInt(line.onHand());
                    Integer before = stock.put(line.sku(), after);
                    assertThat(before == null || before + change == after).as(line.text()).isTrue();
                    assertThat(after).isNotNegative();
                }
            }
        }
    }

    @Test
    void writesTheSameBytesAgain() {
        Function<SampleFile, List<Byte>> content = file -> {
            try {
                byte[] bytes = bytes(file);
                return List.of((byte) bytes.length, (byte) java.util.Arrays.hashCode(bytes));
            } catch (IOException error) {
                throw new java.io.UncheckedIOException(error);
            }
        };
        assertThat(files(new RetailFiles(false).uploads(), "retail.sales_report").stream().map(content).toList())
                .isEqualTo(files(RETAIL, "retail.sales_report").stream().map(content).toList());
    }

    @Test
    void offersFilesToTryAnUploadWith() throws IOException {
        Map<String, Supplier<byte[]>> files = PracticeFiles.all();
        assertThat(files).hasSize(8);
        assertThat(sheet(files.get("sales_report_0044_2026-W46_with_title.xlsx").get()).getFirst().getCell(0).getText()).startsWith("Sales report of store 0044");
        assertThat(new String(files.get("sales_report_0007_2026-W46_leading_zeros.csv").get(), StandardCharsets.UTF_8)).contains(",0007,MH-");
        assertThat(new String(files.get("inventory_log_WH-SOUTH_2026-11-09_latin1.csv").get(), StandardCharsets.ISO_8859_1)).contains(";É. Müller;");
        SampleFile accepted = files(RETAIL, "retail.sales_report").stream().filter(file -> file.path().name().equals("sales_report_0012_2026-W45.xlsx"))
                .findFirst().orElseThrow();
        assertThat(files.get("sales_report_0012_2026-W45.xlsx").get()).isEqualTo(bytes(accepted));
        List<Row> old = sheet(files.get("sales_report_0075_2026-W46_1904_dates.xlsx").get());
        assertThat(old.get(1).getCell(0).getRawValue()).isEqualTo(String.valueOf(
                LocalDate.of(2026, 11, 9).toEpochDay() - LocalDate.of(1904, 1, 1).toEpochDay()));
        String wrong = sheet(files.get("sales_report_0052_2026-W46_with_errors.xlsx").get()).stream().flatMap(Row::stream).map(Cell::getText)
                .collect(Collectors.joining(" "));
        assertThat(wrong).contains("13/02/24x", "1.234,56", "-5", "MH-9999", "CHF");
    }
}
