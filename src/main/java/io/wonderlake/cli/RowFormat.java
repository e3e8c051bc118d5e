package io.wonderlake.cli;

import io.wonderlake.result.export.CsvSink;
import io.wonderlake.result.export.JsonSink;
import io.wonderlake.result.export.RowSink;
import io.wonderlake.result.export.XlsxSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// How `query` writes rows. The names are what the user types.
enum RowFormat {
    table, csv, json, parquet, xlsx;

    boolean binary() {
        return this == parquet || this == xlsx;
    }

    /// Closing the sink closes the stream. Parquet goes to a file only, not to a stream.
    RowSink sink(OutputStream out) throws IOException {
        OutputStreamWriter text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        return switch (this) {
            case table -> new TableSink(new PrintWriter(text), true);
            case csv -> new CsvSink(text);
            case json -> new JsonSink(text);
            case xlsx -> new XlsxSink(out);
            case parquet -> throw new IllegalStateException(name());
        };
    }
}
