package io.wonderlake.lake.folder;

import io.wonderlake.lake.Content;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// A file that becomes visible whole, under its real name, or not at all.
final class TemporaryFile implements AutoCloseable {
    private static final int BUFFER = 1 << 18;

    private final Path file;

    TemporaryFile(Path file) {
        this.file = file;
    }

    /// Writes the content and waits until it is on the disk.
    void fill(Content content, Object thing, Job job) throws IOException {
        String phase = Strings.text("lake.writing", thing.toString());
        try (InputStream in = open(content, thing);
                FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[BUFFER];
            long done = 0;
            for (int read = read(in, buffer, thing); read > 0; read = read(in, buffer, thing)) {
                job.checkCancelled();
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                done += read;
                job.report(new Progress(phase, done, -1, Progress.Unit.BYTES));
            }
            job.checkCancelled();
            out.force(true);
        }
    }

    private static InputStream open(Content content, Object thing) {
        try {
            return content.open();
        } catch (IOException error) {
            throw FolderFailures.source(error, thing);
        }
    }

    private static int read(InputStream in, byte[] buffer, Object thing) {
        try {
            return in.readNBytes(buffer, 0, BUFFER);
        } catch (IOException error) {
            throw FolderFailures.source(error, thing);
        }
    }

    /// Puts the file into its place, instead of what may stand there.
    void replace(Path target) throws IOException {
        Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Disk.sync(target.getParent());
    }

    /// Puts the file into its place unless something stands there; says whether it did.
    boolean placeIfAbsent(Path target) throws IOException {
        try {
            Files.createLink(target, file);
        } catch (FileAlreadyExistsException _) {
            return false;
        } catch (NoSuchFileException error) {
            throw error;
        } catch (UnsupportedOperationException | FileSystemException _) {
            // no hard links here: the caller's lock makes the two steps one
            if (Files.exists(target)) {
                return false;
            }
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        }
        Disk.sync(target.getParent());
        return true;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
