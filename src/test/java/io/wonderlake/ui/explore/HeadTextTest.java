package io.wonderlake.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class HeadTextTest {
    @Test
    void tellsTextFromBytes() {
        assertThat(HeadText.isText("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8))).isTrue();
        assertThat(HeadText.isText(new byte[] {'a', 0, 'b'})).isFalse();
        assertThat(HeadText.isText(new byte[0])).isTrue();
    }

    @Test
    void readsOldEncodingsToo() {
        assertThat(HeadText.text("Käse\nMünchen\nund noch mehr".getBytes(StandardCharsets.ISO_8859_1))).startsWith("Käse\nMünchen");
        assertThat(HeadText.text("Käse".getBytes(StandardCharsets.UTF_8))).isEqualTo("Käse\n");
        assertThat(HeadText.text("\ufeffwide".getBytes(StandardCharsets.UTF_16LE))).contains("wide");
    }

    @Test
    void cutsLinesWithoutEnd() {
        assertThat(HeadText.text("x".repeat(60_000).getBytes(StandardCharsets.UTF_8))).hasSizeLessThan(2_100);
    }

    @Test
    void writesBytesInLinesOfSixteen() {
        String hex = HeadText.hex("0123456789abcdefXYZ".getBytes(StandardCharsets.UTF_8));
        assertThat(hex.lines()).hasSize(2);
        assertThat(hex.lines().toList().get(0)).isEqualTo("00000000  30 31 32 33 34 35 36 37  38 39 61 62 63 64 65 66  0123456789abcdef");
        assertThat(hex.lines().toList().get(1)).startsWith("00000010  58 59 5a").endsWith("XYZ");
    }
}
