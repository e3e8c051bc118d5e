package io.wonderlake.lake.s3;

import io.wonderlake.work.FailureException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Looks for one object. What refuses such a question says nothing but a number; then a listing of one name is asked for, which says why.
final class Finding {
    private static final int MISSING = 404;

    private final S3Calls calls;
    private final Set<String> buckets = ConcurrentHashMap.newKeySet();

    Finding(S3Calls calls) {
        this.calls = calls;
    }

    Optional<HeadObjectResponse> head(Target target) {
        return calls.object("s3:GetObject", target, s3 -> {
            try {
                HeadObjectResponse found = s3.headObject(r -> r.bucket(target.bucket()).key(target.key()));
                buckets.add(target.bucket());
                return Optional.of(found);
            } catch (S3Exception refused) {
                if (refused.statusCode() != MISSING || !buckets.contains(target.bucket())) {
                    explain(target, refused);
                }
                if (refused.statusCode() == MISSING) {
                    return Optional.empty();
                }
                throw refused;
            }
        });
    }

    private void explain(Target target, S3Exception refused) {
        try {
            calls.bucket("s3:ListBucket", target, s3 -> s3.listObjectsV2(r -> r.bucket(target.bucket()).prefix(target.key()).maxKeys(1)));
            buckets.add(target.bucket());
        } catch (FailureException said) {
            if (!isDenied(said)) {
                throw said;
            }
        }
    }

    /// Who may not list may still read.
    private static boolean isDenied(FailureException said) {
        return said.failure().origin().orElse(said) instanceof AwsServiceException refused && S3Calls.code(refused).equals("AccessDenied");
    }

    /// The object when it is the one that bears the mark.
    Optional<HeadObjectResponse> marked(Target target, String mark) {
        return head(target).filter(found -> mark.equals(found.metadata().get(Uploads.MARK)));
    }
}
