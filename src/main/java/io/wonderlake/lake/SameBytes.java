package io.wonderlake.lake;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares an object with a file, by size and then by the SHA-256 of both.
final class SameBytes {
    private SameBytes() {
    }

    static boolean compare(ObjectStore store, ObjectEntry entry, Path file, Job job) {
        try {
            return Files.size(file) == entry.size() && sha256(file, job).equals(store.sha256(entry.path(), job));
        } catch (IOException error) {
            throw Failure.of(Failure.Kind.STORAGE, "failure.lake.source", entry.path().toString(), String.valueOf(error.getMessage())).withOrigin(error).exception();
        }
    }

    private static String sha256(Path file, Job job) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Sha256.of(in, job);
        }
    }
}
