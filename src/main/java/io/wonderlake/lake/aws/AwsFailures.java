package io.wonderlake.lake.aws;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.work.Failure;
import java.util.Set;
import java.util.concurrent.CancellationException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/// What AWS refuses, in plain words: by the code of its answer, or by what kept the answer from coming.
final class AwsFailures {
    private static final Set<String> DENIED = Set.of("AccessDenied", "AccessDeniedException", "UnauthorizedOperation", "NotAuthorized", "AllAccessDisabled", "Forbidden", "403");
    private static final Set<String> EXPIRED = Set.of("ExpiredToken", "ExpiredTokenException", "RequestExpired", "TokenRefreshRequired", "UnauthorizedException");
    private static final Set<String> UNKNOWN_KEY = Set.of("InvalidAccessKeyId", "InvalidClientTokenId", "UnrecognizedClientException", "InvalidToken", "SignatureDoesNotMatch",
            "InvalidSignatureException", "IncompleteSignature");
    private static final Set<String> CLOCK = Set.of("RequestTimeTooSkewed", "RequestInTheFuture");
    private static final Set<String> REGION = Set.of("PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException", "301");

    private final LakeProfile.Aws profile;

    AwsFailures(LakeProfile.Aws profile) {
        this.profile = profile;
    }

    RuntimeException translate(SdkException error, Permission permission) {
        if (error instanceof AbortedException) {
            return new CancellationException(permission.action());
        }
        return failure(error, permission).withOrigin(error).exception();
    }

    private Failure failure(SdkException error, Permission permission) {
        return switch (error) {
            case AwsServiceException refused -> refused(refused, permission);
            case ApiCallTimeoutException _ -> Failure.of(Failure.Kind.OFFLINE, "failure.aws.timeout", permission.action());
            case SdkException other -> unsent(other, permission);
        };
    }

    private Failure refused(AwsServiceException error, Permission permission) {
        AwsErrorDetails details = error.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? String.valueOf(error.statusCode()) : details.errorCode();
        String message = details == null || details.errorMessage() == null ? String.valueOf(error.getMessage()) : details.errorMessage();
        String resource = String.join(", ", permission.resources());
        if (DENIED.contains(code) || error.statusCode() == 403 && !EXPIRED.contains(code) && !UNKNOWN_KEY.contains(code) && !CLOCK.contains(code)) {
            return Failure.of(Failure.Kind.DENIED, "failure.aws.denied", permission.action(), resource).withDetail(permission.policy());
        }
        if (EXPIRED.contains(code)) {
            return Failure.of(Failure.Kind.SIGN_IN, "failure.aws.expired", who()).withDetail(message);
        }
        if (UNKNOWN_KEY.contains(code)) {
            return Failure.of(Failure.Kind.SIGN_IN, "failure.aws.key", who()).withDetail(message);
        }
        if (CLOCK.contains(code) || error.isClockSkewException()) {
            return Failure.of(Failure.Kind.DENIED, "failure.aws.clock").withDetail(message);
        }
        if (REGION.contains(code) || error.statusCode() == 301) {
            return Failure.of(Failure.Kind.NOT_FOUND, "failure.aws.region", resource, profile.region()).withDetail(message);
        }
        if (code.equals("NoSuchBucket")) {
            return Failure.of(Failure.Kind.NOT_FOUND, "failure.aws.bucket", resource).withDetail(message);
        }
        if (error.isThrottlingException() || error.statusCode() == 429 || code.equals("SlowDown")) {
            return Failure.of(Failure.Kind.THROTTLED, "failure.aws.throttled", permission.action()).withDetail(message);
        }
        if (error.statusCode() >= 500) {
            return Failure.of(Failure.Kind.OFFLINE, "failure.aws.down", permission.action(), String.valueOf(error.statusCode())).withDetail(message);
        }
        return Failure.of(Failure.Kind.BAD_INPUT, "failure.aws.refused", permission.action(), message).withDetail(code + ": " + message);
    }

    /// The request did not get there, or its answer did not come back.
    private Failure unsent(SdkException error, Permission permission) {
        String message = String.valueOf(error.getMessage());
        if (message.contains("credentials") || message.contains("Profile file") || message.contains("SSO")) {
            return Failure.of(Failure.Kind.SIGN_IN, "failure.aws.credentials", who()).withDetail(message);
        }
        String where = profile.endpoint().map(Object::toString).orElse(profile.region());
        return Failure.of(Failure.Kind.OFFLINE, "failure.aws.unreachable", where, permission.action()).withDetail(message);
    }

    private String who() {
        return profile.awsProfile().orElse("default");
    }
}
