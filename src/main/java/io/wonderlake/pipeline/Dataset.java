package io.wonderlake.pipeline;

import io.wonderlake.catalog.TableName;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.Tier;

/// The files of one kind in the raw tier: `raw/<domain>/<name>/`.
public record Dataset(String domain, String name) implements Comparable<Dataset> {

    public Prefix folder() {
        return Prefix.of(Tier.RAW).folder(domain).folder(name);
    }

    /// The raw table that the crawl makes of it.
    public TableName table() {
        return new TableName(domain + "_raw", name);
    }

    @Override
    public int compareTo(Dataset other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return domain + "." + name;
    }
}
