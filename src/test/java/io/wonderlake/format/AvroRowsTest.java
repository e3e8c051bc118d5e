package io.wonderlake.format;

import static io.wonderlake.format.Reading.failure;
import static io.wonderlake.format.Reading.file;
import static io.wonderlake.format.Reading.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.Column;
import io.wonderlake.catalog.StorageFormat;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AvroRowsTest {
    private static final StorageFormat AVRO = new StorageFormat.Avro();

    @TempDir
    private Path folder;

    @Test
    void givesEachFieldItsType() {
        Path file = AvroFile.write(folder.resolve("a.avro"), 3);

        assertThat(new AvroRows().columns(file, AVRO)).containsExactly(new Column("_row", "bigint"), new Column("_bad", "varchar"),
                new Column("id", "integer"), new Column("event", "varchar"), new Column("price", "decimal(8,2)"), new Column("day", "date"),
                new Column("at", "timestamp"), new Column("seats", "varchar"), new Column("_row_2", "double"));
        assertThat(rows(file, AVRO).get(1)).isEqualTo(Arrays.asList(2L, null, 2, null, new BigDecimal("2.05"),
                LocalDate.of(2008, 1, 3), LocalDateTime.of(2008, 1, 1, 0, 0, 2), "[\"A2\", \"B\\\"2\"]", 0.5));
    }

    @Test
    void saysWhereACutFileBreaksOff() throws IOException {
        byte[] bytes = Files.readAllBytes(AvroFile.write(folder.resolve("a.avro"), 5_000));
        Path cut = file(folder, "cut.avro", Arrays.copyOf(bytes, bytes.length / 2));
        Path stub = file(folder, "stub.avro", Arrays.copyOf(bytes, 40));

        assertThat(failure(() -> rows(cut, AVRO)).message()).matches("cut.avro is damaged: its Avro data breaks off or is wrong at record [1-9]\\d+\\.");
        assertThat(failure(() -> rows(stub, AVRO)).message()).isEqualTo("stub.avro is damaged: its Avro data breaks off or is wrong at its beginning.");
    }

    @Test
    void asksForNoMemoryThatADamagedLengthNames() throws IOException {
        byte[] bytes = Files.readAllBytes(AvroFile.write(folder.resolve("a.avro"), 500));
        for (int at = 200; at < bytes.length; at += 97) {
            byte[] damaged = bytes.clone();
            Arrays.fill(damaged, at, Math.min(at + 5, damaged.length), (byte) 0xfe);
            Path file = file(folder, "damaged.avro", damaged);
            assertThat(failure(() -> {
                rows(file, AVRO);
                throw Trouble.avro("damaged.avro", "nothing seen").exception();
            }).message()).contains("damaged.avro");
        }
    }

    @Test
    void saysThatACompressionIsNotReadYet() {
        byte[] bytes = "Obj\u0001\u0002\u0014avro.codec\u000csnappy\u0000".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(failure(() -> rows(file(folder, "s.avro", bytes), AVRO)).message()).isEqualTo("s.avro is compressed with snappy, which is not read yet.");
    }
}
