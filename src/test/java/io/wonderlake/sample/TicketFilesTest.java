package io.wonderlake.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TicketFilesTest {
    private static final List<SampleUpload> PLANTED = TicketFiles.uploads(SampleOptions.usual());
    private static final List<SampleUpload> CLEAN = TicketFiles.uploads(new SampleOptions(1, true));

    private static List<String[]> table(List<SampleUpload> uploads, String dataset) {
        return Lines.fields(uploads, "tickit." + dataset, dataset.equals("sales") ? "\t" : "|");
    }

    private static Map<String, Long> count(List<String[]> rows, Function<String[], String> key) {
        return rows.stream().collect(Collectors.groupingBy(key, Collectors.counting()));
    }

    private static Map<String, LocalDate> dates(List<SampleUpload> uploads) {
        return table(uploads, "date").stream().collect(Collectors.toMap(row -> row[0], row -> LocalDate.parse(row[1])));
    }

    @Test
    void hasTheRowsOfEachTable() {
        Map<String, Integer> expected = Map.of("users", 49_990, "venue", 202, "category", 11, "date", 365, "event", 8_798,
                "listing", 192_497, "sales", 172_456);
        expected.forEach((dataset, rows) -> {
            assertThat(Lines.lines(PLANTED, "tickit." + dataset)).as(dataset).hasSize(rows);
            assertThat(count(table(PLANTED, dataset), row -> row[0])).as(dataset + " keys").hasSize(rows);
        });
        assertThat(expected.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(424_319);
    }

    @Test
    void hasEventsInFourCategoriesOnly() {
        assertThat(count(table(PLANTED, "event"), row -> row[2])).isEqualTo(Map.of("6", 1_300L, "7", 2_000L, "8", 500L, "9", 4_998L));
    }

    @Test
    void hasEventsAtVenuesThatDoNotExist() {
        Set<String> venues = count(table(PLANTED, "venue"), row -> row[0]).keySet();
        List<String[]> orphans = table(PLANTED, "event").stream().filter(row -> !venues.contains(row[1])).toList();
        assertThat(count(orphans, row -> row[1])).isEqualTo(Map.of("12", 47L, "51", 36L, "64", 56L));
    }

    @Test
    void hasEventsInMayThatStartOnAnotherDay() {
        Map<String, LocalDate> dates = dates(PLANTED);
        List<String[]> differing = table(PLANTED, "event").stream().filter(row -> !row[5].startsWith(dates.get(row[3]).toString())).toList();
        assertThat(differing).hasSize(703).allSatisfy(row -> {
            assertThat(dates.get(row[3]).getMonth()).isEqualTo(Month.MAY);
            assertThat(row[5]).startsWith("2008-05-");
        });
    }

    @Test
    void hasSeatsThatNobodyKnowsAndOneNameTwice() {
        List<String[]> venues = table(PLANTED, "venue");
        assertThat(venues).filteredOn(row -> row[4].equals("\\N")).hasSize(15);
        assertThat(venues).filteredOn(row -> row[4].equals("0")).hasSize(130);
        Map<String, Long> twice = count(venues, row -> row[1]);
        twice.values().removeIf(count -> count == 1);
        assertThat(twice).hasSize(1).allSatisfy((name, count) -> assertThat(count).isEqualTo(2));
        assertThat(count(venues, row -> row[1] + row[2])).hasSize(202);
    }

    @Test
    void hasWrongWeekdaysUntilTheMissingLeapDay() {
        List<String[]> dates = table(PLANTED, "date");
        assertThat(dates).filteredOn(row -> !LocalDate.parse(row[1]).getDayOfWeek().name().startsWith(row[2])).hasSize(59)
                .allSatisfy(row -> assertThat(row[1]).isBetween("2008-01-01", "2008-02-28"));
        assertThat(dates).noneMatch(row -> row[1].equals("2008-02-29"));
        assertThat(dates.getFirst()[0]).isEqualTo("1827");
        assertThat(dates.getLast()).startsWith("2191", "2008-12-31");
    }

    @Test
    void pricesItsSalesAsKnown() {
        List<String[]> sales = table(PLANTED, "sales");
        BigDecimal sum = sales.stream().map(row -> new BigDecimal(row[7])).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum.doubleValue() / sales.size()).isCloseTo(642, within(5.0));
        assertThat(sales.stream().map(row -> new BigDecimal(row[7])).min(BigDecimal::compareTo)).hasValue(new BigDecimal("20.00"));
        assertThat(sales.stream().map(row -> new BigDecimal(row[7])).max(BigDecimal::compareTo)).hasValue(new BigDecimal("12624.00"));
        assertThat(sales.stream().mapToInt(row -> Integer.parseInt(row[6])).summaryStatistics()).satisfies(sold -> {
            assertThat(sold.getMin()).isEqualTo(1);
            assertThat(sold.getMax()).isEqualTo(8);
            assertThat(sold.getAverage()).isCloseTo(2.0, within(0.05));
        });
        assertThat(sales).allMatch(row -> new BigDecimal(row[7]).multiply(new BigDecimal("0.15")).compareTo(new BigDecimal(row[8])) == 0);
    }

    @Test
    void sellsWhatIsListedAfterItIsListedAndNotAfterTheEvent() {
        Map<String, LocalDate> dates = dates(PLANTED);
        Map<String, String[]> events = table(PLANTED, "event").stream().collect(Collectors.toMap(row -> row[0], row -> row));
        Map<String, String[]> listings = table(PLANTED, "listing").stream().collect(Collectors.toMap(row -> row[0], row -> row));
        Map<String, Integer> left = new HashMap<>();
        listings.forEach((id, listing) -> left.put(id, Integer.parseInt(listing[4])));
        List<String[]> sales = table(PLANTED, "sales");
        sales.forEach(sale -> left.merge(sale[1], -Integer.parseInt(sale[6]), Integer::sum));
        assertThat(sales).allMatch(sale -> {
            String[] listing = listings.get(sale[1]);
            LocalDate sold = dates.get(sale[5]);
            return sale[2].equals(listing[1]) && sale[4].equals(listing[2]) && !sale[3].equals(sale[2])
                    && !sold.isBefore(dates.get(listing[3])) && !sold.isAfter(dates.get(events.get(sale[4])[3]))
                    && sale[9].startsWith(sold.getMonthValue() + "/" + sold.getDayOfMonth() + "/2008 ");
        });
        assertThat(left.values()).allMatch(tickets -> tickets >= 0);
        assertThat(listings.values()).allMatch(row ->
                new BigDecimal(row[5]).multiply(new BigDecimal(row[4])).compareTo(new BigDecimal(row[6])) == 0
                && row[7].startsWith(dates.get(row[3]).toString()));
    }

    @Test
    void makesAnyRowAloneAsInTheWhole() {
        for (SampleUpload upload : PLANTED) {
            if (upload.contract().equals("tickit.date")) {
                continue;
            }
            List<String> lines = Lines.lines(PLANTED, upload.contract());
            Rows rows = rows(upload.contract());
            for (int row = lines.size() - 1; row >= 0; row -= Math.max(1, lines.size() / 50)) {
                StringBuilder alone = new StringBuilder();
                rows.append(row, alone);
                assertThat(alone.toString()).isEqualTo(lines.get(row) + "\n");
            }
        }
    }

    private static Rows rows(String contract) {
        TicketCalendar calendar = new TicketCalendar(false);
        TicketEvents events = new TicketEvents(calendar);
        return switch (contract) {
            case "tickit.users" -> new TicketUsers();
            case "tickit.venue" -> new TicketVenues(false);
            case "tickit.category" -> new TicketCategories();
            case "tickit.event" -> events;
            case "tickit.listing" -> new TicketListings(events, calendar).listingFile(0);
            case "tickit.sales" -> new TicketListings(events, calendar).salesFile(0);
            default -> throw new IllegalArgumentException(contract);
        };
    }

    @Test
    void leavesTheDefectsOutWhenClean() {
        Map<String, LocalDate> dates = dates(CLEAN);
        Set<String> venues = count(table(CLEAN, "venue"), row -> row[0]).keySet();
        assertThat(dates).hasSize(366).containsValue(LocalDate.of(2008, 2, 29));
        assertThat(table(CLEAN, "date")).allMatch(row -> DayOfWeek.from(LocalDate.parse(row[1])).name().startsWith(row[2]));
        assertThat(table(CLEAN, "event")).hasSize(8_798)
                .allMatch(row -> venues.contains(row[1]) && row[5].startsWith(dates.get(row[3]).toString()));
        assertThat(table(CLEAN, "venue")).allMatch(row -> Integer.parseInt(row[4]) > 0);
        assertThat(count(table(CLEAN, "venue"), row -> row[1])).hasSize(202);
        assertThat(new HashSet<>(Lines.lines(CLEAN, "tickit.users"))).hasSize(49_990);
    }

    @Test
    void repeatsListingsAndSalesOverMoreYears() {
        List<SampleUpload> two = TicketFiles.uploads(new SampleOptions(2, false));
        Map<String, LocalDate> dates = dates(two);
        List<String[]> sales = table(two, "sales");
        assertThat(dates).hasSize(365 + 365);
        assertThat(count(sales, row -> row[0])).hasSize(172_456 * 2);
        assertThat(count(table(two, "listing"), row -> row[0])).hasSize(192_497 * 2);
        assertThat(count(sales, row -> String.valueOf(dates.get(row[5]).getYear())))
                .isEqualTo(Map.of("2008", 172_456L, "2009", 172_456L));
    }
}
