package io.wonderlake.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterValueTest {

    @Test
    void readsWhatWasTyped() {
        assertThat(ParameterValue.of("5")).isEqualTo(5L);
        assertThat(ParameterValue.of(" -12 ")).isEqualTo(-12L);
        assertThat(ParameterValue.of("0.50")).isEqualTo(new BigDecimal("0.50"));
        assertThat(ParameterValue.of("2008-02-29")).isEqualTo(LocalDate.of(2008, 2, 29));
        assertThat(ParameterValue.of("2008-02-29 03:04")).isEqualTo(LocalDateTime.of(2008, 2, 29, 3, 4));
        assertThat(ParameterValue.of("TRUE")).isEqualTo(true);
    }

    @Test
    void takesAllElseForText() {
        for (String text : List.of("Grace", "O'Neil", "007", "00.5", "1234567890123456789", "2008-02-30", "1.", "'", "null", "5 apples")) {
            assertThat(ParameterValue.of(text)).isEqualTo(text);
        }
    }

    @Test
    void takesWhatStandsInQuotesForText() {
        assertThat(ParameterValue.of("'5'")).isEqualTo("5");
        assertThat(ParameterValue.of("'it''s'")).isEqualTo("it's");
        assertThat(ParameterValue.of("''")).isEqualTo("");
    }
}
