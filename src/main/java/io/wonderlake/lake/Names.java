package io.wonderlake.lake;

import io.wonderlake.work.Failure;
import java.nio.charset.StandardCharsets;

/// What a key may look like, so that it can stand on any file system and cannot leave its tier.
final class Names {
    private static final int MAX_PART_BYTES = 255;
    private static final int MAX_KEY_BYTES = 1024;
    private static final String FORBIDDEN = "<>:\"\\|?*";

    private Names() {
    }

    static void check(String key) {
        if (key.isEmpty()) {
            throw refuse(key, "failure.path.empty");
        }
        if (key.getBytes(StandardCharsets.UTF_8).length > MAX_KEY_BYTES) {
            throw refuse(key.substring(0, 40) + "…", "failure.path.long");
        }
        for (String part : key.split("/", -1)) {
            checkPart(key, part);
        }
    }

    private static void checkPart(String key, String part) {
        if (part.isEmpty() || part.equals(".") || part.equals("..")) {
            throw refuse(key, "failure.path.parts");
        }
        if (part.getBytes(StandardCharsets.UTF_8).length > MAX_PART_BYTES) {
            throw refuse(part.substring(0, 40) + "…", "failure.path.long");
        }
        if (part.endsWith(".") || part.endsWith(" ")) {
            throw refuse(key, "failure.path.ending");
        }
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (c < 32 || c == 127 || FORBIDDEN.indexOf(c) >= 0) {
                throw refuse(key, "failure.path.character");
            }
        }
    }

    private static RuntimeException refuse(String key, String reason) {
        return Failure.of(Failure.Kind.BAD_INPUT, reason, key.replaceAll("\\p{Cntrl}", "�")).exception();
    }
}
