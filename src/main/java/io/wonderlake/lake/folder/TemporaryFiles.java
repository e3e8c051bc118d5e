package io.wonderlake.lake.folder;

import io.wonderlake.lake.Holder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Files that are being written. Their names say which process writes them, so that what a killed one left can be removed.
final class TemporaryFiles {
    private static final Pattern NAME = Pattern.compile("(.+)\\+(\\d+)\\+(\\d+)\\+[0-9a-f-]+");
    private static final Duration FORGOTTEN = Duration.ofDays(2);

    private final Path folder;

    TemporaryFiles(Path folder) {
        this.folder = folder;
    }

    TemporaryFile make() {
        Holder self = Holder.self();
        String host = self.host().replaceAll("[^A-Za-z0-9._-]", "-");
        return new TemporaryFile(folder.resolve("%s+%d+%d+%s".formatted(host, self.pid(), self.started(), UUID.randomUUID())));
    }

    void clean() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                if (isLeft(file)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private boolean isLeft(Path file) throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return false;
        }
        Holder holder = new Holder(name.group(1), Long.parseLong(name.group(2)), Long.parseLong(name.group(3)));
        return switch (holder.life()) {
            case ALIVE -> false;
            case DEAD -> true;
            case UNKNOWN -> Files.exists(file) && Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(FORGOTTEN));
        };
    }
}
