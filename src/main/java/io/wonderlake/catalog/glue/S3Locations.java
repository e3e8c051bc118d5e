package io.wonderlake.catalog.glue;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.Tier;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Places of a lake as URIs, and back: Glue knows buckets, the lake knows tiers.
final class S3Locations {
    private static final Pattern URI = Pattern.compile("s3[an]?://([^/]+)/?(.*)");

    private final LakeProfile.Aws profile;

    S3Locations(LakeProfile.Aws profile) {
        this.profile = profile;
    }

    /// `s3://bucket/prefix/curated/tickit/sales/_v=1/`
    String uri(Prefix folder) {
        S3Place place = profile.tiers().get(folder.tier());
        if (place == null) {
            throw Failure.of(Failure.Kind.NOT_FOUND, "failure.glue.tier", folder.tier().folder(), profile.name()).exception();
        }
        return place + folder.key();
    }

    /// Empty for what stands in no tier of this lake, and for a place that no path of ours can name.
    Optional<Prefix> folder(String uri) {
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String key = parts.group(2).isEmpty() || parts.group(2).endsWith("/") ? parts.group(2) : parts.group(2) + "/";
        return tierOf(parts.group(1), key).flatMap(tier -> prefix(tier, key.substring(profile.tiers().get(tier).prefix().length())));
    }

    /// A table may stand on one object instead of a folder.
    static Optional<ObjectPath> object(Prefix folder) {
        return folder.key().isEmpty() ? Optional.empty() : Optional.of(new ObjectPath(folder.tier(), folder.key().substring(0, folder.key().length() - 1)));
    }

    /// The one with the longest prefix, for a tier may stand within another's.
    private Optional<Tier> tierOf(String bucket, String key) {
        Optional<Map.Entry<Tier, S3Place>> best = profile.tiers().entrySet().stream()
                .filter(entry -> entry.getValue().bucket().equals(bucket) && key.startsWith(entry.getValue().prefix()))
                .max((one, other) -> Integer.compare(one.getValue().prefix().length(), other.getValue().prefix().length()));
        return best.map(Map.Entry::getKey);
    }

    private static Optional<Prefix> prefix(Tier tier, String key) {
        try {
            return Optional.of(new Prefix(tier, key));
        } catch (FailureException unnameable) {
            return Optional.empty();
        }
    }
}
