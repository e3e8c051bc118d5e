package io.wonderlake.settings;

import java.time.Instant;

/// Something the user has opened, in enough detail to open it again.
///
/// @param name what identifies it: `tickit_curated.sales`, `raw/tickit/sales/sales_tab.txt`, a query's title, a run's number
/// @param text the SQL of a query; empty otherwise
public record RecentItem(Kind kind, String name, String text, Instant when) {

    /// What was opened.
    public enum Kind { TABLE, FILE, QUERY, RUN }

    boolean same(RecentItem other) {
        return kind == other.kind && name.equals(other.name);
    }
}
