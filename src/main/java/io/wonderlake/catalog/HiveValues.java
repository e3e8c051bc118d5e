package io.wonderlake.catalog;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Values of partition columns as the names of folders spell them.
public final class HiveValues {
    /// What stands for null, in folders and in the catalog.
    public static final String NULL = "__HIVE_DEFAULT_PARTITION__";

    private HiveValues() {
    }

    /// The value that a folder's name means. What is not encoded stays as it is.
    public static String decoded(String folderValue) {
        try {
            return URLDecoder.decode(folderValue.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return folderValue;
        }
    }

    /// Empty for null.
    public static Optional<String> known(String value) {
        return Optional.of(value).filter(text -> !text.equals(NULL));
    }
}
