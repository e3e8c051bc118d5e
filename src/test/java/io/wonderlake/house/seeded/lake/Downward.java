package io.wonderlake.house.seeded.lake;

import io.wonderlake.house.seeded.work.Upward;

/// Breaks: cycles, and vendor libraries outside their adapters.
public record Downward(Upward above, java.sql.Connection connection, software.amazon.awssdk.regions.Region region, com.github.javakeyring.Keyring keyring) {
}
