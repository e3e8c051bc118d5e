package io.wonderlake.format;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// The bytes of one file: opened with clear failures, counted on the way, unpacked where they are gzip.
///
/// @param meter told of each piece read, in bytes of the file as it lies there; may end the work by an exception
record Source(Path file, LongConsumer meter) {
    private static final int BUFFER = 1 << 16;

    static Source of(Path file) {
        return new Source(file, _ -> { });
    }

    String name() {
        return String.valueOf(file.getFileName());
    }

    long size() {
        try {
            return Files.size(file);
        } catch (IOException error) {
            throw unreadable(error);
        }
    }

    /// The file as it lies there.
    InputStream bytes() {
        if (Files.isDirectory(file)) {
            throw Trouble.folder(name()).exception();
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw Trouble.device(name()).exception();
        }
        try {
            return new BufferedInputStream(new Metered(Files.newInputStream(file)), BUFFER);
        } catch (IOException error) {
            throw unreadable(error);
        }
    }

    /// The file's content, unpacked when its first bytes say gzip.
    InputStream content() {
        InputStream raw = bytes();
        try {
            raw.mark(2);
            boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            return packed ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER), BUFFER) : raw;
        } catch (IOException error) {
            close(raw);
            throw broken(error, Trouble.start());
        }
    }

    /// The first bytes of the content, at most `max`.
    byte[] head(int max) {
        try (InputStream in = content()) {
            return headOf(in, max);
        } catch (IOException error) {
            throw broken(error, Trouble.start());
        }
    }

    /// As many bytes as can be unpacked, so that a file that breaks off early still shows its beginning.
    private byte[] headOf(InputStream in, int max) throws IOException {
        byte[] head = new byte[max];
        int size = 0;
        try {
            for (int read; size < max && (read = in.read(head, size, max - size)) > 0; ) {
                size += read;
            }
        } catch (EOFException | ZipException error) {
            if (size == 0) {
                throw error;
            }
        }
        return Arrays.copyOf(head, size);
    }

    /// What an error in the middle of the file means.
    RuntimeException broken(IOException error, String place) {
        return error instanceof EOFException || error instanceof ZipException
                ? Trouble.gzip(name(), place).withOrigin(error).withDetail(String.valueOf(error.getMessage())).exception()
                : unreadable(error);
    }

    RuntimeException unreadable(IOException error) {
        return switch (error) {
            case NoSuchFileException _ -> Trouble.missing(name()).exception();
            case AccessDeniedException _ -> Trouble.denied(name()).exception();
            default -> Trouble.storage(name(), String.valueOf(error.getMessage())).withOrigin(error).exception();
        };
    }

    void close(Closeable resource) {
        try {
            resource.close();
        } catch (IOException error) {
            throw unreadable(error);
        }
    }

    private final class Metered extends FilterInputStream {
        Metered(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            meter.accept(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = super.read(target, offset, length);
            meter.accept(Math.max(count, 0));
            return count;
        }
    }
}
