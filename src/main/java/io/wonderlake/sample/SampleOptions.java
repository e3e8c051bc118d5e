package io.wonderlake.sample;

import io.wonderlake.work.Failure;

/// What kind of practice lake is wanted.
///
/// @param scale years of ticket listings and sales
/// @param clean whether the planted defects are left out
public record SampleOptions(int scale, boolean clean) {
    private static final int MAX_SCALE = 10_000;

    public SampleOptions {
        if (scale < 1 || scale > MAX_SCALE) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.sample.scale", String.valueOf(scale), String.valueOf(MAX_SCALE)).exception();
        }
    }

    public static SampleOptions usual() {
        return new SampleOptions(1, false);
    }
}
