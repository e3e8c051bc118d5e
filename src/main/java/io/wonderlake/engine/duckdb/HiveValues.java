package io.wonderlake.engine.duckdb;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/// Values of partition columns as folders spell them.
final class HiveValues {
    /// What stands for null.
    static final String NULL = "__HIVE_DEFAULT_PARTITION__";

    private HiveValues() {
    }

    static String decoded(String folderValue) {
        try {
            return URLDecoder.decode(folderValue.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return folderValue;
        }
    }
}
