package io.wonderlake.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class FormatsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T09:43:00Z");

    @Test
    void writesSizesInBinaryUnits() {
        assertThat(Formats.bytes(84)).isEqualTo("84 B");
        assertThat(Formats.bytes(4_089_446)).isEqualTo("3.9 MiB");
        assertThat(Formats.bytes(214L << 20)).isEqualTo("214 MiB");
    }

    @Test
    void writesDollarsSoThatWhatCostsSomethingIsNeverZero() {
        assertThat(Formats.dollars(new BigDecimal("0.00000001"))).isEqualTo("< $0.0001");
        assertThat(Formats.dollars(new BigDecimal("0.0001"))).isEqualTo("$0.0001");
        assertThat(Formats.dollars(new BigDecimal("0.00421"))).isEqualTo("$0.0042");
        assertThat(Formats.dollars(new BigDecimal("0.192"))).isEqualTo("$0.19");
        assertThat(Formats.dollars(new BigDecimal("1204.5"))).isEqualTo("$1,204.50");
        assertThat(Formats.dollars(BigDecimal.ZERO)).isEqualTo("$0.00");
    }

    @Test
    void writesSpansAsPeopleSayThem() {
        assertThat(Formats.duration(Duration.ofMillis(12))).isEqualTo("12 ms");
        assertThat(Formats.duration(Duration.ofMillis(810))).isEqualTo("0.8 s");
        assertThat(Formats.duration(Duration.ofSeconds(58))).isEqualTo("58 s");
        assertThat(Formats.duration(Duration.ofSeconds(106))).isEqualTo("1 m 46 s");
        assertThat(Formats.duration(Duration.ofMinutes(185))).isEqualTo("3 h 5 m");
    }

    @Test
    void writesTimesRelativeToNow() {
        assertThat(Formats.relative(NOW.minusSeconds(5), NOW, ZoneOffset.UTC)).isEqualTo("just now");
        assertThat(Formats.relative(NOW.minusSeconds(720), NOW, ZoneOffset.UTC)).isEqualTo("12 min ago");
        assertThat(Formats.relative(NOW.minusSeconds(7300), NOW, ZoneOffset.UTC)).isEqualTo("2 h ago");
        assertThat(Formats.relative(NOW.minusSeconds(86_400), NOW, ZoneOffset.UTC)).isEqualTo("yesterday");
        assertThat(Formats.relative(NOW.minusSeconds(2 * 86_400), NOW, ZoneOffset.UTC)).isEqualTo("18 Nov");
    }

    @Test
    void writesCountsAndShares() {
        assertThat(Formats.count(172456)).isEqualTo("172,456");
        assertThat(Formats.count(-1)).isEqualTo("?");
        assertThat(Formats.percent(0.0018)).isEqualTo("0.18 %");
        assertThat(Formats.percent(0.93)).isEqualTo("93 %");
    }
}
