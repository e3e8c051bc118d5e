package io.wonderlake.format;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.engine.FileReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/// Reads Avro container files with the types that their schema names; nested values come as JSON text.
///
/// Columns: `_row` (number of the record), `_bad` (always null: what is damaged ends the reading), then the schema's fields.
final class AvroRows implements FileReader {
    static {
        // Avro takes its limits from system properties alone, once, before its first use.
        limit("org.apache.avro.limits.string.maxLength", RecordScanner.MAX_CHARS);
        limit("org.apache.avro.limits.bytes.maxLength", RecordScanner.MAX_CHARS);
        limit("org.apache.avro.limits.collectionItems.maxLength", 1_000_000);
        limit("org.apache.avro.limits.decompress.maxLength", AvroBlocks.LARGEST);
    }

    private static void limit(String property, long most) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, String.valueOf(most));
        }
    }

    @Override
    public String functionName() {
        return "read_avro";
    }

    @Override
    public boolean reads(StorageFormat format) {
        return format instanceof StorageFormat.Avro;
    }

    @Override
    public RowCursor open(Path file, StorageFormat format) {
        return open(Source.of(file));
    }

    Rows open(Source source) {
        AvroBlocks.check(source);
        var bytes = source.bytes();
        try {
            return new Rows(source, new DataFileStream<>(bytes, new GenericDatumReader<>()));
        } catch (IOException | RuntimeException error) {
            source.close(bytes);
            throw damaged(source, Trouble.start(), error);
        }
    }

    private static RuntimeException damaged(Source source, String place, Throwable error) {
        return Trouble.avro(source.name(), place).withDetail(String.valueOf(error.getMessage())).withOrigin(error).exception();
    }

    /// One pass over the records.
    static final class Rows implements RowCursor {
        private final Source source;
        private final DataFileStream<GenericRecord> records;
        private final List<Schema.Field> fields;
        private final List<AvroValue> values = new ArrayList<>();
        private final List<String> names;
        private final Object[] row;
        private GenericRecord record;
        private long number;

        Rows(Source source, DataFileStream<GenericRecord> records) {
            this.source = source;
            this.records = records;
            if (records.getSchema().getType() != Schema.Type.RECORD) {
                throw Trouble.avro(source.name(), Trouble.start()).exception();
            }
            this.fields = records.getSchema().getFields();
            fields.forEach(field -> values.add(AvroValue.of(field.schema())));
            this.names = ColumnNames.unique(fields.stream().map(Schema.Field::name).toList());
            this.row = new Object[fields.size() + 2];
        }

        @Override
        public List<Column> columns() {
            var columns = new ArrayList<>(ColumnNames.columns(List.of()));
            for (int i = 0; i < names.size(); i++) {
                columns.add(new Column(names.get(i), values.get(i).type()));
            }
            return List.copyOf(columns);
        }

        @Override
        public Object[] next() {
            try {
                if (!records.hasNext()) {
                    return null;
                }
                record = records.next(record);
                row[0] = ++number;
                for (int i = 0; i < fields.size(); i++) {
                    row[i + 2] = values.get(i).of(record.get(i));
                }
                return row;
            } catch (CancellationException stop) {
                throw stop;
            } catch (IOException | RuntimeException error) {
                throw damaged(source, Trouble.record(number + 1), error);
            }
        }

        @Override
        public void close() {
            source.close(records);
        }
    }
}
