package io.wonderlake.result.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wonderlake.catalog.Column;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

class RowSinkTest {
    private static final List<Column> COLUMNS = List.of(new Column("name", "varchar"), new Column("amount", "decimal(38,2)"), new Column("day", "date"),
            new Column("nested", "struct(a integer)"));
    private static final Object[] PLAIN = {"Ada", new BigDecimal("12345678901234567890.10"), LocalDate.of(2026, 11, 20), "{\"a\":1}"};
    private static final Object[] HOSTILE = {"=HYPERLINK(\"x\")", new BigDecimal("-1.50"), null, null};

    @Test
    void csvQuotesWhatNeedsItAndNeutralisesFormulasButNotNumbers() throws IOException {
        StringWriter text = new StringWriter();
        write(new CsvSink(text));
        assertThat(text.toString().lines()).containsExactly("name,amount,day,nested",
                "Ada,12345678901234567890.10,2026-11-20,\"{\"\"a\"\":1}\"",
                "\"'=HYPERLINK(\"\"x\"\")\",-1.50,,");
    }

    @Test
    void jsonKeepsNumbersExactAndNestedValuesNested() throws IOException {
        StringWriter text = new StringWriter();
        write(new JsonSink(text));
        assertThat(text.toString()).contains("\"amount\":12345678901234567890.10");
        JsonNode rows = new ObjectMapper().readTree(text.toString());
        assertThat(rows).hasSize(2);
        assertThat(rows.get(0).get("nested").get("a").intValue()).isEqualTo(1);
        assertThat(rows.get(1).get("name").textValue()).isEqualTo("=HYPERLINK(\"x\")");
        assertThat(rows.get(1).get("day").isNull()).isTrue();
    }

    @Test
    void jsonLosesNoColumnOfTheSameNameAndWritesTheTextOfAUnionAsText() throws IOException {
        StringWriter text = new StringWriter();
        try (RowSink sink = new JsonSink(text)) {
            sink.begin(List.of(new Column("a", "integer"), new Column("a", "integer"), new Column("u", "union(k varchar, n integer)")));
            sink.add(new Object[] {1, 2, "half a {"});
        }
        JsonNode row = new ObjectMapper().readTree(text.toString()).get(0);
        assertThat(row.get("a").intValue()).isEqualTo(1);
        assertThat(row.get("a_2").intValue()).isEqualTo(2);
        assertThat(row.get("u").textValue()).isEqualTo("half a {");
    }

    @Test
    void xlsxWritesDaysThatSheetsDoNotKnowAsText() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (RowSink sink = new XlsxSink(bytes)) {
            sink.begin(List.of(new Column("day", "date"), new Column("at", "timestamp")));
            sink.add(new Object[] {LocalDate.of(1815, 12, 10), LocalDateTime.of(1815, 12, 10, 6, 0)});
        }
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            Row row = workbook.getFirstSheet().read().get(1);
            assertThat(row.getCell(0).asString()).isEqualTo("1815-12-10");
            assertThat(row.getCell(1).asString()).isEqualTo("1815-12-10 06:00:00");
        }
    }

    @Test
    void jsonOfNoRowsIsAnEmptyArray() throws IOException {
        StringWriter text = new StringWriter();
        try (RowSink sink = new JsonSink(text)) {
            sink.begin(COLUMNS);
        }
        assertThat(text.toString().strip()).isEqualTo("[]");
    }

    @Test
    void xlsxKeepsTypesWhereTheyAreExactAndTextNeverBecomesAFormula() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(new XlsxSink(bytes));
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(bytes.toByteArray()))) {
            List<Row> rows = workbook.getFirstSheet().read();
            assertThat(rows).hasSize(3);
            assertThat(rows.get(1).getCell(1).asString()).isEqualTo("12345678901234567890.10");
            assertThat(rows.get(1).getCell(2).asDate()).isEqualTo(LocalDateTime.of(2026, 11, 20, 0, 0));
            assertThat(rows.get(2).getCell(0).asString()).isEqualTo("=HYPERLINK(\"x\")");
            assertThat(rows.get(2).getCell(0).getFormula()).isNull();
            assertThat(rows.get(2).getCell(1).asNumber()).isEqualByComparingTo("-1.50");
        }
    }

    private static void write(RowSink sink) throws IOException {
        try (sink) {
            sink.begin(COLUMNS);
            sink.add(PLAIN);
            sink.add(HOSTILE);
        }
    }
}
