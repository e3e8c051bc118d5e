package io.wonderlake.sample;

import java.time.LocalDate;

/// Offers of tickets at a price, and the sales that each of them leads to. A listing stands at a place of a shuffled order; the first places
/// have three sales, the next two, the next one, the others none, so the number of sales is exact and each sale finds its listing.
final class TicketListings {
    static final int LISTINGS = 192_497;
    static final int SALES = 172_456;
    private static final int WITH_SALE = 120_000;
    private static final int WITH_SECOND = 40_000;
    private static final int DEAREST_PLACE = WITH_SECOND;
    private static final int CHEAPEST_PLACE = WITH_SECOND + 1;
    private static final int MIN_PRICE = 20;
    private static final int MAX_PRICE = 1_578;
    private static final int DAY_SECONDS = 86_400;
    private static final int[] SOLD_OF_100 = sold(45, 33, 8, 8, 3, 1, 1, 1);

    private final Dice dice = new Dice("listing");
    private final Dice prices = new Dice("price");
    private final Shuffle places = Shuffle.of(LISTINGS, "listing");
    private final Shuffle salesOrder = Shuffle.of(SALES, "sales");
    private final Shuffle eventFame = Shuffle.of(TicketEvents.COUNT, "fame");
    private final Shuffle userFame = Shuffle.of(TicketUsers.COUNT, "sellers");
    private final TicketEvents events;
    private final TicketCalendar calendar;

    TicketListings(TicketEvents events, TicketCalendar calendar) {
        this.events = events;
        this.calendar = calendar;
    }

    /// A listing; `key` tells the years apart, `day` and `second` say when it was put up.
    private record Listing(long key, int place, int seller, int event, int eventDay, int price, int day, int second) { }

    private Listing listing(int repetition, int place) {
        long key = (long) repetition * LISTINGS + place;
        int event = eventFame.at(dice.skewed(key, "event", TicketEvents.COUNT, 1.5));
        int eventDay = events.day(event);
        int day = eventDay - dice.below(key, "lead", Math.min(eventDay, 60) + 1);
        int seller = userFame.at(dice.skewed(key, "seller", TicketUsers.COUNT, 1.4)) + 1;
        return new Listing(key, place, seller, event, eventDay, price(key, place, event), day, dice.below(key, "second", DAY_SECONDS));
    }

    private int price(long key, int place, int event) {
        if (place == DEAREST_PLACE || place == CHEAPEST_PLACE) {
            return place == DEAREST_PLACE ? MAX_PRICE : MIN_PRICE;
        }
        boolean grand = prices.chance(event, "grand", 0.151);
        int base = grand ? 430 + prices.skewed(event, "base", 820, 1.6) : prices.between(event, "base", 40, 440);
        int price = (int) (base * (0.7 + 0.6 * dice.unit(key, "price")));
        return Math.clamp(price, MIN_PRICE, MAX_PRICE - 1);
    }

    private static int[] sold(int... shares) {
        int[] sold = new int[100];
        int at = 0;
        for (int quantity = 1; quantity <= shares.length; quantity++) {
            for (int share = 0; share < shares[quantity - 1]; share++) {
                sold[at++] = quantity;
            }
        }
        return sold;
    }

    /// Tickets of the listing's sale number `sale` (from 0).
    private int quantity(Listing listing, int sale) {
        if (listing.place == DEAREST_PLACE || listing.place == CHEAPEST_PLACE) {
            return listing.place == DEAREST_PLACE ? 8 : 1;
        }
        return SOLD_OF_100[dice.below(listing.key, "quantity" + sale, SOLD_OF_100.length)];
    }

    private static int sales(int place) {
        return place < SALES - WITH_SALE - WITH_SECOND ? 3 : place < WITH_SECOND ? 2 : place < WITH_SALE ? 1 : 0;
    }

    private int tickets(Listing listing) {
        int tickets = dice.below(listing.key, "left", 13);
        for (int sale = 0; sale < sales(listing.place); sale++) {
            tickets += quantity(listing, sale);
        }
        return Math.max(tickets, 1);
    }

    /// The lines of the listings file; `repetition` counts the years.
    Rows listingFile(int repetition) {
        return new Rows() {
            @Override
            public long count() {
                return LISTINGS;
            }

            @Override
            public void append(long row, StringBuilder out) {
                write(repetition, listing(repetition, places.placeOf((int) row)), row, out);
            }
        };
    }

    private void write(int repetition, Listing listing, long row, StringBuilder out) {
        LocalDate date = TicketCalendar.day(TicketCalendar.year(repetition), listing.day);
        int tickets = tickets(listing);
        out.append(id(repetition, row)).append('|').append(listing.seller).append('|').append(listing.event + 1).append('|');
        out.append(calendar.id(date)).append('|').append(tickets).append('|');
        Digits.money(out, 100L * listing.price).append('|');
        Digits.money(out, 100L * listing.price * tickets).append('|');
        Digits.time(Digits.date(out, date).append(' '), listing.second).append('\n');
    }

    private static long id(int repetition, long row) {
        return (long) repetition * LISTINGS + row + 1;
    }

    /// The lines of the sales file: tab-delimited, dates the American way.
    Rows salesFile(int repetition) {
        return new Rows() {
            @Override
            public long count() {
                return SALES;
            }

            @Override
            public void append(long row, StringBuilder out) {
                int order = salesOrder.at((int) row);
                int sale = order < WITH_SALE ? 0 : order < WITH_SALE + WITH_SECOND ? 1 : 2;
                int place = order - (sale == 0 ? 0 : sale == 1 ? WITH_SALE : WITH_SALE + WITH_SECOND);
                out.append((long) repetition * SALES + row + 1).append('\t').append(id(repetition, places.at(place))).append('\t');
                writeSale(repetition, listing(repetition, place), sale, out);
            }
        };
    }

    private void writeSale(int repetition, Listing listing, int sale, StringBuilder out) {
        String drawn = "sale" + sale;
        int day = listing.day + dice.skewed(listing.key, drawn + "day", listing.eventDay - listing.day + 1, 1.5);
        int second = day > listing.day ? dice.below(listing.key, drawn + "time", DAY_SECONDS)
                : dice.between(listing.key, drawn + "time", listing.second, DAY_SECONDS - 1);
        LocalDate date = TicketCalendar.day(TicketCalendar.year(repetition), day);
        int quantity = quantity(listing, sale);
        long paid = 100L * listing.price * quantity;
        out.append(listing.seller).append('\t').append(buyer(listing, drawn)).append('\t').append(listing.event + 1).append('\t');
        out.append(calendar.id(date)).append('\t').append(quantity).append('\t');
        Digits.money(out, paid).append('\t');
        Digits.money(out, paid * 15 / 100).append('\t');
        out.append(date.getMonthValue()).append('/').append(date.getDayOfMonth()).append('/').append(date.getYear()).append(' ');
        Digits.time(out, second).append('\n');
    }

    private int buyer(Listing listing, String drawn) {
        int buyer = 1 + dice.skewed(listing.key, drawn + "buyer", TicketUsers.COUNT, 1.2);
        return buyer == listing.seller ? buyer % TicketUsers.COUNT + 1 : buyer;
    }
}
