package io.wonderlake.result.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/// One array of objects, each in a line of its own. Numbers are exact; nested values stand as JSON, not as text.
public final class JsonSink implements RowSink {
    private final Writer out;
    private final JsonGenerator json;
    private List<Column> columns = List.of();

    public JsonSink(Writer out) throws IOException {
        this.out = out;
        json = new JsonFactory().createGenerator(out);
        json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    }

    @Override
    public void begin(List<Column> columns) throws IOException {
        this.columns = columns;
        json.writeStartArray();
    }

    @Override
    public void add(Object[] row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < row.length; i++) {
            json.writeFieldName(columns.get(i).name());
            write(row[i], columns.get(i).type().family());
        }
        json.writeEndObject();
        json.writeRaw("\n");
    }

    private void write(Object value, ColumnType.Family family) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case Double number when Double.isFinite(number) -> json.writeNumber(number);
            case String text when family == ColumnType.Family.NESTED || family == ColumnType.Family.LIST -> json.writeRawValue(text);
            default -> json.writeString(Values.text(value));
        }
    }

    @Override
    public void close() throws IOException {
        if (!json.getOutputContext().inRoot()) {
            json.writeEndArray();
        }
        json.flush();
        out.write(System.lineSeparator());
        out.flush();
        json.close();
    }
}
