package io.wonderlake.engine.duckdb;

/// How many of the files of its tables a statement reads.
///
/// @param suspect what to name when one of them is damaged and the engine does not say which; may be empty
record FileCount(int read, int total, long bytes, String suspect) {
    static final FileCount NONE = new FileCount(0, 0, 0, "");

    FileCount plus(FileCount other) {
        String suspects = suspect.isEmpty() || other.suspect.isEmpty() ? suspect + other.suspect : suspect + ", " + other.suspect;
        return new FileCount(read + other.read, total + other.total, bytes + other.bytes, suspects);
    }
}
