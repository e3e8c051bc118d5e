package io.wonderlake.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What was opened last, lake by lake (by the lake's folder), newest first.
public record RecentItems(Map<String, List<RecentItem>> lakes) {
    public static final RecentItems NONE = new RecentItems(Map.of());
    private static final int MOST = 24;

    public RecentItems {
        lakes = lakes == null ? Map.of() : Map.copyOf(lakes);
    }

    public List<RecentItem> of(String lake) {
        return lakes.getOrDefault(lake, List.of());
    }

    /// Puts an item first; what stood for the same thing before goes away, and so does the oldest when there are too many.
    public RecentItems with(String lake, RecentItem item) {
        Map<String, List<RecentItem>> changed = new HashMap<>(lakes);
        changed.put(lake, Stream.concat(Stream.of(item), of(lake).stream().filter(old -> !old.same(item))).limit(MOST).toList());
        return new RecentItems(changed);
    }
}
