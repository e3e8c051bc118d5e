package io.wonderlake.lake.s3;

import io.wonderlake.work.Job;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The tag that S3 usually gives an object with the bytes of a file: the MD5 of its bytes, or of the MD5s of its parts. A bucket may give
/// other tags, so that an equal tag says that the bytes are equal, and another one says nothing.
record FileTag(Path file, long partSize, Job job) {
    private static final int BUFFER = 1 << 18;

    boolean is(String tag) throws IOException {
        int dash = tag.indexOf('-');
        return dash < 0 ? tag.equals(whole()) : tag.equals(inParts());
    }

    private String whole() throws IOException {
        MessageDigest digest = digest();
        try (InputStream in = Files.newInputStream(file)) {
            add(in, Long.MAX_VALUE, digest);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private String inParts() throws IOException {
        MessageDigest all = digest();
        int parts = 0;
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest part = digest();
            for (long read = add(in, partSize, part); read > 0; read = add(in, partSize, part)) {
                all.update(part.digest());
                parts++;
            }
        }
        return HexFormat.of().formatHex(all.digest()) + "-" + parts;
    }

    private long add(InputStream in, long most, MessageDigest digest) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long done = 0;
        while (done < most) {
            job.checkCancelled();
            int read = in.readNBytes(buffer, 0, (int) Math.min(BUFFER, most - done));
            if (read == 0) {
                break;
            }
            digest.update(buffer, 0, read);
            done += read;
        }
        return done;
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException(error);
        }
    }
}
