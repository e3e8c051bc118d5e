package io.wonderlake.lake.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

class CredentialsTest {
    static final String SECRET = "wJalrXUtnFEMI-never-shown";
    private static final String KEYS = "aws_access_key_id = AKIAOWN\naws_secret_access_key = " + SECRET + "\n";
    private static final String ROLE = "role_arn = arn:aws:iam::123456789012:role/reader\n";
    private static final String MFA = "mfa_serial = arn:aws:iam::123456789012:mfa/ann\n";
    private static final FakeAws AWS = new FakeAws();
    private static final SdkHttpClient HTTP = ApacheHttpClient.create();

    private final Queue<Optional<String>> codes = new ArrayDeque<>();
    private final Queue<Prompts.Device> asked = new ConcurrentLinkedQueue<>();
    private AwsHome home;
    private boolean interrupting;

    @BeforeEach
    void prepare() {
        home = new AwsHome();
        AWS.forget();
        FakeSts.role(AWS, Duration.ofHours(1), _ -> { });
    }

    @AfterEach
    void restore() {
        home.close();
    }

    @AfterAll
    static void stop() {
        AWS.close();
        HTTP.close();
    }

    @Test
    void takesTheKeysOfTheProfileThatTheLakeNames() {
        home.credentials("[default]\naws_access_key_id = AKIADEFAULT\naws_secret_access_key = x\n[acme]\n" + KEYS);
        assertThat(resolve("acme").accessKeyId()).isEqualTo("AKIAOWN");
        assertThat(resolve(null).accessKeyId()).isEqualTo("AKIADEFAULT");
    }

    @Test
    void takesTheEnvironmentBeforeTheFilesWhereTheLakeNamesNoProfile() {
        home.credentials("[default]\n" + KEYS);
        home.set("aws.accessKeyId", "AKIASYSTEM");
        home.set("aws.secretAccessKey", SECRET);
        assertThat(resolve(null).accessKeyId()).isEqualTo("AKIASYSTEM");
        assertThat(resolve("default").accessKeyId()).isEqualTo("AKIAOWN");
    }

    @Test
    void runsTheProcessOfAProfile() {
        home.config("[profile acme]\ncredential_process = echo '{\"Version\":1,\"AccessKeyId\":\"AKIAPROC\",\"SecretAccessKey\":\"" + SECRET + "\"}'\n");
        assertThat(resolve("acme").accessKeyId()).isEqualTo("AKIAPROC");
    }

    @Test
    void takesARoleWithTheCredentialsOfAnotherProfileAndKeepsItsSession() {
        home.config("[profile acme]\n" + ROLE + "source_profile = own\nexternal_id = lake\nrole_session_name = ann\nduration_seconds = 900\n[profile own]\n" + KEYS);
        try (Account account = account("acme")) {
            assertThat(account.resolve().accessKeyId()).isEqualTo("ASIAROLE1");
            assertThat(account.resolve().accessKeyId()).isEqualTo("ASIAROLE1");
        }
        assertThat(AWS.calls("AssumeRole")).singleElement().satisfies(call -> {
            assertThat(call.request().path("ExternalId").asText()).isEqualTo("lake");
            assertThat(call.request().path("RoleSessionName").asText()).isEqualTo("ann");
            assertThat(call.request().path("DurationSeconds").asText()).isEqualTo("900");
            assertThat(call.headers().get("Authorization")).contains("AKIAOWN");
        });
    }

    @Test
    void takesARoleFromARole() {
        home.config("[profile acme]\n" + ROLE + "source_profile = between\n[profile between]\n" + ROLE.replace("reader", "gate") + "source_profile = own\n[profile own]\n" + KEYS);
        resolve("acme");
        assertThat(AWS.calls("AssumeRole").stream().map(call -> call.request().path("RoleArn").asText())).containsExactly(
                "arn:aws:iam::123456789012:role/gate", "arn:aws:iam::123456789012:role/reader");
    }

    @Test
    void takesTheRoleAnewShortlyBeforeItRunsOut() {
        home.config("[profile acme]\n" + ROLE + "source_profile = own\n[profile own]\n" + KEYS);
        FakeSts.role(AWS, Duration.ofSeconds(30), _ -> { });
        try (Account account = account("acme")) {
            account.resolve();
            account.resolve();
        }
        assertThat(AWS.calls("AssumeRole")).hasSize(2);
    }

