package io.wonderlake.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The raw files of the ticket sales, as they arrive.
final class TicketFiles {
    private static final String SENDER = "tickets@madhatter.example";
    private static final Instant ARRIVED = Instant.parse("2026-11-01T05:30:00Z");

    private TicketFiles() {
    }

    static List<SampleUpload> uploads(SampleOptions options) {
        TicketCalendar calendar = new TicketCalendar(options.clean());
        TicketEvents events = new TicketEvents(calendar);
        TicketListings listings = new TicketListings(events, calendar);
        List<SampleFile> dates = new ArrayList<>();
        for (int year = TicketCalendar.FIRST_YEAR; year < TicketCalendar.FIRST_YEAR + TicketCalendar.yearCount(options.scale()); year++) {
            dates.add(SampleFile.of("raw/tickit/date/date" + year + "_pipe.txt", calendar.file(year)));
        }
        List<SampleFile> offers = new ArrayList<>();
        List<SampleFile> sales = new ArrayList<>();
        for (int repetition = 0; repetition < options.scale(); repetition++) {
            String part = repetition == 0 ? "" : "_" + (repetition + 1);
            offers.add(SampleFile.of("raw/tickit/listing/listings" + part + "_pipe.txt", listings.listingFile(repetition)));
            sales.add(SampleFile.of("raw/tickit/sales/sales" + part + "_tab.txt", listings.salesFile(repetition)));
        }
        return List.of(
                upload("category", List.of(SampleFile.of("raw/tickit/category/category_pipe.txt", new TicketCategories()))),
                upload("date", dates),
                upload("venue", List.of(SampleFile.of("raw/tickit/venue/venue_pipe.txt", new TicketVenues(options.clean())))),
                upload("users", List.of(SampleFile.of("raw/tickit/users/allusers_pipe.txt", new TicketUsers()))),
                upload("event", List.of(SampleFile.of("raw/tickit/event/allevents_pipe.txt", events))),
                upload("listing", offers),
                upload("sales", sales));
    }

    private static SampleUpload upload(String dataset, List<SampleFile> files) {
        return new SampleUpload("tickit-" + dataset + "-2026-11-01", "tickit." + dataset, SENDER, ARRIVED, "", files);
    }
}
