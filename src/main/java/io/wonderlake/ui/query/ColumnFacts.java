package io.wonderlake.ui.query;

import io.wonderlake.catalog.Column;
import io.wonderlake.result.StoredResult;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// What is worth knowing about one column of a result that is not too long to be read once more.
///
/// @param distinct different values; -1 when there are too many to tell
/// @param numbers empty for a column without numbers
record ColumnFacts(Column column, long rows, long nulls, long distinct, String least, String greatest, Optional<Numbers> numbers) {
    static final long MOST_ROWS = 200_000;
    private static final int MOST_DISTINCT = 50_000;
    private static final int PAGE = 5_000;
    private static final int BINS = 8;

    /// Of a column of numbers.
    ///
    /// @param shares height of each of eight bars between the least and the greatest value, 0 to 1
    record Numbers(BigDecimal sum, BigDecimal mean, List<Double> shares) { }

    static boolean cheap(StoredResult result) {
        return result.complete() && result.rows() <= MOST_ROWS && result.rows() > 0;
    }

    static ColumnFacts of(StoredResult result, int index, Job job) {
        Column column = result.columns().get(index);
        List<BigDecimal> numbers = new ArrayList<>();
        Set<Object> distinct = new HashSet<>();
        long nulls = 0;
        Object[] ends = new Object[2];
        for (long from = 0; from < result.rows(); from += PAGE) {
            job.checkCancelled();
            for (Object[] row : result.page(from, PAGE)) {
                Object value = row[index];
                if (value == null) {
                    nulls++;
                    continue;
                }
                widen(ends, value);
                if (distinct.size() <= MOST_DISTINCT) {
                    distinct.add(value);
                }
                number(column, value).ifPresent(numbers::add);
            }
        }
        return new ColumnFacts(column, result.rows(), nulls, distinct.size() > MOST_DISTINCT ? -1 : distinct.size(), text(ends[0]), text(ends[1]),
                summed(numbers));
    }

    @SuppressWarnings("unchecked")
    private static void widen(Object[] ends, Object value) {
        if (value instanceof Comparable<?>) {
            Comparable<Object> now = (Comparable<Object>) value;
            ends[0] = ends[0] == null || now.compareTo(ends[0]) < 0 ? value : ends[0];
            ends[1] = ends[1] == null || now.compareTo(ends[1]) > 0 ? value : ends[1];
        }
    }

    private static Optional<BigDecimal> number(Column column, Object value) {
        if (!column.type().family().numeric() || value instanceof Double odd && !Double.isFinite(odd)) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(value.toString()));
    }

    private static Optional<Numbers> summed(List<BigDecimal> numbers) {
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = numbers.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        int digits = Math.clamp(numbers.stream().mapToInt(BigDecimal::scale).max().orElse(0), 2, 6);
        return Optional.of(new Numbers(sum, sum.divide(BigDecimal.valueOf(numbers.size()), digits, RoundingMode.HALF_UP), shares(numbers)));
    }

    private static List<Double> shares(List<BigDecimal> numbers) {
        double low = numbers.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
        double high = numbers.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0);
        long[] bins = new long[BINS];
        for (BigDecimal number : numbers) {
            bins[high == low ? 0 : (int) Math.min(BINS - 1, (number.doubleValue() - low) / (high - low) * BINS)]++;
        }
        long most = IntStream.range(0, BINS).mapToLong(bin -> bins[bin]).max().orElse(1);
        return IntStream.range(0, BINS).mapToObj(bin -> (double) bins[bin] / most).toList();
    }

    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> decimal(number);
            case Long number -> Formats.count(number);
            case Integer number -> Formats.count(number);
            default -> value.toString();
        };
    }

    static String decimal(BigDecimal number) {
        BigDecimal plain = number.scale() < 0 ? number.setScale(0, RoundingMode.UNNECESSARY) : number;
        String digits = plain.toPlainString();
        int dot = digits.indexOf('.');
        String whole = dot < 0 ? digits : digits.substring(0, dot);
        String sign = whole.startsWith("-") ? "-" : "";
        return sign + whole.substring(sign.length()).replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + (dot < 0 ? "" : digits.substring(dot));
    }
}
