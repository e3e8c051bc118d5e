package io.wonderlake.lake;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A floor of the lake. `RAW` is the source of truth and write-once; `CURATED` and `ANALYTICS` can always be rebuilt from it.
public enum Tier {
    RAW, CURATED, ANALYTICS, ARCHIVE, QUARANTINE, CONFIG;

    /// The tiers that hold data a user looks for, in the order of refinement.
    public static final List<Tier> DATA = List.of(RAW, CURATED, ANALYTICS, ARCHIVE);

    /// The tier's folder or prefix, and the last part of its databases' names: `raw`, `curated`…
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Tier> ofFolder(String folder) {
        return Arrays.stream(values()).filter(tier -> tier.folder().equals(folder)).findFirst();
    }
}
