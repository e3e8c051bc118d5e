package io.wonderlake.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/// Writes an Avro file with one field of each sort.
final class AvroFile {
    private static final Schema SCHEMA = new Schema.Parser().parse("""
            {"type":"record","name":"Sale","fields":[
              {"name":"id","type":"int"},
              {"name":"event","type":["null","string"]},
              {"name":"price","type":{"type":"bytes","logicalType":"decimal","precision":8,"scale":2}},
              {"name":"day","type":{"type":"int","logicalType":"date"}},
              {"name":"at","type":{"type":"long","logicalType":"timestamp-millis"}},
              {"name":"seats","type":{"type":"array","items":"string"}},
              {"name":"_row","type":"double"}]}""");

    private AvroFile() {
    }

    static Path write(Path file, int rows) {
        try (var writer = new DataFileWriter<GenericRecord>(new GenericDatumWriter<>(SCHEMA))) {
            writer.setCodec(CodecFactory.deflateCodec(6)).setSyncInterval(4_000);
            writer.create(SCHEMA, file.toFile());
            for (int i = 1; i <= rows; i++) {
                var row = new GenericData.Record(SCHEMA);
                row.put("id", i);
                row.put("event", i % 2 == 0 ? null : "Event " + i);
                row.put("price", ByteBuffer.wrap(BigInteger.valueOf(100L * i + 5).toByteArray()));
                row.put("day", 13_879 + i);
                row.put("at", 1_199_145_600_000L + i * 1_000L);
                row.put("seats", List.of("A" + i, "B\"" + i));
                row.put("_row", i / 4.0);
                writer.append(row);
            }
            return file;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
