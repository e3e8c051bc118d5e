package io.wonderlake.lake.s3;

import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.Permission;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Failure.Kind;
import io.wonderlake.work.FailureException;
import java.util.Set;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/// Calls S3 for an account, and says in words what it refuses.
final class S3Calls {
    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchUpload", "404");
    private static final Set<String> NO_VERSION = Set.of("NoSuchVersion", "MethodNotAllowed");

    private final AwsAccount account;
    private S3Client client;

    S3Calls(AwsAccount account) {
        this.account = account;
    }

    /// Made on first use: it takes a moment.
    private synchronized S3Client client() {
        if (client == null) {
            client = account.build(S3Client.builder().forcePathStyle(account.emulated()));
        }
        return client;
    }

    /// A call on an object.
    <T> T object(String action, Target target, Function<S3Client, T> call) {
        return call(Permission.of(action, arn(target.bucket() + "/" + target.key())), target, call);
    }

    /// A call on a bucket.
    <T> T bucket(String action, Target target, Function<S3Client, T> call) {
        return call(Permission.of(action, arn(target.bucket())), target, call);
    }

    private <T> T call(Permission permission, Target target, Function<S3Client, T> call) {
        return account.call(permission, () -> {
            try {
                return call.apply(client());
            } catch (AwsServiceException refused) {
                throw known(refused, target);
            } catch (SdkException broken) {
                throw inner(broken);
            }
        });
    }

    private String arn(String resource) {
        String partition = PartitionMetadata.of(Region.of(account.profile().region())).id();
        return "arn:" + partition + ":s3:::" + resource;
    }

    private static RuntimeException known(AwsServiceException refused, Target target) {
        String code = code(refused);
        Failure failure = null;
        if (MISSING.contains(code)) {
            failure = Failure.of(Kind.NOT_FOUND, "failure.lake.missing", target.name());
        } else if (NO_VERSION.contains(code)) {
            failure = Failure.of(Kind.NOT_FOUND, "failure.s3.version", target.name());
        } else if (code.equals("InvalidObjectState")) {
            failure = Failure.of(Kind.STORAGE, "failure.s3.archived", target.name());
        } else if (code.equals("EntityTooLarge")) {
            failure = Failure.of(Kind.BAD_INPUT, "failure.s3.large", target.name());
        }
        return failure == null ? refused : failure.withOrigin(refused).withDetail(String.valueOf(refused.getMessage())).exception();
    }

    /// What our own streams complained of while the client read them.
    private static RuntimeException inner(SdkException broken) {
        for (Throwable cause = broken.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof FailureException ours) {
                return ours;
            }
        }
        return broken;
    }

    /// Answers to HEAD have no body, and so no code; then it is the status.
    static String code(AwsServiceException refused) {
        return refused.awsErrorDetails() == null || refused.awsErrorDetails().errorCode() == null ? String.valueOf(refused.statusCode())
                : refused.awsErrorDetails().errorCode();
    }
}
