package io.wonderlake.lake.s3;

/// Sizes at which a transfer changes its ways; tests make them small.
///
/// @param part bytes of one part of a large upload or download; what is not larger goes in one request
/// @param parts how many parts S3 takes
/// @param copy the largest object that S3 copies in one request
/// @param copyPart bytes of one part of a larger copy
/// @param sideBySide how many parts of one object are under way at once
record S3Limits(long part, int parts, long copy, long copyPart, int sideBySide) {
    private static final long MIB = 1 << 20;
    static final S3Limits USUAL = new S3Limits(8 * MIB, 10_000, 5L << 30, 512 * MIB, 6);

    /// The size of a part with which an object of this size needs no more parts than S3 takes.
    long partOf(long size) {
        return partOf(size, part);
    }

    long copyPartOf(long size) {
        return partOf(size, copyPart);
    }

    private long partOf(long size, long usual) {
        long least = (size + parts - 1) / parts;
        return least <= usual ? usual : (least + MIB - 1) / MIB * MIB;
    }
}
