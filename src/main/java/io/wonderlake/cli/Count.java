package io.wonderlake.cli;

import io.wonderlake.work.Formats;

/// A number for people, with thousands marked, that a [TextTable] puts at the right of its column; a dash for what nobody counted.
final class Count extends Number {
    private static final long serialVersionUID = 1;
    private final long value;

    Count(long value) {
        this.value = value;
    }

    @Override
    public int intValue() {
        return (int) value;
    }

    @Override
    public long longValue() {
        return value;
    }

    @Override
    public float floatValue() {
        return value;
    }

    @Override
    public double doubleValue() {
        return value;
    }

    @Override
    public String toString() {
        return value < 0 ? "–" : Formats.count(value);
    }
}
