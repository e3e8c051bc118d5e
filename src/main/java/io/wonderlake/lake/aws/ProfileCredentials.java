package io.wonderlake.lake.aws;

import io.wonderlake.work.Failure;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// The credentials that a profile of the AWS files has by itself, and in words why it has none. The SDK's own sentences are not passed on where
/// something secret may stand in them.
final class ProfileCredentials implements AwsCredentialsProvider, SdkAutoCloseable {
    /// Some processes ask the person at the keyboard.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final AwsFiles files;
    private final Profile profile;
    private final ProfileCredentialsProvider found;
    private final Duration patience;

    ProfileCredentials(AwsFiles files, Profile profile, ProfileCredentialsProvider found) {
        this(files, profile, found, PATIENCE);
    }

    ProfileCredentials(AwsFiles files, Profile profile, ProfileCredentialsProvider found, Duration patience) {
        this.patience = patience;
        this.files = files;
        this.profile = profile;
        this.found = found;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        try {
            return profile.property(ProfileProperty.CREDENTIAL_PROCESS).isPresent() ? ofProcess() : found.resolveCredentials();
        } catch (AbortedException stopped) {
            throw stopped;
        } catch (AwsServiceException refused) {
            throw refused(refused).exception();
        } catch (SdkClientException | IllegalArgumentException | IllegalStateException | UncheckedIOException | NullPointerException failed) {
            if (Thread.currentThread().isInterrupted()) {
                throw AbortedException.create("interrupted");
            }
            throw failure(failed).exception();
        }
    }

    /// Aside, because nothing interrupts the SDK while it reads what the process writes.
    private AwsCredentials ofProcess() {
        FutureTask<AwsCredentials> task = new FutureTask<>(found::resolveCredentials);
        Thread.ofPlatform().daemon().name("credential process of " + profile.name()).start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw Failure.of(Failure.Kind.SIGN_IN, "failure.aws.process.late", profile.name(), String.valueOf(patience.toSeconds())).exception();
        } catch (ExecutionException failed) {
            throw process(failed.getCause()).exception();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted", stopped);
        } finally {
            task.cancel(true);
        }
    }

    /// What the login service refuses.
    private Failure refused(AwsServiceException refused) {
        if (refused.statusCode() == 401) {
            return Failure.of(Failure.Kind.SIGN_IN, "failure.aws.expired", profile.name());
        }
        if (refused.statusCode() == 403 || refused.statusCode() == 404) {
            return Failure.of(Failure.Kind.DENIED, "failure.aws.sso.role", property("sso_role_name"), property("sso_account_id"), profile.name());
        }
        return Failure.of(Failure.Kind.OFFLINE, "failure.aws.sso.down", profile.name(), String.valueOf(refused.statusCode()));
    }

    private Failure failure(RuntimeException failed) {
        if (SsoSettings.uses(profile)) {
            SsoSettings.of(files, profile);
            return sso(failed);
        }
        if (profile.property(ProfileProperty.LOGIN_SESSION).isPresent()) {
            return Failure.of(Failure.Kind.SIGN_IN, "failure.aws.login", profile.name());
        }
        Optional<String> half = Stream.of(ProfileProperty.AWS_ACCESS_KEY_ID, ProfileProperty.AWS_SECRET_ACCESS_KEY, ProfileProperty.AWS_SESSION_TOKEN)
                .filter(key -> profile.property(key).isPresent()).findFirst();
        return half.isPresent() ? Failure.of(Failure.Kind.SIGN_IN, "failure.aws.keys.half", profile.name())
                : Failure.of(Failure.Kind.SIGN_IN, "failure.aws.profile.empty", profile.name());
    }

    private Failure sso(RuntimeException failed) {
        if (networkTrouble(failed)) {
            return Failure.of(Failure.Kind.OFFLINE, "failure.aws.sso.unreachable", profile.name());
        }
        return Failure.of(Failure.Kind.SIGN_IN, "failure.aws.sso.login", profile.name());
    }

    private static boolean networkTrouble(Throwable failed) {
        for (Throwable at = failed; at != null; at = at.getCause()) {
            if (at instanceof java.net.SocketException || at instanceof java.net.UnknownHostException || at instanceof java.net.SocketTimeoutException) {
                return true;
            }
        }
        return false;
    }

    /// What the process said on its error channel helps; what it wrote on the other may hold a key.
    private Failure process(Throwable failed) {
        Failure failure = Failure.of(Failure.Kind.SIGN_IN, "failure.aws.process", profile.name());
        for (Throwable at = failed; at != null; at = at.getCause()) {
            String message = String.valueOf(at.getMessage());
            if (message.contains("non-zero exit value")) {
                return failure.withDetail(message);
            }
        }
        return failure;
    }

    private String property(String key) {
        return profile.property(key).orElse("?");
    }

    @Override
    public void close() {
        found.close();
    }
}
