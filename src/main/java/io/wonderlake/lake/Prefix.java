package io.wonderlake.lake;

import io.wonderlake.work.Failure;

/// A folder of a tier: its key is empty for the tier itself, and ends with `/` otherwise.
public record Prefix(Tier tier, String key) {

    public Prefix {
        if (!key.isEmpty()) {
            if (!key.endsWith("/")) {
                throw new IllegalArgumentException(key);
            }
            Names.check(key.substring(0, key.length() - 1));
        }
    }

    public static Prefix of(Tier tier) {
        return new Prefix(tier, "");
    }

    /// Reads `raw`, `raw/tickit` or `raw/tickit/`.
    public static Prefix parse(String text) {
        int slash = text.indexOf('/');
        String folder = slash < 0 ? text : text.substring(0, slash);
        Tier tier = Tier.ofFolder(folder)
                .orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.path.tier", text, folder).exception());
        String key = slash < 0 ? "" : text.substring(slash + 1);
        return new Prefix(tier, key.isEmpty() || key.endsWith("/") ? key : key + "/");
    }

    /// The folder `name` in this one.
    public Prefix folder(String name) {
        return new Prefix(tier, key + name + "/");
    }

    public ObjectPath object(String name) {
        return new ObjectPath(tier, key + name);
    }

    public boolean contains(ObjectPath path) {
        return path.tier() == tier && path.key().startsWith(key);
    }

    /// The last folder's name; the tier's for an empty key.
    public String name() {
        if (key.isEmpty()) {
            return tier.folder();
        }
        String bare = key.substring(0, key.length() - 1);
        return bare.substring(bare.lastIndexOf('/') + 1);
    }

    @Override
    public String toString() {
        return tier.folder() + "/" + key;
    }
}
