package io.wonderlake.engine.athena;

import io.wonderlake.engine.Query;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.Permission;
import io.wonderlake.work.Job;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.athena.AthenaClient;
import software.amazon.awssdk.services.athena.model.GetQueryResultsResponse;
import software.amazon.awssdk.services.athena.model.InvalidRequestException;
import software.amazon.awssdk.services.athena.model.QueryExecution;
import software.amazon.awssdk.services.athena.model.StartQueryExecutionRequest;
import software.amazon.awssdk.services.athena.model.WorkGroup;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What Athena and the bucket of its results are asked, each with the permission that it needs. Clients are made at the first call.
final class AthenaCalls {
    private static final int MAX_REUSE_MINUTES = 10_080;
    private static final int CHANGED = 412;

    private final AwsAccount account;
    private AthenaClient athena;
    private S3Client s3;

    AthenaCalls(AwsAccount account) {
        this.account = account;
    }

    LakeProfile.Athena settings() {
        return account.profile().athena();
    }

    /// Starts a statement and says its id. The same token starts it only once.
    String start(Query query, String token, Job job) {
        StartQueryExecutionRequest.Builder request = StartQueryExecutionRequest.builder()
                .queryString(query.sql()).clientRequestToken(token).workGroup(settings().workgroup());
        if (!query.parameters().isEmpty()) {
            request.executionParameters(query.parameters().stream().map(Literals::of).toList());
        }
        settings().output().ifPresent(place -> request.resultConfiguration(to -> to.outputLocation(place.toString())));
        long minutes = Math.min(MAX_REUSE_MINUTES, settings().reuse().toMinutes());
        if (minutes > 0) {
            request.resultReuseConfiguration(reuse -> reuse.resultReuseByAgeConfiguration(age -> age.enabled(true).maxAgeInMinutes((int) minutes)));
        }
        return account.call(permission("athena:StartQueryExecution"), job, () -> understood(query, () -> athena().startQueryExecution(request.build()).queryExecutionId()));
    }

    /// Athena refuses some statements before they start.
    private <T> T understood(Query query, Supplier<T> call) {
        try {
            return call.get();
        } catch (InvalidRequestException refused) {
            throw new AthenaErrors(query).refused(refused, settings().workgroup());
        }
    }

    QueryExecution execution(String id, Job job) {
        return account.call(permission("athena:GetQueryExecution"), job, () -> athena().getQueryExecution(r -> r.queryExecutionId(id)).queryExecution());
    }

    void stop(String id) {
        account.call(permission("athena:StopQueryExecution"), () -> athena().stopQueryExecution(r -> r.queryExecutionId(id)));
    }

    /// A page of a result; `after` is the token of the page before it, or null for the first.
    GetQueryResultsResponse results(String id, String after, int max, Job job) {
        return account.call(permission("athena:GetQueryResults"), job, () -> {
            try {
                return athena().getQueryResults(r -> r.queryExecutionId(id).nextToken(after).maxResults(max));
            } catch (InvalidRequestException refused) {
                throw AthenaErrors.gone(id, refused);
            }
        });
    }

    WorkGroup workgroup() {
        return account.call(permission("athena:GetWorkGroup"), () -> {
            try {
                return athena().getWorkGroup(r -> r.workGroup(settings().workgroup())).workGroup();
            } catch (InvalidRequestException refused) {
                throw AthenaErrors.noWorkgroup(settings().workgroup(), refused);
            }
        });
    }

    /// Opens an object for streaming; only its bytes from an offset on when that is not 0, and only the object of that entity tag.
    /// On a thread of its own: the SDK reads the whole body of a call that is interrupted, so that a cancelled one is left and aborted instead.
    ResponseInputStream<GetObjectResponse> open(ObjectAddress address, long from, String etag, Job job) {
        GetObjectRequest.Builder request = GetObjectRequest.builder().bucket(address.bucket()).key(address.key());
        if (from > 0) {
            request.range("bytes=" + from + "-").ifMatch(etag);
        }
        job.checkCancelled();
        CompletableFuture<ResponseInputStream<GetObjectResponse>> opening = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("athena-open").start(() -> open(address, request.build(), opening));
        try (Job.Registration _ = job.onCancel(() -> opening.cancel(false))) {
            return opening.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : failed;
        }
    }

    private void open(ObjectAddress address, GetObjectRequest request, CompletableFuture<ResponseInputStream<GetObjectResponse>> opening) {
        try {
            ResponseInputStream<GetObjectResponse> body = account.call(reading(address), () -> found(address, request));
            if (!opening.complete(body)) {
                body.abort();
            }
        } catch (RuntimeException | Error failed) {
            opening.completeExceptionally(failed);
        }
    }

    private ResponseInputStream<GetObjectResponse> found(ObjectAddress address, GetObjectRequest request) {
        try {
            return s3().getObject(request);
        } catch (NoSuchKeyException gone) {
            throw AthenaErrors.gone(address);
        } catch (S3Exception other) {
            throw other.statusCode() == CHANGED ? AthenaErrors.changed(address) : other;
        }
    }

    /// Writes a tiny object and removes it again.
    void tryWriting(S3Place place, String name) {
        String resource = "arn:aws:s3:::" + place.bucket() + "/" + place.prefix() + "*";
        account.call(Permission.of("s3:PutObject", resource), () -> s3().putObject(r -> r.bucket(place.bucket()).key(place.prefix() + name), RequestBody.empty()));
        account.call(Permission.of("s3:DeleteObject", resource), () -> s3().deleteObject(r -> r.bucket(place.bucket()).key(place.prefix() + name)));
    }

    private static Permission reading(ObjectAddress address) {
        return Permission.of("s3:GetObject", "arn:aws:s3:::" + address.bucket() + "/" + address.key());
    }

    private Permission permission(String action) {
        return Permission.of(action, "arn:aws:athena:" + account.profile().region() + ":*:workgroup/" + settings().workgroup());
    }

    private synchronized AthenaClient athena() {
        if (athena == null) {
            athena = account.build(AthenaClient.builder());
        }
        return athena;
    }

    private synchronized S3Client s3() {
        if (s3 == null) {
            s3 = account.build(S3Client.builder().forcePathStyle(account.emulated()));
        }
        return s3;
    }
}
