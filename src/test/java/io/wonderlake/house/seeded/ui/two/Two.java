package io.wonderlake.house.seeded.ui.two;

/// The feature that another one should not know.
public record Two(String name) {
}
