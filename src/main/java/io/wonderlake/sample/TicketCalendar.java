package io.wonderlake.sample;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;

/// The days of the ticket data. As planted, 2008 has no 29 February, and the weekday labels before it are those of the next day.
///
/// @param clean whether 2008 is a whole year with true labels
record TicketCalendar(boolean clean) {
    static final int FIRST_YEAR = 2008;
    /// Days of each year on which tickets are listed and sold: never a 29 February.
    static final int DAYS = 365;
    private static final int FIRST_ID = 1827;
    /// Ids are small integers, so listings and sales come round to the first year again after this many.
    private static final int YEARS = 80;
    private static final int LEAP_DAY = 59;
    private static final LocalDate FIRST_DAY = LocalDate.of(FIRST_YEAR, 1, 1);
    private static final LocalDate GAP = LocalDate.of(FIRST_YEAR, 2, 29);

    static int year(int repetition) {
        return FIRST_YEAR + repetition % YEARS;
    }

    static int yearCount(int scale) {
        return Math.min(scale, YEARS);
    }

    /// Day `index` (from 0) of the year, 29 February left out.
    static LocalDate day(int year, int index) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return first.plusDays(first.isLeapYear() && index >= LEAP_DAY ? index + 1 : index);
    }

    int id(LocalDate date) {
        long days = date.toEpochDay() - FIRST_DAY.toEpochDay();
        return FIRST_ID + (int) days - (!clean && date.isAfter(GAP) ? 1 : 0);
    }

    /// The lines of a year's date file.
    Rows file(int year) {
        return new Rows() {
            @Override
            public long count() {
                return clean || year != FIRST_YEAR ? LocalDate.of(year, 1, 1).lengthOfYear() : DAYS;
            }

            @Override
            public void append(long row, StringBuilder out) {
                write(count() == DAYS ? day(year, (int) row) : LocalDate.ofYearDay(year, (int) row + 1), out);
            }
        };
    }

    private void write(LocalDate date, StringBuilder out) {
        boolean early = !clean && date.isBefore(GAP);
        DayOfWeek label = date.plusDays(early ? 1 : 0).getDayOfWeek();
        Digits.date(out.append(id(date)).append('|'), date).append('|');
        out.append(label.name(), 0, 2).append('|').append(week(date, early ? 1 : 0)).append('|');
        out.append(date.getMonth().name(), 0, 3).append('|').append((date.getMonthValue() + 2) / 3).append('|');
        out.append(date.getYear()).append('|').append(holiday(date) ? "TRUE" : "FALSE").append('\n');
    }

    /// Weeks begin on Saturday; the first days of a year are week 1.
    private static int week(LocalDate date, int ahead) {
        int lead = (LocalDate.of(date.getYear(), 1, 1).getDayOfWeek().getValue() + 1) % 7;
        return 1 + (date.getDayOfYear() - 1 + ahead + lead) / 7;
    }

    private static boolean holiday(LocalDate date) {
        LocalDate thanksgiving = LocalDate.of(date.getYear(), Month.NOVEMBER, 1).with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY));
        return switch (date.getMonth()) {
            case JANUARY -> date.getDayOfMonth() == 1;
            case MAY -> date.equals(date.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
            case JULY -> date.getDayOfMonth() == 4;
            case SEPTEMBER -> date.equals(date.with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
            case NOVEMBER -> date.equals(thanksgiving);
            case DECEMBER -> date.getDayOfMonth() == 25 || date.getDayOfMonth() == 26;
            case FEBRUARY, MARCH, APRIL, JUNE, AUGUST, OCTOBER -> false;
        };
    }
}
