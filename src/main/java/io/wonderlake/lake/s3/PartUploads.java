package io.wonderlake.lake.s3;

import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.services.s3.model.ChecksumAlgorithm;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;

/// Writes large objects in parts. The object appears when all parts are there. What a file's upload has done is remembered, so that a later
/// one goes on with it; what nobody can go on with is taken back.
final class PartUploads {
    private static final Set<Failure.Kind> WORTH_GOING_ON = Set.of(Failure.Kind.OFFLINE, Failure.Kind.THROTTLED, Failure.Kind.SIGN_IN);
    private static final Logger LOG = Logger.getLogger(PartUploads.class.getName());

    private final S3Calls calls;
    private final S3Limits limits;
    private final UnfinishedUploads unfinished;
    private final Finding finding;
    private final AtomicBoolean swept = new AtomicBoolean();

    PartUploads(S3Calls calls, S3Limits limits, UnfinishedUploads unfinished, Finding finding) {
        this.calls = calls;
        this.limits = limits;
        this.unfinished = unfinished;
        this.finding = finding;
    }

    Written putFile(Target target, SourceFile file, boolean ifAbsent, Job job) {
        demandFree(target, ifAbsent);
        return remembering(target, file.identity(), file.path().toString(), job, memory -> goOn(target, memory, file, ifAbsent, job));
    }

    Written putStream(Target target, byte[] first, int next, InputStream rest, boolean ifAbsent, Job job) {
        demandFree(target, ifAbsent);
        return remembering(target, "", "", job, memory -> begin(target, memory, "", limits.part(), ifAbsent, job).stream(first, next, rest));
    }

    private void demandFree(Target target, boolean ifAbsent) {
        if (ifAbsent && finding.head(target).isPresent()) {
            throw Uploads.exists(target);
        }
    }

    /// An upload that is remembered while it goes on.
    @FunctionalInterface
    private interface Work {
        Written run(Unfinished memory) throws IOException;
    }

    private Written remembering(Target target, String source, String name, Job job, Work work) {
        job.checkCancelled();
        sweep();
        try (Unfinished memory = unfinished.claim(target, name)) {
            try {
                Written entry = work.run(memory);
                memory.forget();
                return entry;
            } catch (FailureException failed) {
                if (source.isEmpty() || !WORTH_GOING_ON.contains(failed.failure().kind())) {
                    takeBack(memory, failed);
                }
                throw failed;
            } catch (CancellationException cancelled) {
                takeBack(memory, cancelled);
                throw cancelled;
            }
        } catch (IOException error) {
            throw Uploads.source(error, target);
        }
    }

    /// Goes on with what an earlier upload of the same file has done, else begins anew.
    private Written goOn(Target target, Unfinished memory, SourceFile file, boolean ifAbsent, Job job) throws IOException {
        Optional<Unfinished.Upload> known = memory.upload();
        if (known.isPresent() && known.get().source().equals(file.identity())) {
            PartUpload upload = new PartUpload(calls, finding, target, memory, ifAbsent, job, limits.sideBySide());
            if (upload.isAlive()) {
                return upload.file(file);
            }
            Optional<HeadObjectResponse> done = finding.marked(target, known.get().id());
            if (done.isPresent()) {
                return new Written(file.size(), done.get().eTag());
            }
        } else if (known.isPresent()) {
            abort(known.get());
        }
        return begin(target, memory, file.identity(), limits.partOf(file.size()), ifAbsent, job).file(file);
    }

    private PartUpload begin(Target target, Unfinished memory, String source, long partSize, boolean ifAbsent, Job job) throws IOException {
        String mark = UUID.randomUUID().toString();
        String upload = Waiting.on(job, () -> calls.object("s3:PutObject", target, s3 -> s3.createMultipartUpload(r -> r.bucket(target.bucket()).key(target.key())
                .checksumAlgorithm(ChecksumAlgorithm.CRC32).metadata(Map.of(Uploads.MARK, mark))).uploadId()));
        memory.begin(new Unfinished.Upload(mark, upload, target.bucket(), target.key(), source, partSize));
        return new PartUpload(calls, finding, target, memory, ifAbsent, job, limits.sideBySide());
    }

    /// Removes the parts. Where that fails or takes long, they stay remembered as nobody's, and are removed another time.
    private void takeBack(Unfinished memory, Exception why) throws IOException {
        Optional<Unfinished.Upload> upload = memory.upload();
        if (upload.isEmpty()) {
            memory.forget();
            return;
        }
        memory.abandon();
        try {
            if (Waiting.briefly(() -> abort(upload.get()))) {
                memory.forget();
            }
        } catch (FailureException | CancellationException failed) {
            why.addSuppressed(failed);
        }
    }

    private void abort(Unfinished.Upload upload) {
        try {
            calls.object("s3:AbortMultipartUpload", new Target(upload.key(), upload.bucket(), upload.key()),
                    s3 -> s3.abortMultipartUpload(r -> r.bucket(upload.bucket()).key(upload.key()).uploadId(upload.upload())));
        } catch (FailureException failed) {
            if (failed.failure().kind() != Failure.Kind.NOT_FOUND) {
                throw failed;
            }
        }
    }

    private void sweep() {
        if (swept.getAndSet(true)) {
            return;
        }
        try {
            for (Unfinished left : unfinished.left()) {
                try (left) {
                    takeBack(left, new IOException());
                }
            }
        } catch (IOException error) {
            LOG.log(Level.FINE, "unfinished uploads", error);
        }
    }
}
