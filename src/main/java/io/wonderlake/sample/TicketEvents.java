package io.wonderlake.sample;

import java.time.LocalDate;
import java.util.List;

/// What tickets are sold for. As planted, some concerts are at venues that do not exist, and those of May start on another day than their date says.
final class TicketEvents implements Rows {
    static final int COUNT = 8_798;
    private static final int OPERAS = 500;
    private static final int MUSICALS = 1_300;
    private static final int PLAYS = 2_000;
    private static final int FIRST_CONCERT = OPERAS + MUSICALS + PLAYS;
    private static final int CONCERTS = COUNT - FIRST_CONCERT;
    private static final int IN_MAY = 703;
    private static final int MAY = 120;
    private static final int MAY_DAYS = 31;
    private static final List<String> STARTS = List.of("14:00:00", "14:30:00", "15:00:00", "19:00:00", "19:30:00", "20:00:00");

    private final Dice dice = new Dice("event");
    private final Shuffle byDay = Shuffle.of(COUNT, "event day");
    private final Shuffle byHall = Shuffle.of(CONCERTS, "event hall");
    private final TicketCalendar calendar;

    TicketEvents(TicketCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public long count() {
        return COUNT;
    }

    @Override
    public void append(long row, StringBuilder out) {
        int event = (int) row;
        int day = day(event);
        LocalDate date = TicketCalendar.day(TicketCalendar.FIRST_YEAR, day);
        LocalDate start = TicketCalendar.day(TicketCalendar.FIRST_YEAR, calendar.clean() || day < MAY || day >= MAY + MAY_DAYS ? day
                : MAY + (day - MAY + 1) % MAY_DAYS);
        out.append(row + 1).append('|').append(venue(event)).append('|').append(category(event)).append('|').append(calendar.id(date)).append('|');
        Digits.date(out.append(name(event)).append('|'), start).append(' ').append(dice.pick(row, "start", STARTS)).append('\n');
    }

    /// The day of the year (from 0) that the event's date says.
    int day(int event) {
        int place = byDay.placeOf(event);
        if (place < IN_MAY) {
            return MAY + dice.below(event, "day", MAY_DAYS);
        }
        int day = dice.below(event, "day", TicketCalendar.DAYS - MAY_DAYS);
        return day < MAY ? day : day + MAY_DAYS;
    }

    private static int category(int event) {
        return event < OPERAS ? 8 : event < OPERAS + MUSICALS ? 6 : event < FIRST_CONCERT ? 7 : 9;
    }

    private int venue(int event) {
        return switch (category(event)) {
            case 8 -> dice.between(event, "venue", 300, 309);
            case 6, 7 -> dice.between(event, "venue", 200, 264);
            default -> concertVenue(event);
        };
    }

    private int concertVenue(int event) {
        int place = byHall.placeOf(event - FIRST_CONCERT);
        if (calendar.clean() || place >= 139) {
            return TicketVenues.hall(dice.below(event, "venue", 1 << 20));
        }
        return place < 47 ? 12 : place < 47 + 36 ? 51 : 64;
    }

    private String name(int event) {
        return switch (category(event)) {
            case 8 -> title(event, 24, Words.FIRST_NAMES, " of ", Words.PLACES);
            case 6 -> title(event, 60, Words.ADJECTIVES, " ", Words.NOUNS);
            case 7 -> "The " + title(event, 90, Words.NOUNS, " of ", Words.PLACES);
            default -> "The " + title(event, 320, Words.ADJECTIVES, " ", Words.NOUNS) + "s";
        };
    }

    /// One of `titles` fixed titles, so that the same show is on many times.
    private String title(int event, int titles, List<String> first, String between, List<String> second) {
        int title = category(event) * 1_000 + dice.skewed(event, "title", titles, 1.3);
        return dice.pick(title, "title first", first) + between + dice.pick(title, "title second", second);
    }
}
