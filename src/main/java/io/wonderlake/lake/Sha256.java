package io.wonderlake.lake;

import io.wonderlake.work.Job;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The one digest of a lake. Every Java platform has it.
public final class Sha256 {
    private static final int BUFFER = 1 << 18;

    private Sha256() {
    }

    public static MessageDigest make() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException(error);
        }
    }

    /// Of a text's UTF-8 bytes, in lower-case hexadecimal digits.
    public static String of(String text) {
        return HexFormat.of().formatHex(make().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /// Of all bytes up to the end of the stream, in lower-case hexadecimal digits.
    public static String of(InputStream in, Job job) throws IOException {
        MessageDigest digest = make();
        byte[] buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            job.checkCancelled();
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
