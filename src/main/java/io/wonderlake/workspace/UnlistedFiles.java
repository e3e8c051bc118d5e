package io.wonderlake.workspace;

import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// The files in a lake's tiers that no listing shows: names that no key can hold, links, and what is no ordinary file.
///
/// @param listed how many files listings do show
/// @param first a few of the others, as people can read them
record UnlistedFiles(long listed, long count, List<String> first) {
    private static final int NAMED = 3;

    static UnlistedFiles of(LocalLake lake, Job job) {
        Count count = new Count(lake, job);
        try {
            for (Tier tier : Tier.values()) {
                Path folder = lake.files().folder(Prefix.of(tier));
                if (Files.isDirectory(folder)) {
                    Files.walkFileTree(folder, count);
                }
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        return new UnlistedFiles(count.listed, count.unlisted, count.first);
    }

    /// Goes through the folders.
    private static final class Count extends SimpleFileVisitor<Path> {
        private final LocalLake lake;
        private final Job job;
        private final List<String> first = new ArrayList<>();
        private long listed;
        private long unlisted;

        Count(LocalLake lake, Job job) {
            this.lake = lake;
            this.job = job;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            job.checkCancelled();
            if (attributes.isRegularFile() && isKey(file)) {
                listed++;
            } else {
                unlisted++;
                if (first.size() < NAMED) {
                    first.add(lake.root().relativize(file).toString().replaceAll("\\p{Cntrl}", "\uFFFD"));
                }
            }
            return FileVisitResult.CONTINUE;
        }

        /// A folder that cannot be opened is told by other checks.
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException error) {
            return FileVisitResult.CONTINUE;
        }

        private boolean isKey(Path file) {
            try {
                return lake.files().file(lake.files().objectAt(file)).equals(file);
            } catch (FailureException _) {
                return false;
            }
        }
    }
}
