package io.wonderlake.engine.redshift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.FakeAws;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IamLoginTest {
    private static final String CLUSTER = "jdbc:redshift://shop.abc123.eu-west-1.redshift.amazonaws.com:5439/dev";
    private static final String WORKGROUP = "jdbc:redshift://reports.111122223333.eu-west-1.redshift-serverless.amazonaws.com:5439/dev";
    private final FakeAws aws = new FakeAws();
    private AwsAccount account;
    private Instant now = Instant.parse("2026-11-20T12:00:00Z");
    private int given;

    @BeforeEach
    void open() {
        account = aws.account();
        aws.on("GetClusterCredentialsWithIAM", _ -> clusterAnswer("GetClusterCredentialsWithIAM", "IAMR:analyst"));
        aws.on("GetClusterCredentials", _ -> clusterAnswer("GetClusterCredentials", "IAM:ada"));
        aws.on("GetCredentials", _ -> Map.of("dbUser", "IAMR:analyst", "dbPassword", "word-" + ++given, "expiration", now.plusSeconds(900).getEpochSecond()));
    }

    @AfterEach
    void close() {
        account.close();
        aws.close();
    }

    private String clusterAnswer(String operation, String user) {
        return "<" + operation + "Response xmlns=\"http://redshift.amazonaws.com/doc/2012-12-01/\"><" + operation + "Result><DbUser>" + user + "</DbUser><DbPassword>word-" + ++given
                + "</DbPassword><Expiration>" + now.plusSeconds(900) + "</Expiration></" + operation + "Result></" + operation + "Response>";
    }

    private IamLogin login(String url) {
        return new IamLogin(account, url, () -> now);
    }

    private static String password(RedshiftLogin.Access access) {
        return new String(access.password());
    }

    @Test
    void asksForTheCredentialsOfACluster() {
        RedshiftLogin.Access access = login(CLUSTER).access(new Job("connect"));
        assertThat(access.user()).isEqualTo("IAMR:analyst");
        assertThat(password(access)).isEqualTo("word-1");
        assertThat(aws.calls("GetClusterCredentialsWithIAM").getFirst().request().path("ClusterIdentifier").asText()).isEqualTo("shop");
        assertThat(aws.calls("GetClusterCredentialsWithIAM").getFirst().request().path("DbName").asText()).isEqualTo("dev");
    }

    @Test
    void asksForThoseOfAUserWhomTheAddressNames() {
        assertThat(login(CLUSTER + "?dbuser=ada").access(new Job("connect")).user()).isEqualTo("IAM:ada");
        assertThat(aws.calls("GetClusterCredentials").getFirst().request().path("DbUser").asText()).isEqualTo("ada");
    }

    @Test
    void asksForTheCredentialsOfAWorkgroup() {
        RedshiftLogin.Access access = login(WORKGROUP).access(new Job("connect"));
        assertThat(password(access)).isEqualTo("word-1");
        assertThat(aws.calls("GetCredentials").getFirst().request().path("workgroupName").asText()).isEqualTo("reports");
    }

    @Test
    void asksInTheRegionOfTheWarehouse() {
        login(WORKGROUP.replace("eu-west-1", "us-east-2")).access(new Job("connect"));
        assertThat(aws.calls("GetCredentials").getFirst().headers().get("Authorization")).contains("/us-east-2/redshift-serverless/");
    }

    @Test
    void keepsThemUntilTheyAreAboutToExpire() {
        IamLogin login = login(WORKGROUP);
        assertThat(password(login.access(new Job("connect")))).isEqualTo("word-1");
        now = now.plus(Duration.ofMinutes(12));
        assertThat(password(login.access(new Job("connect")))).isEqualTo("word-1");
        now = now.plus(Duration.ofMinutes(2));
        assertThat(password(login.access(new Job("connect")))).isEqualTo("word-2");
    }

    @Test
    void asksOnceAgainWhereKeptOnesAreRefused() {
        IamLogin login = login(CLUSTER);
        login.access(new Job("connect"));
        assertThat(login.refused()).as("new credentials were refused").isFalse();
        login.access(new Job("connect"));
        login.access(new Job("connect"));
        assertThat(login.refused()).as("kept credentials were refused").isTrue();
        assertThat(password(login.access(new Job("connect")))).isEqualTo("word-3");
    }

    @Test
    void namesThePermissionThatIsMissing() {
        aws.on("GetClusterCredentialsWithIAM", _ -> {
            throw new FakeAws.Refusal(403, "AccessDenied", "User is not authorized");
        });
        FailureException denied = catchThrowableOfType(FailureException.class, () -> login(CLUSTER).access(new Job("connect")));
        assertThat(denied.failure().kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(denied.failure().message()).contains("redshift:GetClusterCredentialsWithIAM");
        assertThat(denied.failure().detail().orElse("")).contains("arn:aws:redshift:eu-west-1:*:dbname:shop/dev");
    }

    @Test
    void refusesAHostThatNamesNoWarehouse() {
        FailureException refused = catchThrowableOfType(FailureException.class, () -> login("jdbc:redshift://127.0.0.1:5439/dev").access(new Job("connect")));
        assertThat(refused.failure().kind()).isEqualTo(Failure.Kind.BAD_INPUT);
        assertThat(refused.failure().message()).contains("127.0.0.1");
    }

    @Test
    void doesNotPrintPasswords() {
        assertThat(login(CLUSTER).access(new Job("connect")).toString()).doesNotContain("word-");
    }
}
