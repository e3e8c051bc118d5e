package io.wonderlake.engine.athena;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LiteralsTest {

    @Test
    void spellsEachValueAsALiteralOfItsType() {
        assertThat(Literals.of(null)).isEqualTo("NULL");
        assertThat(Literals.of(true)).isEqualTo("true");
        assertThat(Literals.of(-5)).isEqualTo("-5");
        assertThat(Literals.of(5_000_000_000L)).isEqualTo("5000000000");
        assertThat(Literals.of(new BigInteger("123456789012345678901"))).isEqualTo("DECIMAL '123456789012345678901'");
        assertThat(Literals.of(new BigDecimal("1E+3"))).isEqualTo("DECIMAL '1000'");
        assertThat(Literals.of(new BigDecimal("1.50"))).isEqualTo("DECIMAL '1.50'");
        assertThat(Literals.of(0.5)).isEqualTo("0.5E0");
        assertThat(Literals.of(1e300)).isEqualTo("1.0E300");
        assertThat(Literals.of(Double.NaN)).isEqualTo("nan()");
        assertThat(Literals.of(Double.NEGATIVE_INFINITY)).isEqualTo("-infinity()");
        assertThat(Literals.of(LocalDate.of(2008, 2, 29))).isEqualTo("DATE '2008-02-29'");
        assertThat(Literals.of(LocalTime.of(3, 4))).isEqualTo("TIME '03:04:00'");
        assertThat(Literals.of(LocalDateTime.of(2008, 1, 2, 3, 4, 5))).isEqualTo("TIMESTAMP '2008-01-02 03:04:05.000'");
        assertThat(Literals.of(OffsetDateTime.of(2008, 1, 2, 3, 4, 5, 0, ZoneOffset.ofHours(2)))).isEqualTo("TIMESTAMP '2008-01-02 03:04:05.000 +02:00'");
        assertThat(Literals.of(LocalDateTime.of(2008, 1, 2, 3, 4, 5, 123_456_000))).isEqualTo("TIMESTAMP '2008-01-02 03:04:05.123456'");
        assertThat(Literals.of(new UUID(0, 1))).isEqualTo("UUID '00000000-0000-0000-0000-000000000001'");
        assertThat(Literals.of(new byte[] {1, (byte) 0xab})).isEqualTo("X'01AB'");
    }

    @Test
    void letsNoTextEndItsLiteral() {
        assertThat(Literals.of("it's; -- ")).isEqualTo("'it''s; -- '");
        assertThat(Literals.of("")).isEqualTo("''");
    }
}
