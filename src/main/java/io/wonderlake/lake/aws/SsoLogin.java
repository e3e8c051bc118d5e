package io.wonderlake.lake.aws;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.AccessDeniedException;
import software.amazon.awssdk.services.ssooidc.model.AuthorizationPendingException;
import software.amazon.awssdk.services.ssooidc.model.CreateTokenResponse;
import software.amazon.awssdk.services.ssooidc.model.ExpiredTokenException;
import software.amazon.awssdk.services.ssooidc.model.RegisterClientResponse;
import software.amazon.awssdk.services.ssooidc.model.SlowDownException;
import software.amazon.awssdk.services.ssooidc.model.SsoOidcException;
import software.amazon.awssdk.services.ssooidc.model.StartDeviceAuthorizationResponse;

/// One login in the browser: gets a code, has it shown, waits until somebody has confirmed it there, and puts the session where the AWS tools
/// and the SDK look for it.
final class SsoLogin {
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";
    private static final Duration USUAL_PAUSE = Duration.ofSeconds(5);
    private static final Duration SLOWER = Duration.ofSeconds(5);

    private final SsoSettings settings;
    private final SdkHttpClient http;
    private final Prompts prompts;
    private final Pause pause;

    /// Waits between two questions.
    @FunctionalInterface
    interface Pause {
        void pause(Duration time, Job job);
    }

    SsoLogin(SsoSettings settings, SdkHttpClient http, Prompts prompts) {
        this(settings, http, prompts, SsoLogin::sleep);
    }

    SsoLogin(SsoSettings settings, SdkHttpClient http, Prompts prompts, Pause pause) {
        this.settings = settings;
        this.http = http;
        this.prompts = prompts;
        this.pause = pause;
    }

    void run(Job job) {
        try (SsoOidcClient service = client()) {
            RegisterClientResponse client = service.registerClient(r -> r.clientName("Wonderlake").clientType("public").scopes(settings.scopes()));
            StartDeviceAuthorizationResponse device = service.startDeviceAuthorization(
                    r -> r.clientId(client.clientId()).clientSecret(client.clientSecret()).startUrl(settings.startPage()));
            Instant until = Instant.now().plusSeconds(Math.max(1, device.expiresIn()));
            show(device, until);
            CreateTokenResponse token = await(service, client, device, until, job);
            SsoCache.ofThisUser().write(settings, session(client, token));
        } catch (AbortedException stopped) {
            throw new CancellationException(settings.profile());
        } catch (SsoOidcException refused) {
            job.checkCancelled();
            throw Failure.of(Failure.Kind.SIGN_IN, "failure.aws.sso.refused", settings.profile(), settings.startPage(), reason(refused)).exception();
        } catch (SdkClientException unsent) {
            job.checkCancelled();
            throw Failure.of(Failure.Kind.OFFLINE, "failure.aws.sso.unreachable", settings.profile()).withDetail(String.valueOf(unsent.getMessage())).exception();
        }
    }

    private SsoOidcClient client() {
        return SsoOidcClient.builder().region(Region.of(settings.region())).credentialsProvider(AnonymousCredentialsProvider.create()).httpClient(http)
                .overrideConfiguration(options -> options.defaultProfileFile(ProfileFile.aggregator().build())).build();
    }

    private void show(StartDeviceAuthorizationResponse device, Instant until) {
        URI page = URI.create(device.verificationUri());
        URI withCode = Optional.ofNullable(device.verificationUriComplete()).map(URI::create).orElse(page);
        if (!prompts.showLogin(new Prompts.Login(settings.profile(), page, withCode, device.userCode(), until))) {
            throw Failure.of(Failure.Kind.SIGN_IN, "failure.aws.sso.login", settings.profile()).exception();
        }
    }

    private CreateTokenResponse await(SsoOidcClient service, RegisterClientResponse client, StartDeviceAuthorizationResponse device, Instant until, Job job) {
        Duration wait = device.interval() == null || device.interval() <= 0 ? USUAL_PAUSE : Duration.ofSeconds(device.interval());
        while (Instant.now().isBefore(until)) {
            pause.pause(wait, job);
            job.checkCancelled();
            try {
                return service.createToken(r -> r.clientId(client.clientId()).clientSecret(client.clientSecret()).grantType(GRANT).deviceCode(device.deviceCode()));
            } catch (AuthorizationPendingException _) {
                continue;
            } catch (SlowDownException _) {
                wait = wait.plus(SLOWER);
            } catch (ExpiredTokenException _) {
                break;
            } catch (AccessDeniedException _) {
                throw Failure.of(Failure.Kind.SIGN_IN, "failure.aws.sso.rejected", settings.profile()).exception();
            }
        }
        throw Failure.of(Failure.Kind.SIGN_IN, "failure.aws.sso.late", settings.profile()).exception();
    }

    private static void sleep(Duration time, Job job) {
        CountDownLatch cancelled = new CountDownLatch(1);
        try (Job.Registration _ = job.onCancel(cancelled::countDown)) {
            if (cancelled.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
                job.checkCancelled();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /// As the AWS command line writes it.
    private Map<String, String> session(RegisterClientResponse client, CreateTokenResponse token) {
        Map<String, String> session = new LinkedHashMap<>();
        session.put("startUrl", settings.startPage());
        session.put("region", settings.region());
        session.put("accessToken", token.accessToken());
        session.put("expiresAt", Instant.now().plusSeconds(token.expiresIn()).truncatedTo(ChronoUnit.SECONDS).toString());
        session.put("clientId", client.clientId());
        session.put("clientSecret", client.clientSecret());
        session.put("registrationExpiresAt", Instant.ofEpochSecond(client.clientSecretExpiresAt()).toString());
        if (token.refreshToken() != null) {
            session.put("refreshToken", token.refreshToken());
        }
        return session;
    }

    private static String reason(SsoOidcException refused) {
        return refused.awsErrorDetails() == null || refused.awsErrorDetails().errorCode() == null ? String.valueOf(refused.statusCode()) : refused.awsErrorDetails().errorCode();
    }
}
