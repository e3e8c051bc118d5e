package io.wonderlake.lake;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Copies one object to a file, in one stream. The file gets its name when it is whole.
final class Download {
    private static final int BUFFER = 1 << 18;

    private Download() {
    }

    static void copy(ObjectStore store, ObjectPath path, Path target, Job job) {
        ObjectEntry entry = store.find(path).orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.object.missing", path, path.parent()).exception());
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            try {
                write(store, entry, part, job);
                Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException error) {
            throw Failure.of(Failure.Kind.STORAGE, "failure.write", target, String.valueOf(error.getMessage())).withOrigin(error).exception();
        }
    }

    private static void write(ObjectStore store, ObjectEntry entry, Path part, Job job) throws IOException {
        String phase = Strings.text("lake.reading", entry.path());
        try (InputStream in = store.read(entry.path());
                FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            long done = 0;
            for (int read = in.readNBytes(buffer, 0, BUFFER); read > 0; read = in.readNBytes(buffer, 0, BUFFER)) {
                job.checkCancelled();
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                done += read;
                job.report(new Progress(phase, done, entry.size(), Progress.Unit.BYTES));
            }
            out.force(true);
        }
    }
}
