package io.wonderlake.lake.folder;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The one digest of a lake. Every Java platform has it.
final class Sha256 {
    private Sha256() {
    }

    static MessageDigest make() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException error) {
            throw new IllegalStateException(error);
        }
    }
}
