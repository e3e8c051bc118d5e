package io.wonderlake.house.seeded;

/// The root of the seeded violations.
public final class Root {
}
