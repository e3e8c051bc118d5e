package io.wonderlake.lake.s3;

import io.wonderlake.lake.ObjectVersion;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.SideBySide;
import io.wonderlake.work.Strings;
import io.wonderlake.work.Waiting;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.CopyObjectRequest;
import software.amazon.awssdk.services.s3.model.CopyPartResult;

/// Copies an old version over the current one, within S3: in one request, or in parts where it is too large for that.
final class Copying {
    private final S3Calls calls;
    private final S3Limits limits;

    Copying(S3Calls calls, S3Limits limits) {
        this.calls = calls;
        this.limits = limits;
    }

    Written copy(ObjectVersion version, Target target, Job job) {
        String tag = version.size() <= limits.copy() ? whole(version, target, job) : inParts(version, target, job);
        return new Written(version.size(), tag);
    }

    private String whole(ObjectVersion version, Target target, Job job) {
        CopyObjectRequest request = CopyObjectRequest.builder().sourceBucket(target.bucket()).sourceKey(target.key()).sourceVersionId(Versions.nameOnS3(version))
                .destinationBucket(target.bucket()).destinationKey(target.key()).build();
        String tag = Waiting.on(job, () -> calls.object("s3:PutObject", target, s3 -> s3.copyObject(request).copyObjectResult().eTag()));
        job.report(progress(version, version.size()));
        return tag;
    }

    private String inParts(ObjectVersion version, Target target, Job job) {
        String upload = Waiting.on(job, () -> calls.object("s3:PutObject", target, s3 -> s3.createMultipartUpload(r -> r.bucket(target.bucket()).key(target.key())
                .checksumAlgorithm(ChecksumAlgorithm.CRC32).metadata(Map.of(Uploads.MARK, UUID.randomUUID().toString()))).uploadId()));
        boolean done = false;
        try {
            Map<Integer, CompletedPart> parts = copyParts(version, target, upload, job);
            job.checkCancelled();
            String tag = calls.object("s3:PutObject", target, s3 -> s3.completeMultipartUpload(r -> r.bucket(target.bucket()).key(target.key()).uploadId(upload)
                    .multipartUpload(m -> m.parts(parts.values()))).eTag());
            done = true;
            return tag;
        } finally {
            if (!done) {
                abort(target, upload);
            }
        }
    }

    private Map<Integer, CompletedPart> copyParts(ObjectVersion version, Target target, String upload, Job job) {
        Map<Integer, CompletedPart> parts = new ConcurrentSkipListMap<>();
        long size = limits.copyPartOf(version.size());
        Meter meter = new Meter(job, phase(version), version.size());
        try (SideBySide copies = new SideBySide(job, limits.sideBySide())) {
            int number = 1;
            for (long offset = 0; offset < version.size(); offset += size) {
                int here = number++;
                long from = offset;
                long length = Math.min(size, version.size() - offset);
                copies.start(() -> {
                    parts.put(here, copyPart(version, target, upload, here, from, length));
                    meter.add(length);
                });
            }
            copies.finish();
        }
        return parts;
    }

    private CompletedPart copyPart(ObjectVersion version, Target target, String upload, int number, long from, long length) {
        CopyPartResult copied = calls.object("s3:PutObject", target, s3 -> s3.uploadPartCopy(r -> r.sourceBucket(target.bucket()).sourceKey(target.key())
                .sourceVersionId(Versions.nameOnS3(version)).destinationBucket(target.bucket()).destinationKey(target.key()).uploadId(upload).partNumber(number)
                .copySourceRange("bytes=" + from + "-" + (from + length - 1))).copyPartResult());
        return CompletedPart.builder().partNumber(number).eTag(copied.eTag()).checksumCRC32(copied.checksumCRC32()).build();
    }

    private void abort(Target target, String upload) {
        calls.object("s3:AbortMultipartUpload", target, s3 -> s3.abortMultipartUpload(r -> r.bucket(target.bucket()).key(target.key()).uploadId(upload)));
    }

    private static Progress progress(ObjectVersion version, long done) {
        return new Progress(phase(version), done, version.size(), Progress.Unit.BYTES);
    }

    private static String phase(ObjectVersion version) {
        return Strings.text("lake.writing", version.path().toString());
    }
}
