package io.wonderlake.lake;

import io.wonderlake.work.Failure;

/// Where an object stands: its tier, and its key within the tier, parts joined by `/`, without a leading or trailing one.
/// A path that leaves the tier (`..`), or that some file system cannot hold, cannot be made.
public record ObjectPath(Tier tier, String key) implements Comparable<ObjectPath> {

    public ObjectPath {
        Names.check(key);
    }

    /// Reads `raw/tickit/sales/sales_tab.txt`.
    public static ObjectPath parse(String text) {
        int slash = text.indexOf('/');
        String folder = slash < 0 ? text : text.substring(0, slash);
        Tier tier = Tier.ofFolder(folder)
                .orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.path.tier", text, folder).exception());
        if (slash < 0) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.path.object", text).exception();
        }
        return new ObjectPath(tier, text.substring(slash + 1));
    }

    /// The last part of the key.
    public String name() {
        return key.substring(key.lastIndexOf('/') + 1);
    }

    public Prefix parent() {
        return new Prefix(tier, key.substring(0, key.lastIndexOf('/') + 1));
    }

    @Override
    public int compareTo(ObjectPath other) {
        int byTier = tier.compareTo(other.tier);
        return byTier != 0 ? byTier : KeyOrder.compare(key, other.key);
    }

    @Override
    public String toString() {
        return tier.folder() + "/" + key;
    }
}
