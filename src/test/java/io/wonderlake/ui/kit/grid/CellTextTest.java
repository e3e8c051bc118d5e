package io.wonderlake.ui.kit.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.catalog.Column;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

class CellTextTest {
    private static final Column TEXT = new Column("note", "varchar");
    private static final Column COUNT = new Column("qtysold", "integer");
    private static final Column MONEY = new Column("pricepaid", "decimal(8,2)");

    @Test
    void groupsCountsButNotTheNumbersOfThings() {
        assertThat(CellText.shown(172_456, COUNT)).isEqualTo("172,456");
        assertThat(CellText.shown(172_456, new Column("salesid", "integer"))).isEqualTo("172456");
        assertThat(CellText.shown(2008, new Column("year", "smallint"))).isEqualTo("2008");
    }

    @Test
    void keepsTheScaleOfDecimals() {
        assertThat(CellText.shown(new BigDecimal("1400.00"), MONEY)).isEqualTo("1,400.00");
        assertThat(CellText.shown(new BigDecimal("20.10"), MONEY)).isEqualTo("20.10");
    }

    @Test
    void writesDoublesWithoutNoise() {
        Column column = new Column("share", "double");
        assertThat(CellText.shown(0.5, column)).isEqualTo("0.5");
        assertThat(CellText.shown(1234567.25, column)).isEqualTo("1,234,567.25");
        assertThat(CellText.shown(1e300, column)).isEqualTo("1.0E300");
        assertThat(CellText.shown(Double.NaN, column)).isEqualTo("NaN");
    }

    @Test
    void writesTimesForReading() {
        assertThat(CellText.shown(LocalDate.of(2008, 2, 29), new Column("d", "date"))).isEqualTo("2008-02-29");
        assertThat(CellText.shown(LocalDateTime.of(2008, 2, 1, 9, 5, 0, 120_000_000), new Column("t", "timestamp"))).isEqualTo("2008-02-01 09:05:00.12");
    }

    @Test
    void cutsWhatIsTooLong() {
        String shown = CellText.shown("x".repeat(10_000_000), TEXT);
        assertThat(shown).hasSize(301).endsWith("…");
    }

    @Test
    void doesNotCutAnEmojiInTwo() {
        String shown = CellText.visible("x".repeat(299) + "😀 and more");
        assertThat(shown).hasSize(300).endsWith("x…");
    }

    @Test
    void makesControlCharactersVisible() {
        assertThat(CellText.visible("a\tb\r\nc\u0000d\u202ee")).isEqualTo("a→b↵c⟨0000⟩d⟨202E⟩e");
    }

    @Test
    void keepsOnlyTheBeginningOfAHugeValue() {
        Object slim = CellText.slim("y".repeat(10_000_000));
        assertThat(slim).isInstanceOf(CellText.Cut.class);
        assertThat(CellText.shown(slim, TEXT)).hasSize(301);
        assertThat(CellText.slim(42)).isEqualTo(42);
        assertThat(CellText.slim(null)).isNull();
    }

    @Test
    void copiesTheValueItself() {
        assertThat(CellText.raw(null)).isEmpty();
        assertThat(CellText.raw(new BigDecimal("1400.00"))).isEqualTo("1400.00");
        assertThat(CellText.raw(172_456)).isEqualTo("172456");
        assertThat(CellText.raw(new byte[] {1, (byte) 0xff})).isEqualTo("01ff");
    }
}
