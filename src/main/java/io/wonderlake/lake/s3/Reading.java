package io.wonderlake.lake.s3;

import io.wonderlake.work.Failure;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// One object, or one version of it, being read.
///
/// @param version empty for the current one
/// @param tag of the object that is meant; empty while any will do
record Reading(S3Calls calls, Target target, Optional<String> version, Optional<String> tag) {
    private static final int GONE_BY = 412;
    private static final int BEYOND_THE_END = 416;

    static Reading of(S3Calls calls, Target target) {
        return new Reading(calls, target, Optional.empty(), Optional.empty());
    }

    Reading tagged(String known) {
        return new Reading(calls, target, version, Optional.of(known));
    }

    /// At most `length` bytes from `offset`; a broken connection is taken up again where it broke.
    InputStream stream(long offset, long length) {
        Optional<ResponseInputStream<GetObjectResponse>> body = open(offset, length);
        return body.isEmpty() ? new ByteArrayInputStream(new byte[0]) : new ResumingStream(this, body.get(), offset);
    }

    /// One answer; empty where the range begins beyond the end of the object.
    Optional<ResponseInputStream<GetObjectResponse>> open(long offset, long length) {
        GetObjectRequest.Builder request = GetObjectRequest.builder().bucket(target.bucket()).key(target.key());
        version.ifPresent(request::versionId);
        tag.ifPresent(known -> request.ifMatch("\"" + known + "\""));
        if (offset > 0 || length < Long.MAX_VALUE) {
            request.range("bytes=" + offset + "-" + (length > Long.MAX_VALUE - offset ? "" : Long.toString(offset + length - 1)));
        }
        String action = version.isPresent() ? "s3:GetObjectVersion" : "s3:GetObject";
        return calls.object(action, target, s3 -> {
            try {
                return Optional.of(s3.getObject(request.build()));
            } catch (S3Exception refused) {
                if (refused.statusCode() == BEYOND_THE_END) {
                    return Optional.empty();
                }
                if (refused.statusCode() == GONE_BY) {
                    throw Failure.of(Failure.Kind.CONFLICT, "failure.s3.changed", target.name()).withOrigin(refused).exception();
                }
                throw refused;
            }
        });
    }
}
