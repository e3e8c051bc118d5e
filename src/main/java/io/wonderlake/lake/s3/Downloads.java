package io.wonderlake.lake.s3;

import io.wonderlake.lake.ObjectPath;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.SideBySide;
import io.wonderlake.work.Strings;
import io.wonderlake.work.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;

/// Copies objects to files: a small one with one request, a large one by several ranges at once. The file gets its name when it is whole.
/// Small files come in thousands and can be fetched again: the disk is waited for at large ones only.
final class Downloads {
    private static final int BUFFER = 1 << 17;

    private final S3Calls calls;
    private final S3Limits limits;

    Downloads(S3Calls calls, S3Limits limits) {
        this.calls = calls;
        this.limits = limits;
    }

    void download(ObjectPath path, Target target, Path file, Job job) {
        Path whole = file.toAbsolutePath();
        Path part = whole.resolveSibling("." + whole.getFileName() + ".part");
        try {
            try {
                fetch(path, target, part, job);
                job.checkCancelled();
                Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException error) {
            throw storage(error, file);
        }
    }

    private void fetch(ObjectPath path, Target target, Path part, Job job) throws IOException {
        Files.write(part, new byte[0]);
        Reading reading = Reading.of(calls, target);
        Optional<ResponseInputStream<GetObjectResponse>> first = Waiting.on(job, () -> reading.open(0, limits.part()));
        if (first.isEmpty()) {
            return;
        }
        String tag = Entries.bare(first.get().response().eTag());
        long size = size(first.get().response());
        Meter meter = new Meter(job, Strings.text("lake.reading", path.toString()), size);
        try (SideBySide ranges = new SideBySide(job, limits.sideBySide())) {
            ranges.start(() -> copy(new ResumingStream(reading, first.get(), 0), part, 0, meter));
            long step = limits.partOf(size);
            for (long offset = limits.part(); offset < size; offset += step) {
                long from = offset;
                long length = Math.min(step, size - offset);
                ranges.start(() -> copy(reading.tagged(tag).stream(from, length), part, from, meter));
            }
            ranges.finish();
        }
        if (size > limits.part()) {
            force(part);
        }
    }

    /// `bytes 0-99/1234` tells the size of the whole.
    private static long size(GetObjectResponse answer) {
        String range = answer.contentRange();
        return range == null ? answer.contentLength() : Long.parseLong(range.substring(range.indexOf('/') + 1));
    }

    private static void copy(InputStream from, Path part, long offset, Meter meter) {
        try (from; FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            long position = offset;
            for (int read = from.readNBytes(buffer, 0, BUFFER); read > 0; read = from.readNBytes(buffer, 0, BUFFER)) {
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    position += out.write(bytes, position);
                }
                meter.add(read);
            }
        } catch (ClosedByInterruptException stopped) {
            throw (CancellationException) new CancellationException(part.toString()).initCause(stopped);
        } catch (IOException error) {
            throw storage(error, part);
        }
    }

    private static void force(Path part) throws IOException {
        try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            out.force(true);
        }
    }

    private static RuntimeException storage(IOException error, Path file) {
        return Failure.of(Failure.Kind.STORAGE, "failure.write", file.toString(), String.valueOf(error.getMessage())).withOrigin(error).exception();
    }
}
