package io.wonderlake.ui.kit;

import io.wonderlake.work.Strings;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// How numbers, bytes, durations and times are written everywhere in the window.
public final class Formats {
    private static final String[] UNITS = {"B", "KiB", "MiB", "GiB", "TiB", "PiB"};
    private static final DateTimeFormatter ABSOLUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_YEAR = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Formats() {
    }

    /// `172,456`
    public static String count(long number) {
        return decimal("#,##0").format(number);
    }

    /// `512 B`, `3.9 MiB`, `128 MiB`
    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1023.95 && unit < UNITS.length - 1) {
            value /= 1024;
            unit++;
        }
        return unit == 0 ? bytes + " B" : decimal("#,##0.0").format(value) + " " + UNITS[unit];
    }

    /// `0.4 s`, `58 s`, `1 m 46 s`, `2 h 5 m`
    public static String duration(Duration duration) {
        long millis = Math.max(0, duration.toMillis());
        long seconds = millis / 1000;
        if (millis < 9_950) {
            return decimal("0.0").format(millis / 1000.0) + " s";
        }
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3600) {
            return seconds / 60 + " m " + seconds % 60 + " s";
        }
        return seconds / 3600 + " h " + seconds % 3600 / 60 + " m";
    }

    /// `6 ms` below a second, as `duration` from there on.
    public static String precise(Duration duration) {
        return duration.toMillis() < 1000 ? duration.toMillis() + " ms" : duration(duration);
    }

    /// `8.8 %`
    public static String percent(double fraction) {
        return decimal("0.0").format(fraction * 100) + " %";
    }

    /// `just now`, `12 min ago`, `3 h ago`, `yesterday`, `18 Nov`, `18 Nov 2025`
    public static String ago(Instant then, Instant now) {
        Duration past = Duration.between(then, now);
        LocalDate day = LocalDate.ofInstant(then, ZoneId.systemDefault());
        LocalDate today = LocalDate.ofInstant(now, ZoneId.systemDefault());
        if (past.toSeconds() < 60) {
            return Strings.text("kit.time.now");
        }
        if (past.toMinutes() < 60) {
            return Strings.text("kit.time.minutes", past.toMinutes());
        }
        if (day.equals(today)) {
            return Strings.text("kit.time.hours", past.toHours());
        }
        if (ChronoUnit.DAYS.between(day, today) == 1) {
            return Strings.text("kit.time.yesterday");
        }
        return (day.getYear() == today.getYear() ? DAY : DAY_AND_YEAR).format(day);
    }

    /// The whole truth for the tooltip of a relative time: `2026-11-18 09:41:07`, in local time.
    public static String absolute(Instant time) {
        return ABSOLUTE.format(time.atZone(ZoneId.systemDefault()));
    }

    /// `09:41`, in local time.
    public static String clock(Instant time) {
        return CLOCK.format(time.atZone(ZoneId.systemDefault()));
    }

    private static DecimalFormat decimal(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }
}
