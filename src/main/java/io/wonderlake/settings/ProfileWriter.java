package io.wonderlake.settings;

import io.wonderlake.lake.Documents;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.Tier;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/// Writes a profile as people would: what is usual is left out.
final class ProfileWriter {
    private ProfileWriter() {
    }

    static String yaml(LakeProfile profile) {
        Map<String, Object> keys = switch (profile) {
            case LakeProfile.Local local -> local(local);
            case LakeProfile.Aws aws -> aws(aws);
        };
        if (profile.readOnly()) {
            keys.put("readOnly", true);
        }
        if (!profile.colour().isEmpty()) {
            keys.put("colour", profile.colour());
        }
        return Documents.writeYaml(keys);
    }

    private static Map<String, Object> local(LakeProfile.Local profile) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("kind", "local");
        keys.put("path", profile.path().toString());
        return keys;
    }

    private static Map<String, Object> aws(LakeProfile.Aws profile) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("kind", "aws");
        profile.awsProfile().ifPresent(name -> keys.put("awsProfile", name));
        keys.put("region", profile.region());
        profile.endpoint().ifPresent(address -> keys.put("endpoint", address.toString()));
        keys.put("tiers", byTier(profile.tiers(), S3Place::toString));
        if (!profile.tierNames().isEmpty()) {
            keys.put("names", byTier(profile.tierNames(), name -> name));
        }
        if (!profile.databases().isEmpty()) {
            keys.put("databases", profile.databases());
        }
        if (!profile.pipelines().isEmpty()) {
            keys.put("pipelines", profile.pipelines());
        }
        if (!profile.athena().equals(LakeProfile.Athena.DEFAULT)) {
            keys.put("athena", athena(profile.athena()));
        }
        profile.redshift().ifPresent(warehouse -> keys.put("redshift", redshift(warehouse)));
        return keys;
    }

    private static <T> Map<String, String> byTier(Map<Tier, T> values, Function<T, String> text) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (Tier tier : Tier.values()) {
            if (values.containsKey(tier)) {
                ordered.put(tier.folder(), text.apply(values.get(tier)));
            }
        }
        return ordered;
    }

    private static Map<String, Object> athena(LakeProfile.Athena athena) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("workgroup", athena.workgroup());
        athena.output().ifPresent(place -> keys.put("output", place.toString()));
        if (athena.dollarsPerTerabyte().compareTo(LakeProfile.Athena.DEFAULT.dollarsPerTerabyte()) != 0) {
            keys.put("dollarsPerTerabyte", athena.dollarsPerTerabyte());
        }
        if (!athena.reuse().isZero()) {
            keys.put("reuse", duration(athena.reuse()));
        }
        return keys;
    }

    private static String duration(Duration reuse) {
        return reuse.toSecondsPart() == 0 ? reuse.toMinutes() + "m" : reuse.toSeconds() + "s";
    }

    private static Map<String, Object> redshift(LakeProfile.Redshift warehouse) {
        Map<String, Object> keys = new LinkedHashMap<>();
        keys.put("url", warehouse.url());
        warehouse.user().ifPresent(user -> keys.put("user", user));
        return keys;
    }
}
