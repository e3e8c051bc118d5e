package io.wonderlake.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/// [io.wonderlake.work.Formats] in the time zone of this computer, as the window needs it.
public final class Formats {
    private Formats() {
    }

    public static String count(long number) {
        return io.wonderlake.work.Formats.count(number);
    }

    public static String bytes(long bytes) {
        return io.wonderlake.work.Formats.bytes(bytes);
    }

    public static String duration(Duration duration) {
        return io.wonderlake.work.Formats.duration(duration);
    }

    public static String percent(double fraction) {
        return io.wonderlake.work.Formats.percent(fraction);
    }

    public static String ago(Instant then, Instant now) {
        return io.wonderlake.work.Formats.relative(then, now, ZoneId.systemDefault());
    }

    public static String absolute(Instant time) {
        return io.wonderlake.work.Formats.absolute(time, ZoneId.systemDefault());
    }

    public static String clock(Instant time) {
        return io.wonderlake.work.Formats.clock(time, ZoneId.systemDefault());
    }
}
