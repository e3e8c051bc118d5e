package io.wonderlake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.engine.Query;
import io.wonderlake.engine.QueryEngine;
import io.wonderlake.lake.Content;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.aws.AwsHome;
import io.wonderlake.lake.aws.FakeAws;
import io.wonderlake.lake.aws.FakeSts;
import io.wonderlake.settings.Profiles;
import io.wonderlake.settings.UserFolders;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.workspace.Check;
import io.wonderlake.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwsWorkspaceTest {
    private final FakeAws aws = new FakeAws();

    @AfterEach
    void stop() {
        aws.close();
    }

    @Test
    void isOpenedByTheNameOfItsProfileAndTouchesNoNetworkForIt(@TempDir Path folder) {
        UserFolders folders = new UserFolders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
        new Profiles(folders.config()).save(profile(false));
        AppContext context = new AppContext(folders);
        try (Workspace lake = context.open(context.profile("acme"))) {
            assertThat(lake.engines()).extracting(QueryEngine::name).containsExactly("Athena", "Redshift");
            assertThat(lake.settings().tierName(Tier.RAW)).isEqualTo("raw");
            assertThat(lake.engine("redshift").busy()).isFalse();
        }
        assertThat(aws.calls()).isEmpty();
    }

    @Test
    void refusesEveryChangeWhenItsProfileIsReadOnly(@TempDir Path folder) {
        AppContext context = new AppContext(new UserFolders(folder, folder, folder));
        try (Workspace lake = context.open(profile(true))) {
            Job job = new Job("test");
            assertDenied(() -> lake.objects().put(ObjectPath.parse("raw/a.csv"), Content.of("a"), job));
            assertDenied(() -> lake.engines().getFirst().run(new Query("drop table a.b", List.of(), true), job));
            assertDenied(() -> lake.pipelines().run("tickit", Optional.empty(), "test", job));
        }
        assertThat(aws.calls("StartQueryExecution")).isEmpty();
    }

    @Test
    void looksOverAllThatItIsMadeOf(@TempDir Path folder) {
        FakeSts.identity(aws, "arn:aws:iam::123456789012:user/ann");
        AppContext context = new AppContext(new UserFolders(folder, folder, folder));
        try (AwsHome home = new AwsHome(); Workspace lake = context.open(profile(false))) {
            home.credentials("[default]\naws_access_key_id = AKIATEST\naws_secret_access_key = test\n");
            assertThat(lake.checkup(new Job("test"))).extracting(Check::subject).contains("who am I", "raw", "catalog", "workgroup", "results", "Redshift", "pipelines", "logs");
        }
    }

    @Test
    void hasOnlyTheTiersThatItsProfilePlaces(@TempDir Path folder) {
        AppContext context = new AppContext(new UserFolders(folder, folder, folder));
        LakeProfile.Aws usual = profile(false);
        LakeProfile.Aws small = new LakeProfile.Aws("small", usual.awsProfile(), usual.region(), usual.endpoint(), Map.of(Tier.RAW, usual.tiers().get(Tier.RAW)),
                Map.of(), List.of(), List.of(), usual.athena(), Optional.empty(), "", false);
        try (Workspace lake = context.open(small)) {
            assertThat(lake.tiers()).containsExactly(Tier.RAW);
            assertThat(lake.engines()).extracting(QueryEngine::name).containsExactly("Athena");
        }
    }

    private static void assertDenied(org.assertj.core.api.ThrowableAssert.ThrowingCallable change) {
        assertThatThrownBy(change).isInstanceOfSatisfying(FailureException.class, error -> assertThat(error.failure().kind()).isEqualTo(Failure.Kind.DENIED));
    }

    private LakeProfile.Aws profile(boolean readOnly) {
        LakeProfile.Aws usual = aws.profile();
        return new LakeProfile.Aws("acme", usual.awsProfile(), usual.region(), usual.endpoint(), usual.tiers(), usual.tierNames(), usual.databases(), usual.pipelines(),
                usual.athena(), Optional.of(new LakeProfile.Redshift("jdbc:redshift://127.0.0.1:1/dev?ssl=false", Optional.of("ann"))), "", readOnly);
    }
}
