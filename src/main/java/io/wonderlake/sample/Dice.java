package io.wonderlake.sample;

import java.util.List;

/// Chance without memory: a value depends only on the table, the row and what is drawn for it, so any row can be made again alone.
final class Dice {
    private static final long SEED = 2008;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private final long table;

    Dice(String table) {
        this.table = mix(SEED * GOLDEN + table.hashCode());
    }

    /// At least 0, below 1.
    double unit(long row, String draw) {
        return (roll(row, draw) >>> 11) * 0x1.0p-53;
    }

    /// At least 0, below `bound`.
    int below(long row, String draw, int bound) {
        return (int) (unit(row, draw) * bound);
    }

    int between(long row, String draw, int low, int high) {
        return low + below(row, draw, high - low + 1);
    }

    boolean chance(long row, String draw, double probability) {
        return unit(row, draw) < probability;
    }

    <T> T pick(long row, String draw, List<T> choices) {
        return choices.get(below(row, draw, choices.size()));
    }

    /// Below `bound`, the low numbers more often the higher the power is.
    int skewed(long row, String draw, int bound, double power) {
        return (int) (bound * StrictMath.pow(unit(row, draw), power));
    }

    private long roll(long row, String draw) {
        return mix(table ^ mix(row * GOLDEN + draw.hashCode()));
    }

    /// The finisher of SplitMix64.
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
