package io.wonderlake.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TypeGuessTest {

    @Test
    void findsTheNarrowestType() {
        assertThat(type("1", "-20", "", "\\N", "0")).isEqualTo("integer");
        assertThat(type("1", "3000000000")).isEqualTo("bigint");
        assertThat(type("12345678901234567890")).isEqualTo("decimal(38,0)");
        assertThat(type("1.50", "120", "-3.125")).isEqualTo("decimal(6,3)");
        assertThat(type("0.30000000000000004", "1")).isEqualTo("double");
        assertThat(type("1e5", "2.5")).isEqualTo("double");
        assertThat(type("TRUE", "false")).isEqualTo("boolean");
        assertThat(type("2008-02-29", "2008-01-01")).isEqualTo("date");
        assertThat(type("2008-01-01 02:30:00", "2008-01-01T02:30:00.123", "2008-01-01")).isEqualTo("timestamp");
        assertThat(type("2008-01-01T02:30:00Z")).isEqualTo("timestamp with time zone");
    }

    @Test
    void leavesTextWhatCouldBeReadInTwoWays() {
        assertThat(List.of(type("0012"), type("03/04/2024"), type("2007-02-29"), type("1.234,56"), type("1", "true"), type("-"), type("."),
                type("1e999"), type("2008-01-01", "7"), type("NaN"), type("1 2"), type("+"), type(), type("9".repeat(39)))).containsOnly("varchar");
    }

    private static String type(String... values) {
        var guess = new TypeGuess();
        List.of(values).forEach(guess::see);
        return guess.type();
    }
}
