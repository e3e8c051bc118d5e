package io.wonderlake.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/// Compares the answers of two engines by value: engines differ in the types of sums and in the last digit of a floating number.
final class SameAnswer {
    private static final MathContext DIGITS = new MathContext(12);
    private static final BigDecimal LEAST = new BigDecimal("1e-9");

    private SameAnswer() {
    }

    /// `ordered` says whether the statement fixes the order of its rows.
    static void check(List<Object[]> ours, List<List<Object>> theirs, boolean ordered) {
        List<List<Object>> expected = new ArrayList<>(ours.stream().map(row -> java.util.Arrays.stream(row).map(SameAnswer::plain).toList()).toList());
        List<List<Object>> found = new ArrayList<>();
        for (List<Object> row : theirs) {
            List<Object> like = expected.isEmpty() ? row : expected.getFirst();
            found.add(IntStream.range(0, row.size()).mapToObj(i -> plain(row.get(i))).toList());
            assertThat(row).hasSameSizeAs(like);
        }
        assertThat(found).as("rows").hasSameSizeAs(expected);
        if (!ordered) {
            expected.sort(java.util.Comparator.comparing(SameAnswer::text));
            found.sort(java.util.Comparator.comparing(SameAnswer::text));
        }
        for (int i = 0; i < expected.size(); i++) {
            for (int k = 0; k < expected.get(i).size(); k++) {
                assertThat(same(expected.get(i).get(k), found.get(i).get(k)))
                        .as("row %d, column %d: %s and %s", i + 1, k + 1, expected.get(i).get(k), found.get(i).get(k)).isTrue();
            }
        }
    }

    private static boolean same(Object one, Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.subtract(b).abs().compareTo(LEAST.multiply(a.abs().max(BigDecimal.ONE))) <= 0;
        }
        return Objects.equals(one, other);
    }

    /// Numbers, times and texts of either engine in one form. A text that looks like a number or a time is taken for one on both sides.
    private static Object plain(Object value) {
        return switch (value) {
            case null -> null;
            case BigDecimal number -> number;
            case BigInteger number -> new BigDecimal(number);
            case Double number -> BigDecimal.valueOf(number);
            case Number number -> BigDecimal.valueOf(number.longValue());
            case LocalDateTime time -> time;
            case Boolean flag -> flag;
            case Object other -> written(other.toString());
        };
    }

    private static Object written(String text) {
        if (text.matches("-?\\d{1,38}(\\.\\d+)?([eE][-+]?\\d+)?")) {
            return new BigDecimal(text);
        }
        return text.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)?") ? LocalDateTime.parse(text.replace(' ', 'T')) : text;
    }

    private static String text(List<Object> row) {
        StringBuilder text = new StringBuilder();
        row.forEach(value -> text.append(value instanceof BigDecimal number ? number.round(DIGITS).stripTrailingZeros().toPlainString() : value).append('|'));
        return text.toString();
    }
}
