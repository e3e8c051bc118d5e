package io.wonderlake.sample;

import java.util.stream.IntStream;

/// The places where events are. The ids have gaps, as grown ones do; as planted, most venues do not say how many seats they have.
final class TicketVenues implements Rows {
    private static final int[] IDS = IntStream.rangeClosed(1, 130).filter(id -> id != 12 && id != 51 && id != 64).toArray();
    private static final int HALLS = IDS.length;
    private static final int FIRST_THEATRE = 200;
    private static final int FIRST_HOTEL = 250;
    private static final int FIRST_OPERA = 300;
    private static final int COUNT = HALLS + 75;
    /// Two opera houses in two cities that bear the same name: not a duplicate row.
    private static final int NAMESAKE = 306;

    private final Dice dice = new Dice("venue");
    private final Shuffle places = Shuffle.of(Words.PLACES.size(), "venue");
    private final boolean clean;

    TicketVenues(boolean clean) {
        this.clean = clean;
    }

    @Override
    public long count() {
        return COUNT;
    }

    @Override
    public void append(long row, StringBuilder out) {
        int id = id((int) row);
        out.append(id).append('|').append(name(id)).append('|').append(city(id)).append('|').append(seats(id)).append('\n');
    }

    static int id(int row) {
        if (row < HALLS) {
            return IDS[row];
        }
        int rest = row - HALLS;
        return rest < 65 ? FIRST_THEATRE + rest : FIRST_OPERA + rest - 65;
    }

    /// A hall, stadium or open-air stage; never one of the ids that do not exist.
    static int hall(int choice) {
        return IDS[choice % HALLS];
    }

    private String name(int id) {
        int twin = !clean && id == NAMESAKE ? id - 1 : id;
        return Words.PLACES.get(places.at(twin % places.size())) + " " + kind(id);
    }

    private static String kind(int id) {
        if (id >= FIRST_OPERA) {
            return "Opera House";
        }
        if (id >= FIRST_HOTEL) {
            return "Hotel";
        }
        if (id >= FIRST_THEATRE) {
            return "Theatre";
        }
        return id > 121 ? "Amphitheatre" : id > 66 ? "Stadium" : "Arena";
    }

    private String city(int id) {
        return id >= FIRST_HOTEL && id < FIRST_OPERA ? "Las Vegas|NV"
                : id >= FIRST_THEATRE && id < FIRST_HOTEL - 12 ? "New York City|NY"
                : Words.CITIES.get((id * 7 + 3) % Words.CITIES.size());
    }

    private String seats(int id) {
        boolean stadium = id > 66 && id < 122 && id != 92 && id != 108 && id != 117;
        boolean told = stadium || id == 5 || id == 6 || id == 15 || id == 18 || id == 126;
        if (told || clean) {
            return String.valueOf(id > 66 && id < 122 ? dice.between(id, "seats", 360, 920) * 100 : dice.between(id, "seats", 30, 220) * 100);
        }
        return id >= FIRST_HOTEL && id < FIRST_OPERA ? "\\N" : "0";
    }
}
