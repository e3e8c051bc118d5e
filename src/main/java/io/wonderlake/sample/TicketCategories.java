package io.wonderlake.sample;

import java.util.List;

/// The eleven kinds of events.
final class TicketCategories implements Rows {
    private static final List<String> LINES = List.of(
            "Sports|MLB|Major League Baseball", "Sports|NHL|National Hockey League", "Sports|NFL|National Football League",
            "Sports|NBA|National Basketball Association", "Sports|MLS|Major League Soccer",
            "Shows|Musicals|Plays with songs and dances", "Shows|Plays|Plays without music", "Shows|Opera|Grand and light opera",
            "Concerts|Pop|Rock and pop concerts", "Concerts|Jazz|Jazz singers and bands", "Concerts|Classical|Orchestras, concertos and choirs");

    @Override
    public long count() {
        return LINES.size();
    }

    @Override
    public void append(long row, StringBuilder out) {
        out.append(row + 1).append('|').append(LINES.get((int) row)).append('\n');
    }
}
