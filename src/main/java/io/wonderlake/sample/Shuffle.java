package io.wonderlake.sample;

import java.math.BigInteger;

/// A fixed order of the numbers 0 to size - 1: gives the number at a place and the place of a number without a list of them.
/// The first `n` places hold `n` different numbers, which is how exact counts are planted.
record Shuffle(int size, long step, long inverse, long shift) {

    static Shuffle of(int size, String name) {
        long step = 1 + (long) (size * 0.6180339887);
        while (!BigInteger.valueOf(step).gcd(BigInteger.valueOf(size)).equals(BigInteger.ONE)) {
            step++;
        }
        long inverse = BigInteger.valueOf(step).modInverse(BigInteger.valueOf(size)).longValue();
        return new Shuffle(size, step, inverse, Math.floorMod(name.hashCode(), size));
    }

    int at(int place) {
        return (int) ((place * step + shift) % size);
    }

    int placeOf(int number) {
        return (int) (Math.floorMod(number - shift, (long) size) * inverse % size);
    }
}
