package io.wonderlake.lake.aws;

import io.wonderlake.work.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/// A role that somebody has taken, kept in memory until shortly before it runs out. Where the profile names a device, its code is asked for
/// first; a wrong one once more. The caller sees to it that one thread asks at a time.
final class RoleSession implements AwsCredentialsProvider, SdkAutoCloseable {
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Profile profile;
    private final AwsCredentialsProvider source;
    private final StsClient sts;
    private final Prompts prompts;
    private Optional<Credentials> session = Optional.empty();

    /// Makes the session of a role's profile from the credentials that may take the role.
    @FunctionalInterface
    interface Maker {
        AwsCredentialsProvider make(Profile profile, AwsCredentialsProvider source);
    }

    RoleSession(Profile profile, AwsCredentialsProvider source, StsClient sts, Prompts prompts) {
        this.profile = profile;
        this.source = source;
        this.sts = sts;
        this.prompts = prompts;
    }

    @Override
    public synchronized AwsCredentials resolveCredentials() {
        Credentials keys = session.filter(RoleSession::lasts).orElseGet(this::take);
        session = Optional.of(keys);
        return AwsSessionCredentials.builder().accessKeyId(keys.accessKeyId()).secretAccessKey(keys.secretAccessKey()).sessionToken(keys.sessionToken())
                .expirationTime(keys.expiration()).build();
    }

    private static boolean lasts(Credentials keys) {
        return keys.expiration() == null || keys.expiration().isAfter(Instant.now().plus(MARGIN));
    }

    private Credentials take() {
        source.resolveCredentials();
        Optional<String> device = profile.property(ProfileProperty.MFA_SERIAL);
        return device.isEmpty() ? call(request()) : withCode(device.get());
    }

    private Credentials withCode(String device) {
        for (boolean again : new boolean[] {false, true}) {
            String code = prompts.tokenCode(new Prompts.Device(profile.name(), device, again)).orElseThrow(() -> unanswered(device)).strip();
            if (code.matches("\\d{6}")) {
                try {
                    return sts.assumeRole(request().toBuilder().serialNumber(device).tokenCode(code).build()).credentials();
                } catch (StsException refused) {
                    if (!wrongCode(refused)) {
                        throw refusal(refused);
                    }
                } catch (SdkClientException unsent) {
                    throw unsent(unsent);
                }
            }
        }
        throw Failure.of(Failure.Kind.SIGN_IN, "failure.aws.mfa.wrong", profile.name(), device).exception();
    }

    /// Nobody wanted to answer, or nobody waits for the answer any more.
    private RuntimeException unanswered(String device) {
        return Thread.currentThread().isInterrupted() ? AbortedException.create("interrupted")
                : Failure.of(Failure.Kind.SIGN_IN, "failure.aws.mfa.none", profile.name(), device).exception();
    }

    private static boolean wrongCode(StsException refused) {
        return refused.awsErrorDetails() != null && String.valueOf(refused.awsErrorDetails().errorMessage()).contains("MultiFactorAuthentication");
    }

    private Credentials call(AssumeRoleRequest request) {
        try {
            return sts.assumeRole(request).credentials();
        } catch (StsException refused) {
            throw refusal(refused);
        } catch (SdkClientException unsent) {
            throw unsent(unsent);
        }
    }

    private AssumeRoleRequest request() {
        return AssumeRoleRequest.builder().roleArn(role()).roleSessionName(profile.property(ProfileProperty.ROLE_SESSION_NAME).orElse("wonderlake"))
                .externalId(profile.property(ProfileProperty.EXTERNAL_ID).orElse(null))
                .durationSeconds(profile.property(ProfileProperty.DURATION_SECONDS).filter(text -> text.matches("\\d{1,6}")).map(Integer::valueOf).orElse(null)).build();
    }

    private String role() {
        return profile.property(ProfileProperty.ROLE_ARN).orElseThrow();
    }

    private RuntimeException refusal(StsException refused) {
        String code = refused.awsErrorDetails() == null ? "" : String.valueOf(refused.awsErrorDetails().errorCode());
        return switch (code) {
            case "ExpiredToken", "ExpiredTokenException" -> Failure.of(Failure.Kind.SIGN_IN, "failure.aws.expired", profile.property(ProfileProperty.SOURCE_PROFILE).orElse(profile.name()))
                    .exception();
            case "InvalidClientTokenId", "SignatureDoesNotMatch", "UnrecognizedClientException" ->
                    Failure.of(Failure.Kind.SIGN_IN, "failure.aws.key", profile.property(ProfileProperty.SOURCE_PROFILE).orElse(profile.name())).exception();
            case "AccessDenied", "AccessDeniedException" ->
                    Failure.of(Failure.Kind.DENIED, "failure.aws.role.denied", role(), profile.name()).withDetail(Permission.of("sts:AssumeRole", role()).policy()).exception();
            default -> refused;
        };
    }

    private RuntimeException unsent(SdkClientException unsent) {
        return unsent instanceof AbortedException ? unsent : Failure.of(Failure.Kind.OFFLINE, "failure.aws.role.unreachable", role()).withOrigin(unsent).exception();
    }

    @Override
    public void close() {
        sts.close();
        if (source instanceof SdkAutoCloseable closing) {
            closing.close();
        }
    }
}
