package io.wonderlake.sample;

import java.time.LocalDate;

/// Writes numbers, money, dates and times of day the way the ticket files have them, without a formatter per value.
final class Digits {
    private Digits() {
    }

    static StringBuilder padded(StringBuilder out, int number) {
        return number < 10 ? out.append('0').append(number) : out.append(number);
    }

    static StringBuilder money(StringBuilder out, long cents) {
        return padded(out.append(cents / 100).append('.'), (int) (cents % 100));
    }

    static StringBuilder date(StringBuilder out, LocalDate date) {
        padded(out.append(date.getYear()).append('-'), date.getMonthValue());
        return padded(out.append('-'), date.getDayOfMonth());
    }

    static StringBuilder time(StringBuilder out, int second) {
        padded(padded(out, second / 3600).append(':'), second / 60 % 60);
        return padded(out.append(':'), second % 60);
    }
}
