package io.wonderlake.format;

import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.SideBySide;
import io.wonderlake.work.Strings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/// Gets pieces of one object into a file, at the places that they have in the object, several at once; counts the bytes.
final class Fetch {
    private static final int BUFFER = 1 << 16;
    private static final int AT_ONCE = 8;
    private static final int TRIES = 3;

    private final ObjectStore objects;
    private final ObjectEntry entry;
    private final Job job;
    private final AtomicLong fetched = new AtomicLong();

    /// From `from` up to, and without, `to`.
    record Piece(long from, long to) {
        long size() {
            return to - from;
        }
    }

    Fetch(ObjectStore objects, ObjectEntry entry, Job job) {
        this.objects = objects;
        this.entry = entry;
        this.job = job;
    }

    ObjectEntry entry() {
        return entry;
    }

    Job job() {
        return job;
    }

    long fetched() {
        return fetched.get();
    }

    void get(FileChannel file, List<Piece> pieces) throws IOException {
        if (pieces.size() == 1) {
            get(file, pieces.getFirst());
            return;
        }
        try (SideBySide work = new SideBySide(job, AT_ONCE)) {
            pieces.forEach(piece -> work.start(() -> {
                try {
                    get(file, piece);
                } catch (IOException error) {
                    throw new UncheckedIOException(error);
                }
            }));
            work.finish();
        } catch (UncheckedIOException error) {
            throw error.getCause();
        }
    }

    /// A transfer that breaks off goes on where it stopped.
    private void get(FileChannel file, Piece piece) throws IOException {
        long at = piece.from();
        for (int attempt = 1; at < piece.to(); attempt++) {
            job.checkCancelled();
            long before = at;
            try (InputStream in = objects.read(entry.path(), at, piece.to() - at);
                    Job.Registration _ = job.onCancel(() -> stop(in))) {
                at = copy(in, file, at);
            } catch (IOException error) {
                job.checkCancelled();
                at = before;
                if (attempt >= TRIES) {
                    throw error;
                }
            }
            if (at < piece.to() && attempt >= TRIES) {
                throw new IOException(Strings.text("format.preview.short", Long.toString(at), Long.toString(piece.to())));
            }
        }
    }

    private long copy(InputStream in, FileChannel file, long from) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long at = from;
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            job.checkCancelled();
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
            while (bytes.hasRemaining()) {
                at += file.write(bytes, at);
            }
            job.report(new Progress(Strings.text("format.fetching", entry.path().name()), fetched.addAndGet(read), -1, Progress.Unit.BYTES));
        }
        return at;
    }

    /// Ends a read that waits for bytes; that it then fails is what is wanted.
    private static void stop(InputStream in) {
        try {
            in.close();
        } catch (IOException _) {
            return;
        }
    }
}
