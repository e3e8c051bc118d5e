package io.wonderlake.lake.s3;

import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.work.Probe;
import io.wonderlake.work.Strings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/// Looks whether each tier of a lake can be listed, and whether the bucket of `raw` keeps old versions.
public final class StoreProbes {
    private StoreProbes() {
    }

    public static List<Probe> of(AwsAccount account, ObjectStore objects) {
        List<Probe> probes = new ArrayList<>();
        for (Tier tier : Tier.values()) {
            Optional.ofNullable(account.profile().tiers().get(tier)).ifPresent(place -> probes.add(new Probe(tier.folder(), _ -> list(objects, tier, place))));
        }
        S3Calls calls = new S3Calls(account);
        Optional.ofNullable(account.profile().tiers().get(Tier.RAW)).ifPresent(place -> probes.add(new Probe(Strings.text("probe.versions"), _ -> versions(calls, place))));
        return probes;
    }

    private static Probe.Finding list(ObjectStore objects, Tier tier, S3Place place) {
        Listing first = objects.list(Prefix.of(tier), true, Optional.empty(), 1);
        boolean empty = first.objects().isEmpty() && first.folders().isEmpty();
        return Probe.Finding.well(empty ? Strings.text("probe.tier.empty", place) : Strings.text("probe.tier.well", place));
    }

    private static Probe.Finding versions(S3Calls calls, S3Place place) {
        Target target = new Target(place.toString(), place.bucket(), place.prefix());
        BucketVersioningStatus status = calls.bucket("s3:GetBucketVersioning", target, client -> client.getBucketVersioning(r -> r.bucket(place.bucket()))).status();
        return status == BucketVersioningStatus.ENABLED ? Probe.Finding.well(Strings.text("probe.versions.well", place.bucket()))
                : new Probe.Finding(Strings.text("probe.versions.none", place.bucket()), Strings.text("probe.versions.none.advice"));
    }
}
