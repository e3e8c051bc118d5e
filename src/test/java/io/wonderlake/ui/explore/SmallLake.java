package io.wonderlake.ui.explore;

import io.wonderlake.lake.LakeSettings;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.folder.Folders;
import io.wonderlake.lake.folder.LakeFolder;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A lake with one small domain that has been refined from raw to analytics by its pipeline: 30 venues in 3 states, of which one is not good.
final class SmallLake {
    private static final String CONTRACT = """
            apiVersion: v3.0.2
            kind: DataContract
            id: tickit.venue
            name: venue
            version: 1.2.0
            status: active
            domain: tickit
            description: {purpose: One row for each venue.}
            team: [{name: Ticket sales team, username: tickets@madhatter.example, role: owner}]
            customProperties:
              - {property: reads, value: raw/tickit/venue/}
              - {property: layouts, value: {txt: {format: text, delimiter: "|", quote: "", header: false, skip: 0, charset: utf-8}}}
              - {property: nullMarks, value: ["\\\\N", ""]}
            schema:
              - name: venue
                physicalName: tickit_curated.venue
                properties:
                  - {name: venueid, logicalType: integer, physicalType: integer, primaryKey: true, required: true, description: Number of the venue.}
                  - {name: venuename, logicalType: string, physicalType: varchar, description: Its name.}
                  - {name: venuestate, logicalType: string, physicalType: varchar}
                  - {name: venueseats, logicalType: integer, physicalType: integer}
                quality:
                  - name: tiny
                    type: sql
                    description: The venue has fewer than ten seats.
                    query: select count(*) from {table} where venueseats < 10
                    mustBe: 0
                    severity: warning
            """;
    private static final String MODEL = """
            -- name: seats_by_state
            -- tier: analytics
            -- database: tickit_analytics
            -- description: Seats of each state.
            -- owner: tickets@madhatter.example
            -- inputs: [tickit_curated.venue]
            -- partitionedBy: [venuestate]
            -- key: [venuestate]
            select count(*) as venues, sum(venueseats) as seats, venuestate from tickit_curated.venue group by venuestate
            """;
    private static final String PIPELINE = """
            name: tickit
            title: Ticket sales
            steps:
              - {name: crawl, type: crawl, datasets: [tickit.*], timeout: 5m}
              - {name: curate, type: contracts, contracts: [tickit.*], timeout: 5m}
              - {name: build, type: models, models: ["tickit_analytics.*"], timeout: 5m}
            """;

    private static Path template;

    private SmallLake() {
    }

    /// Opens a copy of it in `root`; it is made once for all tests.
    static synchronized RealLake make(Path root) {
        try {
            if (template == null) {
                template = Files.createTempDirectory("small-lake");
                Runtime.getRuntime().addShutdownHook(new Thread(SmallLake::remove));
                build(template).close();
            }
            copy(template, root);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        return new RealLake(LakeFolder.open(root));
    }

    private static void remove() {
        Folders.delete(template);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static RealLake build(Path root) {
        LakeFolder folder = LakeFolder.create(root, new LakeSettings("Small lake", Map.of(Tier.ANALYTICS, "gold")));
        write(root.resolve("config/contracts/tickit.venue.yaml"), CONTRACT);
        write(root.resolve("config/models/analytics/tickit.seats_by_state.sql"), MODEL);
        write(root.resolve("config/pipelines/tickit.yaml"), PIPELINE);
        write(root.resolve("raw/tickit/venue/venue_pipe.txt"), venues());
        RealLake lake = new RealLake(folder);
        lake.pipelines().run("tickit", Optional.empty(), "test", new Job("test"));
        return lake;
    }

    private static String venues() {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= 30; i++) {
            String seats = i == 7 ? "many" : i == 8 ? "3" : i == 9 ? "" : String.valueOf(i * 1_000);
            text.append(i).append("|Hall ").append(i).append('|').append(new String[] {"NY", "CA", "OH"}[i % 3]).append('|').append(seats).append('\n');
        }
        return text.toString();
    }

    static void write(Path file, String text) {
        write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
