package io.wonderlake.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.StorageFormat;
import org.junit.jupiter.api.Test;

class FileKindTest {

    @Test
    void guessesByTheEndingBeforeTheCompression() {
        assertThat(FileKind.ofName("sales.CSV.gz")).isEqualTo(new FileKind("CSV", FileKind.Family.TABLE));
        assertThat(FileKind.ofName("part-0.parquet").family().word()).isEqualTo("table");
        assertThat(FileKind.ofName("a.jsonl").family().word()).isEqualTo("json");
        assertThat(FileKind.ofName("photo.jpeg").family().word()).isEqualTo("image");
        assertThat(FileKind.ofName("venue_pipe.txt").family().word()).isEqualTo("text");
        assertThat(FileKind.ofName("noending")).isEqualTo(new FileKind("File", FileKind.Family.BINARY));
    }

    @Test
    void namesAKnownFormat() {
        assertThat(FileKind.of(new StorageFormat.Text("|", "", false, 0, "utf-8"))).isEqualTo(new FileKind("Pipe text", FileKind.Family.TABLE));
        assertThat(FileKind.of(new StorageFormat.Json()).family()).isEqualTo(FileKind.Family.JSON);
    }
}
