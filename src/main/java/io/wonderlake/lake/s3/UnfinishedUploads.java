package io.wonderlake.lake.s3;

import io.wonderlake.lake.Sha256;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The folder where uploads in parts are remembered until they have come to their end.
final class UnfinishedUploads {
    private static final Duration FORGOTTEN = Duration.ofDays(7);

    private final Path folder;

    UnfinishedUploads(Path folder) {
        this.folder = folder;
    }

    /// What is remembered of the upload of a file to a target; something new where nothing is, or while another process works on it.
    Unfinished claim(Target target, String source) throws IOException {
        String name = source.isEmpty() ? UUID.randomUUID().toString() : Sha256.of(target + "\n" + source);
        Optional<Unfinished> known = Unfinished.claim(folder.resolve(name));
        return known.isPresent() ? known.get() : Unfinished.claim(folder.resolve(UUID.randomUUID().toString())).orElseThrow(() -> new IOException(folder.toString()));
    }

    /// Those that nobody works on and nobody will go on with.
    List<Unfinished> left() throws IOException {
        List<Unfinished> left = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return left;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Optional<Unfinished> claimed = Unfinished.claim(file);
                if (claimed.isPresent() && isLeft(file, claimed.get())) {
                    left.add(claimed.get());
                } else if (claimed.isPresent()) {
                    claimed.get().close();
                }
            }
        }
        return left;
    }

    private static boolean isLeft(Path file, Unfinished claimed) throws IOException {
        boolean canGoOn = claimed.upload().map(upload -> !upload.source().isEmpty()).orElse(false);
        return !canGoOn || Files.getLastModifiedTime(file).toInstant().isBefore(Instant.now().minus(FORGOTTEN));
    }
}
