package io.wonderlake.engine.duckdb;

/// How many of the files of its tables a statement reads.
record FileCount(int read, int total, long bytes) {
    static final FileCount NONE = new FileCount(0, 0, 0);

    FileCount plus(FileCount other) {
        return new FileCount(read + other.read, total + other.total, bytes + other.bytes);
    }
}
