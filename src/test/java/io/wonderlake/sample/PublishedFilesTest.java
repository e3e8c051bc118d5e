package io.wonderlake.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The generated files have the shape of the published ones in ../shared/data, which are not part of the project.
class PublishedFilesTest {
    private static final Path PUBLISHED = Path.of("../shared/data");

    private static List<String> published(String name) throws IOException {
        assumeTrue(Files.isDirectory(PUBLISHED), "the published files are not in ../shared/data");
        return Files.readAllLines(PUBLISHED.resolve(name));
    }

    private static List<String> made(String dataset) {
        return Lines.lines(TicketFiles.uploads(SampleOptions.usual()), "tickit." + dataset);
    }

    @Test
    void hasTheSameCalendar() throws IOException {
        assertThat(made("date").stream().map(PublishedFilesTest::withoutWeek).toList())
                .isEqualTo(published("tickit_date.txt").stream().map(PublishedFilesTest::withoutWeek).toList());
    }

    /// The published week of 31 October is one too high.
    private static String withoutWeek(String line) {
        return line.replaceFirst("^(([^|]*\\|){3})[0-9]+", "$1");
    }

    @Test
    void hasVenuesWithTheSameIdsAndTheSameGapsInTheirSeats() throws IOException {
        assertThat(made("venue").stream().map(PublishedFilesTest::idAndGap).toList())
                .isEqualTo(published("tickit_venue.txt").stream().map(PublishedFilesTest::idAndGap).toList());
    }

    private static String idAndGap(String line) {
        String[] fields = line.split("\\|");
        return fields[0] + (fields[4].equals("0") || fields[4].equals("\\N") ? fields[4] : "");
    }

    @Test
    void hasTheSameCategories() throws IOException {
        assertThat(made("category").stream().map(PublishedFilesTest::names).toList())
                .isEqualTo(published("tickit_category.txt").stream().map(PublishedFilesTest::names).toList());
    }

    private static String names(String line) {
        return line.substring(0, line.lastIndexOf('|'));
    }
}
