package io.wonderlake.result.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.ColumnType;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One array of objects, each in a line of its own. Numbers are exact; nested values stand as JSON, not as text.
public final class JsonSink implements RowSink {
    private final Writer out;
    private final JsonGenerator json;
    private List<String> names = List.of();
    private List<Boolean> raw = List.of();

    public JsonSink(Writer out) throws IOException {
        this.out = out;
        json = new JsonFactory().createGenerator(out);
        json.enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);
    }

    @Override
    public void begin(List<Column> columns) throws IOException {
        names = unique(columns);
        raw = columns.stream().map(column -> isJson(column.type())).toList();
        json.writeStartArray();
    }

    /// A name that comes again gets a number, since a reader keeps one value for each name.
    static List<String> unique(List<Column> columns) {
        Set<String> taken = new LinkedHashSet<>();
        for (Column column : columns) {
            String name = column.name();
            for (int n = 2; !taken.add(name); n++) {
                name = column.name() + "_" + n;
            }
        }
        return List.copyOf(taken);
    }

    /// A union's value is that of its member, which may be any text.
    private static boolean isJson(ColumnType type) {
        boolean nested = type.family() == ColumnType.Family.NESTED || type.family() == ColumnType.Family.LIST;
        return nested && !type.sql().startsWith("union") && !type.sql().equals("variant");
    }

    @Override
    public void add(Object[] row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < row.length; i++) {
            json.writeFieldName(names.get(i));
            write(row[i], raw.get(i));
        }
        json.writeEndObject();
        json.writeRaw("\n");
    }

    private void write(Object value, boolean isJson) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case Boolean flag -> json.writeBoolean(flag);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case BigDecimal number -> json.writeNumber(number);
            case Double number when Double.isFinite(number) -> json.writeNumber(number);
            case String text when isJson -> json.writeRawValue(text);
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
