package io.wonderlake.ui.explore;

import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// How moments are said in a line of facts.
final class Moments {
    private Moments() {
    }

    /// `06:02 today`, `yesterday 06:02`.
    static String when(Instant time, Instant now) {
        boolean today = LocalDate.ofInstant(time, ZoneId.systemDefault()).equals(LocalDate.ofInstant(now, ZoneId.systemDefault()));
        return Strings.text(today ? "explore.time.today" : "explore.time.day", Formats.clock(time), Formats.relative(time, now));
    }
}
