package io.wonderlake.result.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.wonderlake.catalog.Column;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.List;

/// RFC 4180 text with a header; null is an unquoted empty field, empty text a quoted one. Formulas are neutralised.
public final class CsvSink implements RowSink {
    private final CsvWriter csv;

    /// Does not close `out`'s underlying stream before its own close.
    public CsvSink(Writer out) {
        csv = CsvWriter.builder().quoteStrategy(de.siegmar.fastcsv.writer.QuoteStrategies.EMPTY).build(out);
    }

    @Override
    public void begin(List<Column> columns) {
        csv.writeRecord(columns.stream().map(Column::name).map(Values::harmless).toList());
    }

    @Override
    public void add(Object[] row) {
        csv.writeRecord(Arrays.stream(row).map(value -> value == null ? null : Values.harmless(value)).toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