    @Test
    void asksTheTokenServiceAtItsOwnAddressWhereOneIsSet() {
        home.config("[profile acme]\n" + ROLE + "source_profile = own\n[profile own]\n" + KEYS);
        try (FakeAws other = new FakeAws()) {
            FakeSts.role(other, Duration.ofHours(1), _ -> { });
            home.set("aws.endpointUrlSts", other.endpoint().toString());
            resolve("acme");
            assertThat(other.calls("AssumeRole")).hasSize(1);
            assertThat(AWS.calls()).isEmpty();
        }
    }

    @Test
    void asksForTheCodeOfADeviceOnceForManyWhoWait() throws Exception {
        mfa();
        CountDownLatch started = new CountDownLatch(4);
        try (Account account = account("acme"); ExecutorService threads = Executors.newFixedThreadPool(4)) {
            codes.add(Optional.of(" 123456 "));
            List<Callable<String>> calls = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                calls.add(() -> {
                    started.countDown();
                    started.await();
                    return account.resolve().accessKeyId();
                });
            }
            for (Future<String> each : threads.invokeAll(calls)) {
                assertThat(each.get()).isEqualTo("ASIAROLE1");
            }
        }
        assertThat(asked).containsExactly(new Prompts.Device("acme", "arn:aws:iam::123456789012:mfa/ann", false));
        assertThat(AWS.calls("AssumeRole").getFirst().request().path("TokenCode").asText()).isEqualTo("123456");
        assertThat(AWS.calls("AssumeRole").getFirst().request().path("SerialNumber").asText()).isEqualTo("arn:aws:iam::123456789012:mfa/ann");
    }

    @Test
    void asksOnceMoreAfterAWrongCode() {
        mfa();
        acceptOnly("222222");
        codes.addAll(List.of(Optional.of("111111"), Optional.of("222222")));
        assertThat(resolve("acme").accessKeyId()).isEqualTo("ASIAROLE2");
        assertThat(asked).extracting(Prompts.Device::again).containsExactly(false, true);
    }

    @Test
    void givesUpAfterTwoWrongCodesAndAsksNobodyUntilTheNextLogin() {
        mfa();
        acceptOnly("333333");
        codes.addAll(List.of(Optional.of("111111"), Optional.of("no digits"), Optional.of("333333")));
        try (Account account = account("acme")) {
            assertThat(account.refusal().message()).isEqualTo("The code of the device arn:aws:iam::123456789012:mfa/ann was wrong twice, so the AWS profile acme is not logged in.");
            assertThat(account.refusal().kind()).isEqualTo(Failure.Kind.SIGN_IN);
            assertThat(asked).hasSize(2);
            account.credentials.forget();
            assertThat(account.resolve().accessKeyId()).startsWith("ASIAROLE");
        }
    }

    @Test
    void isNotLoggedInWhereNobodyGivesTheCode() {
        mfa();
        codes.add(Optional.empty());
        try (Account account = account("acme")) {
            Failure failure = account.refusal();
            assertThat(failure.kind()).isEqualTo(Failure.Kind.SIGN_IN);
            assertThat(failure.message()).isEqualTo("The AWS profile acme wants a code of the device arn:aws:iam::123456789012:mfa/ann, and none was given.");
            account.refusal();
        }
        assertThat(asked).hasSize(1);
        assertThat(AWS.calls("AssumeRole")).isEmpty();
    }

    @Test
    void saysThatTheRoleMayNotBeTakenWithThePolicyForIt() {
        home.config("[profile acme]\n" + ROLE + "source_profile = own\n[profile own]\n" + KEYS);
        refuseRole("AccessDenied", "User: arn:aws:iam::123456789012:user/ann is not authorized to perform: sts:AssumeRole");
        Failure failure = refusal("acme");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
        assertThat(failure.message()).isEqualTo("You are not allowed to take the role arn:aws:iam::123456789012:role/reader of the AWS profile acme.");
        assertThat(failure.detail().orElseThrow()).contains("sts:AssumeRole", "arn:aws:iam::123456789012:role/reader");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExpiredToken", "InvalidClientTokenId", "SignatureDoesNotMatch"})
    void asksForALoginWhereTheKeysBehindARoleAreNotTaken(String code) {
        home.config("[profile acme]\n" + ROLE + "source_profile = own\n[profile own]\n" + KEYS);
        refuseRole(code, "no");
        assertThat(refusal("acme")).satisfies(failure -> {
            assertThat(failure.kind()).isEqualTo(Failure.Kind.SIGN_IN);
            assertThat(failure.message()).contains("own");
        });
    }

    @Test
    void saysThatTheTokenServiceCannotBeReached() {
        home.config("[profile acme]\n" + ROLE + "source_profile = own\n[profile own]\n" + KEYS);
        home.set("aws.endpointUrlSts", "http://127.0.0.1:1");
        assertThat(refusal("acme").kind()).isEqualTo(Failure.Kind.OFFLINE);
    }

    @Test
    void namesTheProfilesThatThereAreWhereTheOneOfTheLakeIsMissing() {
        home.config("[profile acme]\n" + KEYS + "[profile other]\n" + KEYS);
        Failure failure = refusal("acm");
        assertThat(failure.message()).isEqualTo("The AWS files have no profile acm. They have: acme, other.");
        assertThat(failure.nearest()).contains("acme");
    }

    @Test
    void saysThatThereAreNoProfilesAndNoCredentials() {
        assertThat(refusal("acme").message()).isEqualTo("The AWS files have no profile acme; they have none at all.");
        assertThat(refusal(null).message()).isEqualTo("No credentials for AWS were found.");
        home.config("[profile acme]\n" + KEYS);
        assertThat(refusal(null).message()).isEqualTo("No credentials for AWS were found.");
    }

    @Test
    void saysThatAProfileHasNoCredentialsOrHalfOfThem() {
        home.config("[profile empty]\nregion = eu-west-1\n[profile half]\naws_access_key_id = AKIAOWN\n[profile other]\naws_secret_access_key = " + SECRET + "\n");
        assertThat(refusal("empty").message()).isEqualTo("The AWS profile empty has no credentials: no keys, no role, no login, no process.");
        assertThat(refusal("half").message()).isEqualTo("The AWS profile half has only half of its keys.");
        assertThat(refusal("other").message()).isEqualTo("The AWS profile other has only half of its keys.");
    }

    @Test
    void saysWhatIsWrongWithARole() {
        home.config("[profile lonely]\n" + ROLE + "[profile a]\n" + ROLE + "source_profile = b\n[profile b]\n" + ROLE + "source_profile = a\n[profile c]\n" + ROLE + "source_profile = gone\n");
        assertThat(refusal("lonely").message()).isEqualTo("The AWS profile lonely takes a role, but does not say with whose credentials.");
        assertThat(refusal("a").message()).isEqualTo("The AWS profiles a, b take their credentials from one another in a circle.");
        assertThat(refusal("c").message()).startsWith("The AWS files have no profile gone.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo " + SECRET, "sh -c 'echo {\\\"SecretAccessKey\\\":\\\"" + SECRET + "\\\"}'", "sh -c 'exit 3'", "/no/such/command", "echo '{\"Version\":1}'",
        "echo '{\"Version\":7,\"AccessKeyId\":\"A\",\"SecretAccessKey\":\"" + SECRET + "\"}'"})
    void saysThatAProcessFailedAndNothingOfWhatItWrote(String command) {
        home.config("[profile acme]\ncredential_process = " + command + "\n");
        Failure failure = refusal("acme");
        assertThat(failure.message()).isEqualTo("The credential process of the AWS profile acme failed.");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.SIGN_IN);
    }

    @Test
    void doesNotWaitForEverForAProcess() {
        home.config("[profile acme]\ncredential_process = sleep 60\n");
        AwsFiles files = AwsFiles.read();
        ProfileCredentialsProvider found = ProfileCredentialsProvider.builder().profileFile(files.content()).profileName("acme").build();
        try (ProfileCredentials credentials = new ProfileCredentials(files, files.require("acme"), found, Duration.ofMillis(300))) {
            assertThatThrownBy(credentials::resolveCredentials).hasMessageStartingWith("The credential process of the AWS profile acme gave no answer");
        }
    }

    @Test
    void isNotTakenForAnAnswerWhenNobodyWaitsAnyMore() {
        mfa();
        codes.addAll(List.of(Optional.empty(), Optional.of("123456")));
        try (Account account = account("acme")) {
            interrupting = true;
            assertThatThrownBy(account::resolve).isInstanceOf(AbortedException.class);
            assertThat(Thread.interrupted()).isTrue();
            interrupting = false;
            assertThat(account.resolve().accessKeyId()).isEqualTo("ASIAROLE1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[profile acme\n", "[profile acme]\naws_secret_access_key " + SECRET + "\n", "aws_secret_access_key = " + SECRET + "\n", "[profile acme]\n= " + SECRET + "\n"})
    void saysThatAnAwsFileIsBroken(String text) {
        home.config(text);
        Failure failure = refusal("acme");
        assertThat(failure.kind()).isEqualTo(Failure.Kind.SIGN_IN);
        assertThat(failure.message()).startsWith("The AWS files (").contains(".aws/config");
    }

    @Test
    void findsWhatWasMendedInTheFilesWithoutARestart() {
        home.config("[profile acme]\nregion = eu-west-1\n");
        try (Account account = account("acme")) {
            account.refusal();
            home.config("[profile acme]\n" + KEYS);
            assertThat(account.resolve().accessKeyId()).isEqualTo("AKIAOWN");
        }
    }

    @Test
    void saysNothingSecretInItsText() {
        home.credentials("[acme]\n" + KEYS);
        try (Account account = account("acme")) {
            account.resolve();
            assertThat(account.credentials.toString()).doesNotContain(SECRET).doesNotContain("AKIA");
        }
    }

    private void mfa() {
        home.config("[profile acme]\n" + ROLE + MFA + "source_profile = own\n[profile own]\n" + KEYS);
    }

    private static void acceptOnly(String code) {
        FakeSts.role(AWS, Duration.ofHours(1), request -> {
            if (!request.path("TokenCode").asText().equals(code)) {
                throw new FakeAws.Refusal(403, "AccessDenied", "MultiFactorAuthentication failed with invalid MFA one time pass code.");
            }
        });
    }

    private static void refuseRole(String code, String message) {
        FakeSts.role(AWS, Duration.ofHours(1), _ -> {
            throw new FakeAws.Refusal(403, code, message);
        });
    }

    private AwsCredentials resolve(String awsProfile) {
        try (Account account = account(awsProfile)) {
            return account.resolve();
        }
    }

    private Failure refusal(String awsProfile) {
        try (Account account = account(awsProfile)) {
            return account.refusal();
        }
    }

    private Account account(String awsProfile) {
        LakeProfile.Aws usual = AWS.profile();
        LakeProfile.Aws profile = new LakeProfile.Aws("lake", Optional.ofNullable(awsProfile), usual.region(), usual.endpoint(), usual.tiers(), usual.tierNames(), usual.databases(),
                usual.pipelines(), usual.athena(), usual.redshift(), usual.colour(), usual.readOnly());
        return new Account(new Credentials(profile, new Person(), () -> HTTP));
    }

    /// Credentials, and a look at all that they say when they fail.
    private record Account(Credentials credentials) implements AutoCloseable {
        AwsCredentials resolve() {
            return credentials.resolveCredentials();
        }

        Failure refusal() {
            try {
                credentials.resolveCredentials();
            } catch (FailureException refused) {
                assertThat(refused.failure().toString()).doesNotContain(SECRET);
                for (Throwable at = refused; at != null; at = at.getCause()) {
                    assertThat(at.toString()).doesNotContain(SECRET);
                }
                return refused.failure();
            }
            throw new AssertionError("was not refused");
        }

        @Override
        public void close() {
            credentials.close();
        }
    }

    /// Says the prepared codes.
    private final class Person implements Prompts {
        @Override
        public Optional<String> tokenCode(Device device) {
            asked.add(device);
            if (interrupting) {
                Thread.currentThread().interrupt();
            }
            return codes.remove();
        }

        @Override
        public boolean showLogin(Login login) {
            return false;
        }
    }
}
