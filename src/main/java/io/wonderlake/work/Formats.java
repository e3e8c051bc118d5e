package io.wonderlake.work;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// How numbers, sizes, times and spans are written wherever a person reads them.
public final class Formats {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    private static final DateTimeFormatter ABSOLUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private static final BigDecimal LEAST_DOLLARS = new BigDecimal("0.0001");

    private Formats() {
    }

    /// `172,456`; an unknown count (negative) is `?`.
    public static String count(long number) {
        return number < 0 ? "?" : String.format(Locale.ENGLISH, "%,d", number);
    }

    /// Binary: `84 B`, `3.9 MiB`, `214 MiB`; an unknown size (negative) is `?`.
    public static String bytes(long bytes) {
        if (bytes < 0) {
            return "?";
        }
        double value = bytes;
        int unit = 0;
        while (value >= 1024 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        boolean whole = unit == 0 || value >= 100;
        return String.format(Locale.ENGLISH, whole ? "%,.0f %s" : "%,.1f %s", value, UNITS[unit]);
    }

    /// `$0.19`, `$0.0042`, `$1,204.50`: two digits behind the point, four below ten cents; `< $0.0001` for what is less, `$0.00` for nothing.
    public static String dollars(BigDecimal amount) {
        if (amount.signum() > 0 && amount.compareTo(LEAST_DOLLARS) < 0) {
            return "< $" + LEAST_DOLLARS;
        }
        boolean small = amount.signum() != 0 && amount.compareTo(new BigDecimal("0.1")) < 0;
        return String.format(Locale.ENGLISH, small ? "$%,.4f" : "$%,.2f", amount.setScale(small ? 4 : 2, RoundingMode.HALF_UP));
    }

    /// `12 ms`, `0.8 s`, `58 s`, `1 m 46 s`, `3 h 5 m`.
    public static String duration(Duration span) {
        long millis = Math.max(0, span.toMillis());
        if (millis < 100) {
            return millis + " ms";
        }
        if (millis < 10_000) {
            return new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(millis / 1000.0) + " s";
        }
        long seconds = Math.round(millis / 1000.0);
        if (seconds < 60) {
            return seconds + " s";
        }
        return seconds < 3600 ? seconds / 60 + " m " + seconds % 60 + " s" : seconds / 3600 + " h " + seconds % 3600 / 60 + " m";
    }

    /// `0.18 %`, `93 %`.
    public static String percent(double share) {
        double percent = share * 100;
        String pattern = percent != 0 && Math.abs(percent) < 10 ? "0.##" : "0";
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ENGLISH)).format(percent) + " %";
    }

    /// `2026-11-20 06:02:11` in the zone.
    public static String absolute(Instant time, ZoneId zone) {
        return ABSOLUTE.format(time.atZone(zone));
    }

    /// In the time zone of this computer.
    public static String absolute(Instant time) {
        return absolute(time, ZoneId.systemDefault());
    }

    /// `06:02` in the zone.
    public static String clock(Instant time, ZoneId zone) {
        return CLOCK.format(time.atZone(zone));
    }

    /// In the time zone of this computer.
    public static String clock(Instant time) {
        return clock(time, ZoneId.systemDefault());
    }

    /// `just now`, `12 min ago`, `2 h ago`, `yesterday`, `18 Nov`, `3 Mar 2025`.
    public static String relative(Instant time, Instant now, ZoneId zone) {
        Duration ago = Duration.between(time, now);
        if (ago.compareTo(Duration.ofMinutes(1)) < 0) {
            return Strings.text("time.now");
        }
        if (ago.compareTo(Duration.ofHours(1)) < 0) {
            return Strings.text("time.minutes", ago.toMinutes());
        }
        LocalDate day = time.atZone(zone).toLocalDate();
        LocalDate today = now.atZone(zone).toLocalDate();
        if (day.equals(today) || ago.compareTo(Duration.ofHours(6)) < 0) {
            return Strings.text("time.hours", ago.toHours());
        }
        if (ChronoUnit.DAYS.between(day, today) == 1) {
            return Strings.text("time.yesterday");
        }
        return (day.getYear() == today.getYear() ? DAY : DAY_OF_YEAR).format(day);
    }

    /// In the time zone of this computer.
    public static String relative(Instant time, Instant now) {
        return relative(time, now, ZoneId.systemDefault());
    }
}
