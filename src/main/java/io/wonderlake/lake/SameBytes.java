package io.wonderlake.lake;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// Compares an object with a file, by size and then by the SHA-256 of both.
final class SameBytes {
    private static final int BUFFER = 1 << 18;

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
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                job.checkCancelled();
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException(error);
        }
    }
}
