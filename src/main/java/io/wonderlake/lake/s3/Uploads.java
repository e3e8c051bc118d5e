package io.wonderlake.lake.s3;

import io.wonderlake.lake.Content;
import io.wonderlake.lake.FileContent;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import io.wonderlake.work.Waiting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// Writes objects: a small one in one request, a large one in parts.
final class Uploads {
    static final String MARK = "wonderlake-put";
    static final String TYPE = "application/octet-stream";
    private static final Set<Integer> LOST_THE_RACE = Set.of(409, 412);

    private final S3Calls calls;
    private final S3Limits limits;
    private final PartUploads inParts;
    private final Finding finding;

    Uploads(S3Calls calls, S3Limits limits, UnfinishedUploads unfinished) {
        this.calls = calls;
        this.limits = limits;
        this.finding = new Finding(calls);
        this.inParts = new PartUploads(calls, limits, unfinished, finding);
    }

    /// How the bytes of one request are opened, as often as it is sent.
    @FunctionalInterface
    interface Opening {
        InputStream open() throws IOException;
    }

    Written put(Target target, Content content, boolean ifAbsent, Job job) {
        try {
            return content instanceof FileContent file ? putFile(target, SourceFile.of(file.file()), ifAbsent, job) : putStream(target, content, ifAbsent, job);
        } catch (IOException error) {
            throw source(error, target);
        }
    }

    private Written putFile(Target target, SourceFile file, boolean ifAbsent, Job job) {
        if (file.size() > limits.part()) {
            return inParts.putFile(target, file, ifAbsent, job);
        }
        return putWhole(target, file.size(), () -> file.open(0), ifAbsent, job);
    }

    private Written putStream(Target target, Content content, boolean ifAbsent, Job job) throws IOException {
        try (InputStream in = content.open()) {
            byte[] first = in.readNBytes((int) limits.part());
            int next = first.length < limits.part() ? -1 : in.read();
            if (next < 0) {
                return putWhole(target, first.length, () -> new ByteArrayInputStream(first), ifAbsent, job);
            }
            return inParts.putStream(target, first, next, in, ifAbsent, job);
        }
    }

    private Written putWhole(Target target, long size, Opening bytes, boolean ifAbsent, Job job) {
        String mark = UUID.randomUUID().toString();
        PutObjectRequest.Builder request = PutObjectRequest.builder().bucket(target.bucket()).key(target.key()).contentLength(size)
                .checksumAlgorithm(ChecksumAlgorithm.CRC32).metadata(Map.of(MARK, mark));
        if (ifAbsent) {
            request.ifNoneMatch("*");
        }
        Meter meter = new Meter(job, Strings.text("lake.writing", target.name()), size);
        Meter.Attempt attempt = meter.attempt();
        RequestBody body = RequestBody.fromContentProvider(() -> attempt.begin(open(bytes, target)), size, TYPE);
        job.checkCancelled();
        String tag = Waiting.on(job, () -> calls.object("s3:PutObject", target, s3 -> {
            try {
                return s3.putObject(request.build(), body).eTag();
            } catch (S3Exception refused) {
                if (ifAbsent && lostTheRace(refused.statusCode())) {
                    return finding.marked(target, mark).map(HeadObjectResponse::eTag).orElseThrow(() -> exists(target));
                }
                throw refused;
            }
        }));
        return new Written(size, tag);
    }

    static FailureException exists(Target target) {
        return Failure.of(Failure.Kind.CONFLICT, "failure.lake.exists", target.name()).exception();
    }

    static boolean lostTheRace(int status) {
        return LOST_THE_RACE.contains(status);
    }

    /// A stream that complains in our own words, so that nobody takes a broken source for a broken network.
    static InputStream open(Opening bytes, Target target) {
        try {
            return new SourceStream(bytes.open(), target);
        } catch (IOException error) {
            throw source(error, target);
        }
    }

    static FailureException source(IOException error, Target target) {
        Failure.Kind kind = error instanceof NoSuchFileException ? Failure.Kind.NOT_FOUND : Failure.Kind.STORAGE;
        return Failure.of(kind, "failure.lake.source", target.name(), String.valueOf(error.getMessage())).withOrigin(error).withDetail(error.toString()).exception();
    }
}
