package io.wonderlake.settings;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which lakes the window has shown.
///
/// @param last the one that the next start opens again
/// @param folders that were opened as lakes, newest first
public record RecentLakes(Optional<Opened> last, List<String> folders) {
    public static final RecentLakes NONE = new RecentLakes(Optional.empty(), List.of());
    private static final int MOST = 8;

    /// A lake by what it is opened with.
    ///
    /// @param name of the profile, or the folder; empty for the practice lake
    public record Opened(Kind kind, String name) {
        public static final Opened PRACTICE = new Opened(Kind.PRACTICE, "");
    }

    /// What a lake is opened with.
    public enum Kind { PRACTICE, PROFILE, FOLDER }

    public RecentLakes {
        last = last == null ? Optional.empty() : last;
        folders = folders == null ? List.of() : List.copyOf(folders);
    }

    public RecentLakes with(Opened opened) {
        Stream<String> first = opened.kind() == Kind.FOLDER ? Stream.of(opened.name()) : Stream.empty();
        return new RecentLakes(Optional.of(opened), Stream.concat(first, folders.stream()).distinct().limit(MOST).toList());
    }
}
