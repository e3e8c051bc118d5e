package io.wonderlake.lake.aws;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.SystemPropertyCredentialsProvider;
import software.amazon.awssdk.auth.credentials.WebIdentityTokenFileCredentialsProvider;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.StsClientBuilder;
import software.amazon.awssdk.utils.SdkAutoCloseable;
import software.amazon.awssdk.utils.SystemSetting;

/// The credentials of a lake's profile, found on first use: those of the AWS files that it names, else what the SDK would find.
/// The metadata service of cloud machines is never asked: a desktop would only wait for it. One thread at a time finds them, so that nobody is
/// asked twice; once somebody did not want to answer, nobody is asked again until [#forget].
final class Credentials implements AwsCredentialsProvider, AutoCloseable {
    private static final String STS_ADDRESS = "aws.endpointUrlSts";

    private final LakeProfile.Aws profile;
    private final Prompts prompts;
    private final Supplier<SdkHttpClient> http;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile Optional<AwsFiles> files = Optional.empty();
    private Optional<AwsCredentialsProvider> found = Optional.empty();
    private Optional<Failure> refused = Optional.empty();
    private boolean asked;

    Credentials(LakeProfile.Aws profile, Prompts prompts, Supplier<SdkHttpClient> http) {
        this.profile = profile;
        this.prompts = prompts;
        this.http = http;
    }

    @Override
    public AwsCredentials resolveCredentials() {
        lockOrAbort();
        asked = false;
        try {
            if (refused.isPresent()) {
                throw refused.get().exception();
            }
            if (found.isEmpty()) {
                found = Optional.of(find());
            }
            return found.get().resolveCredentials();
        } catch (FailureException failed) {
            if (failed.failure().kind() == Failure.Kind.SIGN_IN) {
                clear();
                refused = asked ? Optional.of(failed.failure()) : refused;
            }
            throw failed;
        } finally {
            lock.unlock();
        }
    }

    private void lockOrAbort() {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw AbortedException.create("interrupted", stopped);
        }
    }

    private AwsCredentialsProvider find() {
        return withoutFiles().orElseGet(() -> {
            if (profile.awsProfile().isEmpty() && profileName().equals(AwsFiles.USUAL) && files().find(profileName()).isEmpty()) {
                throw Failure.of(Failure.Kind.SIGN_IN, "failure.aws.credentials.none").exception();
            }
            return source().of(profileName());
        });
    }

    /// What the environment gives, where the lake's profile names no profile of the AWS files.
    private Optional<AwsCredentialsProvider> withoutFiles() {
        if (profile.awsProfile().isPresent()) {
            return Optional.empty();
        }
        if (said(SdkSystemSetting.AWS_ACCESS_KEY_ID)) {
            boolean property = System.getProperty(SdkSystemSetting.AWS_ACCESS_KEY_ID.property()) != null;
            return Optional.of(property ? SystemPropertyCredentialsProvider.create() : EnvironmentVariableCredentialsProvider.create());
        }
        if (said(SdkSystemSetting.AWS_WEB_IDENTITY_TOKEN_FILE)) {
            return Optional.of(WebIdentityTokenFileCredentialsProvider.create());
        }
        if (said(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_FULL_URI) || said(SdkSystemSetting.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI)) {
            return Optional.of(ContainerCredentialsProvider.create());
        }
        return Optional.empty();
    }

    /// The login in the browser that is needed and not there; empty where there is one, or none is needed.
    Optional<SsoSettings> missingLogin() {
        if (withoutFiles().isPresent()) {
            return Optional.empty();
        }
        Optional<SsoSettings> login = SsoSettings.of(files(), source().last(profileName()));
        return login.filter(settings -> !works(settings));
    }

    private boolean works(SsoSettings login) {
        try (ProfileCredentials keys = source().own(files().require(login.profile()))) {
            keys.resolveCredentials();
            return true;
        } catch (FailureException failed) {
            if (failed.failure().kind() == Failure.Kind.SIGN_IN) {
                return false;
            }
            throw failed;
        }
    }

    private static boolean said(SystemSetting setting) {
        return setting.getStringValue().isPresent();
    }

    private ProfileSource source() {
        return new ProfileSource(files(), this::role);
    }

    /// The profile of the AWS files that is used: the named one, else the usual one.
    private String profileName() {
        return profile.awsProfile().orElseGet(AwsFiles::usual);
    }

    /// As they were when they were first needed since the last [#forget].
    AwsFiles files() {
        AwsFiles now = files.orElseGet(AwsFiles::read);
        files = Optional.of(now);
        return now;
    }

    private AwsCredentialsProvider role(Profile taken, AwsCredentialsProvider source) {
        StsClientBuilder sts = StsClient.builder().region(Region.of(profile.region())).credentialsProvider(source).httpClient(http.get());
        sts.overrideConfiguration(options -> {
            options.defaultProfileFile(files().content()).defaultProfileName(taken.name());
            options.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true);
        });
        if (System.getProperty(STS_ADDRESS) == null && System.getenv("AWS_ENDPOINT_URL_STS") == null) {
            profile.endpoint().ifPresent(sts::endpointOverride);
        }
        return new RoleSession(taken, source, sts.build(), asking());
    }

    /// The prompts of this account; remembers that somebody was asked.
    private Prompts asking() {
        return new Prompts() {
            @Override
            public Optional<String> tokenCode(Device device) {
                asked = true;
                return prompts.tokenCode(device);
            }

            @Override
            public boolean showLogin(Login login) {
                return prompts.showLogin(login);
            }
        };
    }

    /// Finds everything anew on next use: the files, the session of a role, and whoever answers prompts.
    void forget() {
        lockOrAbort();
        try {
            clear();
            refused = Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /// The same where AWS no longer takes what was found; does not wait for a thread that is finding anew already.
    void drop() {
        if (lock.tryLock()) {
            try {
                clear();
            } finally {
                lock.unlock();
            }
        }
    }

    private void clear() {
        found.ifPresent(provider -> {
            if (provider instanceof SdkAutoCloseable closing) {
                closing.close();
            }
        });
        found = Optional.empty();
        files = Optional.empty();
    }

    @Override
    public void close() {
        drop();
    }

    @Override
    public String toString() {
        return "credentials of " + profile.name();
    }
}
