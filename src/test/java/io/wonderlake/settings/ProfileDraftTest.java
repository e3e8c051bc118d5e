package io.wonderlake.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.Tier;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProfileDraftTest {
    private static final LakeProfile.Aws FULL = new LakeProfile.Aws("madhatter", Optional.of("production"), "eu-west-1", Optional.of(URI.create("http://127.0.0.1:5000")),
            Map.of(Tier.RAW, S3Place.parse("s3://mhl/raw/"), Tier.CURATED, S3Place.parse("s3://mhl/curated/")), Map.of(Tier.RAW, "landing"), List.of("tickit_*", "retail_raw"),
            List.of("nightly"), new LakeProfile.Athena("analysts", Optional.of(S3Place.parse("s3://mh-results/")), new BigDecimal("6.25"), Duration.ofHours(2)),
            Optional.of(new LakeProfile.Redshift("jdbc:redshift://host:5439/dev", Optional.of("ann"))), "teal", true);

    @Test
    void givesBackTheProfileThatItWasMadeOf() {
        assertThat(ProfileDraft.of(FULL).check()).isEqualTo(new ProfileDraft.Checked(Optional.of(FULL), Map.of()));
        LakeProfile local = new LakeProfile.Local("here", Path.of("/data/lake"), "", false);
        assertThat(ProfileDraft.of(local).check().profile()).contains(local);
    }

    @Test
    void findsEveryMistakeAndNamesItsKey() {
        ProfileDraft draft = new ProfileDraft("no name", Map.of("kind", "aws", "region", "Ireland", "tiers.raw", "mh/raw", "tiers.curated", "s3://UPPER/", "athena.reuse", "9d",
                "athena.dollarsPerTerabyte", "five", "redshift.user", "ann", "colour", "pink", "endpoint", "localhost", "databases", "a b, c"));
        ProfileDraft.Checked checked = draft.check();
        assertThat(checked.profile()).isEmpty();
        assertThat(checked.problems()).containsOnlyKeys("name", "region", "tiers.raw", "tiers.curated", "athena.reuse", "athena.dollarsPerTerabyte", "redshift.url", "colour", "endpoint", "databases", "tiers");
        assertThat(checked.problems().get("region")).contains("Ireland", "eu-west-1");
    }

    @Test
    void saysWhatIsMissing() {
        assertThat(new ProfileDraft("lake", Map.of("kind", "aws", "region", " ")).check().problems()).containsOnlyKeys("region", "tiers");
        assertThat(new ProfileDraft("lake", Map.of("kind", "local")).check().problems()).containsOnlyKeys("path");
    }
}
