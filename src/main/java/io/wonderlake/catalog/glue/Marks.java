package io.wonderlake.catalog.glue;

import java.util.Map;
import java.util.Set;

/// What we write into the parameters of Glue's tables, and which parameters of others describe the files and not the table.
final class Marks {
    private static final String OURS = "wonderlake.";
    /// Number of the version that was published.
    static final String VERSION = OURS + "version";
    /// Glue's own number that this state of the table was to get. What comes after it was made by others.
    static final String BASE = OURS + "base";
    static final String PUBLISHED = OURS + "published";
    /// Tells one publication from another that wanted the same number.
    static final String PUBLICATION = OURS + "publication";
    /// Description and owner were written by people, and stay over publications.
    static final String DESCRIBED = OURS + "described";
    /// Number of the version that the partition entries show.
    static final String SETTLED = OURS + "settled";
    /// The storage format as JSON, where Hive's words do not say all of it.
    static final String FORMAT = OURS + "format";
    /// Of a column: its type and its comment, where Glue cannot hold them.
    static final String TYPE = OURS + "type";
    static final String COMMENT = OURS + "comment";
    static final String PROPERTY = OURS + "property.";

    static final String ROWS = "numRows";
    static final String BYTES = "totalSize";
    static final String FILES = "numFiles";
    static final String CLASSIFICATION = "classification";
    static final String HEADER_LINES = "skip.header.line.count";
    static final String COMPRESSION = "compressionType";
    static final String TEMPLATE = "storage.location.template";
    static final String PROJECTION = "projection.";

    private static final Set<String> COUNTS = Set.of(ROWS, BYTES, FILES, "recordCount", "sizeKey", "objectCount", "averageRecordSize", "rawDataSize", "COLUMN_STATS_ACCURATE");
    private static final Set<String> FORMATS = Set.of(CLASSIFICATION, HEADER_LINES, COMPRESSION, "typeOfData", "delimiter", "areColumnsQuoted", "columnsOrdered");
    private static final Set<String> KNOWN = Set.of("EXTERNAL", "comment", "transient_lastDdlTime", "presto_view");

    private Marks() {
    }

    /// Whether a parameter says something that a table does not say elsewhere.
    static boolean isFree(String key) {
        return !isOurs(key) && !COUNTS.contains(key) && !FORMATS.contains(key) && !KNOWN.contains(key) && !key.startsWith("spark.sql.");
    }

    /// Whether a parameter stays true when a table gets other files.
    static boolean outlastsFiles(String key) {
        return !isOurs(key) && !COUNTS.contains(key) && !FORMATS.contains(key) && !key.startsWith(PROJECTION) && !key.equals(TEMPLATE);
    }

    private static boolean isOurs(String key) {
        return key.startsWith(OURS);
    }

    /// The first of the parameters that is a number; -1 where none is.
    static long count(Map<String, String> parameters, String... keys) {
        for (String key : keys) {
            long count = number(parameters.getOrDefault(key, ""));
            if (count >= 0) {
                return count;
            }
        }
        return -1;
    }

    /// -1 for what is no whole number.
    static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
    }
}
