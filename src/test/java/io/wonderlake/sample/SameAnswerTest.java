package io.wonderlake.sample;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameAnswerTest {
    private static final List<Object[]> OURS = List.of(new Object[] {1, new BigDecimal("1.50"), LocalDate.of(2008, 1, 2), LocalDateTime.of(2008, 1, 2, 3, 4), "a", null, 0.1},
            new Object[] {2, null, null, null, "b", true, 0.2});

    @Test
    void knowsTheSameValuesInOtherTypes() {
        List<Object> first = Arrays.asList("1", "1.5", "2008-01-02", "2008-01-02 03:04:00.000000", "a", null, "0.1000000000001");
        List<Object> second = Arrays.asList(2L, null, null, null, "b", true, 0.2);
        SameAnswer.check(OURS, List.of(first, second), true);
        SameAnswer.check(OURS, List.of(second, first), false);
    }

    @Test
    void findsWhatDiffers() {
        List<Object> first = Arrays.asList(1, "1.5", "2008-01-02", "2008-01-02 03:04:00", "a", null, 0.1);
        List<Object> second = Arrays.asList(2, null, null, null, "b", true, 0.2);
        assertThatThrownBy(() -> SameAnswer.check(OURS, List.of(second, first), true)).isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> SameAnswer.check(OURS, List.of(first), true)).isInstanceOf(AssertionError.class);
        for (int i = 0; i < first.size(); i++) {
            List<Object> changed = new java.util.ArrayList<>(first);
            changed.set(i, changed.get(i) == null ? "0" : "2009-01-02");
            assertThatThrownBy(() -> SameAnswer.check(OURS, List.of(changed, second), true)).isInstanceOf(AssertionError.class);
        }
    }
}
