package io.wonderlake.lake.s3;

import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.SideBySide;
import io.wonderlake.work.Strings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.CompletedPart;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListPartsResponse;
import software.amazon.awssdk.services.s3.model.Part;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

/// One upload in parts, from its first part or from where an earlier one ended.
final class PartUpload {
    private static final int STREAMED_AT_ONCE = 3;
    private static final int GROWS_EACH = 2_000;
    private static final int GROWS_AT_MOST = 3;

    private final S3Calls calls;
    private final Finding finding;
    private final Target target;
    private final Unfinished memory;
    private final Unfinished.Upload upload;
    private final boolean ifAbsent;
    private final Job job;
    private final int atOnce;
    private final Map<Integer, Unfinished.Part> present = new HashMap<>();

    PartUpload(S3Calls calls, Finding finding, Target target, Unfinished memory, boolean ifAbsent, Job job, int atOnce) {
        this.calls = calls;
        this.finding = finding;
        this.target = target;
        this.memory = memory;
        this.upload = memory.upload().orElseThrow();
        this.ifAbsent = ifAbsent;
        this.job = job;
        this.atOnce = atOnce;
    }

    /// Whether S3 still knows the upload; then the parts count that both sides know alike.
    boolean isAlive() {
        try {
            Integer after = null;
            ListPartsResponse answer;
            do {
                Integer marker = after;
                answer = calls.object("s3:ListMultipartUploadParts", target, s3 -> s3.listParts(r -> r.bucket(target.bucket()).key(target.key())
                        .uploadId(upload.upload()).partNumberMarker(marker)));
                answer.parts().forEach(this::keep);
                after = answer.nextPartNumberMarker();
            } while (Boolean.TRUE.equals(answer.isTruncated()));
            return true;
        } catch (FailureException failed) {
            if (failed.failure().kind() == Failure.Kind.NOT_FOUND) {
                return false;
            }
            throw failed;
        }
    }

    private void keep(Part part) {
        Unfinished.Part known = memory.parts().get(part.partNumber());
        if (known != null && known.tag().equals(Entries.bare(part.eTag())) && known.size() == part.size()) {
            present.put(part.partNumber(), known);
        }
    }

    Written file(SourceFile file) throws IOException {
        Meter meter = meter(file.size());
        int count = (int) ((file.size() + upload.partSize() - 1) / upload.partSize());
        try (SideBySide parts = new SideBySide(job, atOnce)) {
            for (int number = 1; number <= count; number++) {
                long offset = (number - 1) * upload.partSize();
                long size = Math.min(upload.partSize(), file.size() - offset);
                if (present.containsKey(number)) {
                    meter.add(size);
                } else {
                    int here = number;
                    parts.start(() -> send(here, size, () -> file.open(offset), meter));
                }
            }
            parts.finish();
        }
        file.demandUnchanged(target);
        return complete(file.size());
    }

    /// Parts grow with their number, so that a stream of any length fits.
    Written stream(byte[] first, int next, InputStream rest) throws IOException {
        Meter meter = meter(-1);
        long size = 0;
        try (SideBySide parts = new SideBySide(job, Math.min(STREAMED_AT_ONCE, atOnce))) {
            byte[] bytes = first;
            InputStream in = new java.io.SequenceInputStream(new ByteArrayInputStream(new byte[] {(byte) next}), rest);
            for (int number = 1; bytes.length > 0; number++) {
                byte[] part = bytes;
                int here = number;
                parts.start(() -> send(here, part.length, () -> new ByteArrayInputStream(part), meter));
                size += part.length;
                bytes = in.readNBytes((int) upload.partSize() << Math.min(GROWS_AT_MOST, number / GROWS_EACH));
            }
            parts.finish();
        }
        return complete(size);
    }

    private Meter meter(long total) {
        return new Meter(job, Strings.text("lake.writing", target.name()), total);
    }

    private void send(int number, long size, Uploads.Opening bytes, Meter meter) {
        UploadPartRequest request = UploadPartRequest.builder().bucket(target.bucket()).key(target.key()).uploadId(upload.upload()).partNumber(number)
                .contentLength(size).checksumAlgorithm(ChecksumAlgorithm.CRC32).build();
        Meter.Attempt attempt = meter.attempt();
        RequestBody body = RequestBody.fromContentProvider(() -> attempt.begin(new Limited(Uploads.open(bytes, target), size)), size, Uploads.TYPE);
        UploadPartResponse sent = calls.object("s3:PutObject", target, s3 -> s3.uploadPart(request, body));
        remember(number, new Unfinished.Part(size, Entries.bare(sent.eTag()), sent.checksumCRC32() == null ? "" : sent.checksumCRC32()));
    }

    private void remember(int number, Unfinished.Part part) {
        synchronized (present) {
            present.put(number, part);
        }
        try {
            memory.add(number, part);
        } catch (IOException error) {
            throw Uploads.source(error, target);
        }
    }

    private Written complete(long size) {
        if (present.values().stream().mapToLong(Unfinished.Part::size).sum() != size) {
            throw new IllegalStateException(target + " lacks parts");
        }
        List<CompletedPart> parts = new ArrayList<>();
        new TreeMap<>(present).forEach((number, part) -> parts.add(CompletedPart.builder().partNumber(number).eTag(part.tag())
                .checksumCRC32(part.checksum().isEmpty() ? null : part.checksum()).build()));
        job.checkCancelled();
        String tag = calls.object("s3:PutObject", target, s3 -> {
            try {
                return s3.completeMultipartUpload(r -> r.bucket(target.bucket()).key(target.key()).uploadId(upload.upload())
                        .multipartUpload(m -> m.parts(parts)).ifNoneMatch(ifAbsent ? "*" : null)).eTag();
            } catch (S3Exception refused) {
                Optional<HeadObjectResponse> ours = finding.marked(target, upload.id());
                if (ours.isPresent()) {
                    return ours.get().eTag();
                }
                throw ifAbsent && Uploads.lostTheRace(refused.statusCode()) ? Uploads.exists(target) : refused;
            }
        });
        return new Written(size, tag);
    }
}
