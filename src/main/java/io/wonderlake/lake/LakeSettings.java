package io.wonderlake.lake;

import java.util.Map;

/// What `lake.yaml` says of a lake.
///
/// @param name shown in the window's lake switcher
/// @param tierNames names under which tiers are shown, where they differ from their own
public record LakeSettings(String name, Map<Tier, String> tierNames) {
    public LakeSettings {
        tierNames = Map.copyOf(tierNames);
    }

    public String tierName(Tier tier) {
        return tierNames.getOrDefault(tier, tier.folder());
    }
}
