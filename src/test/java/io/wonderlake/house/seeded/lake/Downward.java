package io.wonderlake.house.seeded.lake;

import io.wonderlake.house.seeded.work.Upward;

/// Breaks: cycles, and a vendor library outside its adapter.
public record Downward(Upward above, java.sql.Connection connection) {
}
