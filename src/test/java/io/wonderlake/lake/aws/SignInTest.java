package io.wonderlake.lake.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache.ApacheHttpClient;

class SignInTest {
    private static final String SECRET = "token-never-shown";
    private static final FakeAws AWS = new FakeAws();
    private static final SdkHttpClient HTTP = ApacheHttpClient.create();
    private static final SsoSettings CORP = new SsoSettings("acme", "corp", "https://corp.example/start", "eu-central-1", List.of("sso:account:access"));

    private final List<Prompts.Login> shown = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();
    private final Queue<String> refusals = new ArrayDeque<>();
    private AwsHome home;

    @BeforeEach
    void prepare() {
        home = new AwsHome();
        home.set("aws.endpointUrlSso", AWS.endpoint().toString());
        home.set("aws.endpointUrlSsoOidc", AWS.endpoint().toString());
        home.config("""
                [profile acme]
                sso_session = corp
                sso_account_id = 123456789012
                sso_role_name = Reader
                region = eu-west-1
                [sso-session corp]
                sso_start_url = https://corp.example/start
                sso_region = eu-central-1
                sso_registration_scopes = sso:account:access
                [profile old]
                sso_start_url = https://corp.example/start
                sso_region = eu-central-1
                sso_account_id = 123456789012
                sso_role_name = Reader
                """);
        AWS.forget();
        FakeSts.identity(AWS, "arn:aws:sts::123456789012:assumed-role/Reader/ann");
        AWS.on("POST /client/register", _ -> Map.of("clientId", "client", "clientSecret", SECRET, "clientIdIssuedAt", 1, "clientSecretExpiresAt", 1999999999));
        AWS.on("POST /device_authorization", _ -> Map.of("deviceCode", "device", "userCode", "ABCD-EFGH", "verificationUri", "https://device.example/",
                "verificationUriComplete", "https://device.example/?user_code=ABCD-EFGH", "expiresIn", 600, "interval", 1));
        AWS.on("POST /token", _ -> {
            if (!refusals.isEmpty()) {
                throw new FakeAws.Refusal(400, refusals.remove(), "not yet");
            }
            return Map.of("accessToken", SECRET, "tokenType", "Bearer", "expiresIn", 3600, "refreshToken", SECRET);
        });
        AWS.on("GET /federation/credentials", _ -> Map.of("roleCredentials", Map.of("accessKeyId", "ASIASSO", "secretAccessKey", SECRET, "sessionToken", SECRET,
                "expiration", Instant.now().plusSeconds(3600).toEpochMilli())));
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
    void opensALoginInTheBrowserAndWorksOnWithTheSameAccount() {
        try (AwsAccount account = account("acme")) {
            assertThat(refusal(() -> account.whoAmI(new Job("who")))).satisfies(failure -> {
                assertThat(failure.kind()).isEqualTo(Failure.Kind.SIGN_IN);
                assertThat(failure.message()).isEqualTo("You are not logged in to the AWS profile acme, or the login has expired.");
            });
            Identity identity = account.signIn(new Job("log in"));
            assertThat(identity).isEqualTo(new Identity("123456789012", "arn:aws:sts::123456789012:assumed-role/Reader/ann"));
            assertThat(account.whoAmI(new Job("who"))).isEqualTo(identity);
        }
        assertThat(shown).singleElement().satisfies(login -> {
            assertThat(login.code()).isEqualTo("ABCD-EFGH");
            assertThat(login.pageWithCode()).hasToString("https://device.example/?user_code=ABCD-EFGH");
        });
        assertThat(AWS.calls("GetCallerIdentity").getLast().headers().get("Authorization")).contains("ASIASSO");
    }

    @Test
    void keepsTheLoginWhereTheAwsToolsLookForItAndForTheOwnerAlone() throws IOException {
        try (AwsAccount account = account("acme")) {
            account.signIn(new Job("log in"));
        }
        List<Path> files = files(home.sessions());
        // the SHA-1 of "corp"
        assertThat(files).containsExactly(home.sessions().resolve("ee0bfd2552fbd840c02cc48b6e823320543c450f.json"));
        JsonNode session = new ObjectMapper().readTree(Files.readString(files.getFirst()));
        assertThat(session.path("startUrl").asText()).isEqualTo("https://corp.example/start");
        assertThat(session.path("region").asText()).isEqualTo("eu-central-1");
        assertThat(session.path("refreshToken").asText()).isEqualTo(SECRET);
        assertThat(Instant.parse(session.path("expiresAt").asText())).isAfter(Instant.now());
        assertThat(Instant.parse(session.path("registrationExpiresAt").asText())).isEqualTo(Instant.ofEpochSecond(1999999999));
        if (home.sessions().getFileSystem().supportedFileAttributeViews().contains("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.getFirst()))).isEqualTo("rw-------");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.sessions()))).isEqualTo("rwx------");
        }
    }

    @Test
    void logsInToAProfileOfTheOlderKind() throws IOException {
        try (AwsAccount account = account("old")) {
            assertThat(account.signIn(new Job("log in")).account()).isEqualTo("123456789012");
        }
        assertThat(files(home.sessions())).singleElement().satisfies(file -> assertThat(file.getFileName()).hasToString("f7c9b39d0b4c7a7d82c79307585f77e1c5e74378.json"));
        assertThat(AWS.calls("POST /client/register").getFirst().request().path("scopes")).isEmpty();
    }

    @Test
    void usesALoginThatIsThereAlready() throws IOException {
        session(Instant.now().plusSeconds(3600), false);
        try (AwsAccount account = account("acme")) {
            account.signIn(new Job("log in"));
        }
        assertThat(shown).isEmpty();
    }

    @Test
    void renewsALoginThatHasRunOutAndCanBeRenewed() throws IOException {
        session(Instant.now().minusSeconds(60), true);
        try (AwsAccount account = account("acme")) {
            account.whoAmI(new Job("who"));
        }
        assertThat(shown).isEmpty();
        assertThat(AWS.calls("POST /token").getFirst().request().path("grantType").asText()).isEqualTo("refresh_token");
    }

    @Test
    void opensANewLoginWhereTheOldOneHasRunOut() throws IOException {
        session(Instant.now().minusSeconds(60), false);
        try (AwsAccount account = account("acme")) {
            assertThat(refusal(() -> account.whoAmI(new Job("who"))).kind()).isEqualTo(Failure.Kind.SIGN_IN);
            account.signIn(new Job("log in"));
        }
        assertThat(shown).hasSize(1);
    }

    @Test
    void opensANewLoginWhereTheServiceNoLongerTakesTheOldOne() throws IOException {
        session(Instant.now().plusSeconds(3600), false);
        AWS.on("GET /federation/credentials", _ -> {
            throw new FakeAws.Refusal(401, "UnauthorizedException", "Session token not found or invalid");
        });
        try (AwsAccount account = account("acme")) {
            assertThat(refusal(() -> account.whoAmI(new Job("who"))).message()).isEqualTo("The login of the AWS profile acme has expired.");
            assertThat(refusal(() -> account.signIn(new Job("log in"))).kind()).isEqualTo(Failure.Kind.SIGN_IN);
        }
        assertThat(shown).hasSize(1);
    }

    @Test
    void saysThatTheLoginDoesNotGiveTheRole() throws IOException {
        session(Instant.now().plusSeconds(3600), false);
        AWS.on("GET /federation/credentials", _ -> {
            throw new FakeAws.Refusal(403, "ForbiddenException", "No access");
        });
        try (AwsAccount account = account("acme")) {
            assertThat(refusal(() -> account.whoAmI(new Job("who")))).satisfies(failure -> {
                assertThat(failure.kind()).isEqualTo(Failure.Kind.DENIED);
                assertThat(failure.message()).isEqualTo("Your login does not give you the role Reader in the account 123456789012, which the AWS profile acme wants.");
            });
        }
    }

    @Test
    void saysWhatTheLoginOfAProfileLacks() {
        home.config("[profile acme]\nsso_session = corp\nsso_account_id = 1\nsso_role_name = Reader\n[profile half]\nsso_start_url = https://corp.example/start\nsso_account_id = 1\n");
        try (AwsAccount acme = account("acme"); AwsAccount half = account("half")) {
            assertThat(refusal(() -> acme.whoAmI(new Job("who"))).message()).isEqualTo("The AWS profile acme names the login corp, which the AWS files do not have.");
            assertThat(refusal(() -> half.signIn(new Job("who"))).message()).isEqualTo("The login of the AWS profile half does not say sso_role_name.");
        }
    }

    @Test
    void waitsUntilTheCodeIsConfirmedAndSlowsDownWhenTold() {
        refusals.addAll(List.of("AuthorizationPendingException", "SlowDownException", "AuthorizationPendingException"));
        login().run(new Job("log in"));
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(6), Duration.ofSeconds(6));
    }

    @Test
    void saysThatTheCodeRanOutOrWasRefused() {
        refusals.add("ExpiredTokenException");
        assertThat(refusal(() -> login().run(new Job("log in"))).message()).isEqualTo("The code of the login of the AWS profile acme has run out before it was confirmed.");
        refusals.add("AccessDeniedException");
        assertThat(refusal(() -> login().run(new Job("log in"))).message()).isEqualTo("The login of the AWS profile acme was refused in the browser.");
        refusals.add("InvalidGrantException");
        assertThat(refusal(() -> login().run(new Job("log in"))).message()).contains("was refused: InvalidGrantException");
        assertThat(home.sessions()).doesNotExist();
    }

    @Test
    void stopsWaitingWhenItsJobIsCancelled() {
        Job job = new Job("log in");
        assertThatThrownBy(() -> new SsoLogin(CORP, HTTP, person(), (_, _) -> job.cancel()).run(job)).isInstanceOf(CancellationException.class);
        assertThat(AWS.calls("POST /token")).isEmpty();
    }

    @Test
    void doesNotWaitWhereNobodySeesTheCode() {
        assertThat(refusal(() -> new SsoLogin(CORP, HTTP, Prompts.NOBODY).run(new Job("log in"))).kind()).isEqualTo(Failure.Kind.SIGN_IN);
    }

    @Test
    void saysThatTheLoginServiceCannotBeReachedOrDoesNotKnowTheStartPage() {
        AWS.on("POST /device_authorization", _ -> {
            throw new FakeAws.Refusal(400, "InvalidRequestException", "no such start page");
        });
        assertThat(refusal(() -> login().run(new Job("log in"))).message())
                .isEqualTo("The login of the AWS profile acme at https://corp.example/start was refused: InvalidRequestException");
        home.set("aws.endpointUrlSsoOidc", "http://127.0.0.1:1");
        assertThat(refusal(() -> login().run(new Job("log in"))).kind()).isEqualTo(Failure.Kind.OFFLINE);
    }

    @Test
    void takesUpNewKeysOfTheFilesWhenAwsNoLongerTakesTheOldOnes() {
        home.config("[profile keys]\naws_access_key_id = AKIAOLD\naws_secret_access_key = " + SECRET + "\n");
        AWS.on("GetCallerIdentity", _ -> {
            throw new FakeAws.Refusal(403, "ExpiredToken", "The security token included in the request is expired");
        });
        try (AwsAccount account = account("keys")) {
            assertThat(refusal(() -> account.whoAmI(new Job("who"))).message()).isEqualTo("The login of the AWS profile keys has expired.");
            home.config("[profile keys]\naws_access_key_id = AKIANEW\naws_secret_access_key = " + SECRET + "\n");
            FakeSts.identity(AWS, "arn:aws:iam::123456789012:user/ann");
            account.whoAmI(new Job("who"));
        }
        assertThat(AWS.calls("GetCallerIdentity").getLast().headers().get("Authorization")).contains("AKIANEW");
    }

    @Test
    void logsInBeforeItAsksForTheCodeOfARole() {
        home.config("""
                [profile acme]
                role_arn = arn:aws:iam::123456789012:role/reader
                source_profile = corp
                [profile corp]
                sso_start_url = https://corp.example/start
                sso_region = eu-central-1
                sso_account_id = 123456789012
                sso_role_name = Reader
                """);
        FakeSts.role(AWS, Duration.ofHours(1), _ -> { });
        try (AwsAccount account = account("acme")) {
            assertThat(refusal(() -> account.whoAmI(new Job("who"))).message()).contains("AWS profile corp");
            account.signIn(new Job("log in"));
        }
        assertThat(shown).extracting(Prompts.Login::profile).containsExactly("corp");
        assertThat(AWS.calls("GetCallerIdentity").getLast().headers().get("Authorization")).contains("ASIAROLE1");
    }

    private SsoLogin login() {
        return new SsoLogin(CORP, HTTP, person(), (time, _) -> pauses.add(time));
    }

    private AwsAccount account(String awsProfile) {
        LakeProfile.Aws usual = AWS.profile();
        return new AwsAccount(new LakeProfile.Aws("lake", Optional.of(awsProfile), usual.region(), usual.endpoint(), usual.tiers(), usual.tierNames(), usual.databases(),
                usual.pipelines(), usual.athena(), usual.redshift(), usual.colour(), usual.readOnly()), person());
    }

    private Prompts person() {
        return new Prompts() {
            @Override
            public Optional<String> tokenCode(Device device) {
                return Optional.empty();
            }

            @Override
            public boolean showLogin(Login login) {
                return shown.add(login);
            }
        };
    }

    private void session(Instant expires, boolean renewable) throws IOException {
        Files.createDirectories(home.sessions());
        String renew = renewable ? ",\"clientId\":\"client\",\"clientSecret\":\"s\",\"registrationExpiresAt\":\"2033-05-18T03:33:19Z\",\"refreshToken\":\"r\"" : "";
        Files.writeString(new SsoCache(home.sessions()).file(CORP),
                "{\"startUrl\":\"https://corp.example/start\",\"region\":\"eu-central-1\",\"accessToken\":\"" + SECRET + "\",\"expiresAt\":\"" + expires + "\"" + renew + "}");
    }

    private static Failure refusal(Runnable work) {
        try {
            work.run();
        } catch (FailureException refused) {
            for (Throwable at = refused; at != null; at = at.getCause()) {
                assertThat(at.toString()).doesNotContain(SECRET);
            }
            assertThat(refused.failure().toString()).doesNotContain(SECRET);
            return refused.failure();
        }
        throw new AssertionError("was not refused");
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }
}
