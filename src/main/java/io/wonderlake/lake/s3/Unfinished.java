package io.wonderlake.lake.s3;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What is known here of an upload in parts that has not come to its end: a small file, locked by the process that works on it, one line for
/// the upload and one for each part that S3 has.
final class Unfinished implements AutoCloseable {
    private static final int FIELDS = 6;

    private final Path file;
    private final RandomAccessFile open;
    private final FileLock lock;
    private final Map<Integer, Part> parts = new TreeMap<>();
    private Upload upload;
    private boolean over;

    /// An upload that S3 has taken on.
    ///
    /// @param id tells our object from any other: it stands in the object's metadata
    /// @param upload what S3 calls the upload
    /// @param source the file whose bytes these are, as it was; empty for what cannot be read again
    record Upload(String id, String upload, String bucket, String key, String source, long partSize) { }

    /// A part that S3 has.
    ///
    /// @param checksum CRC-32 as S3 tells it; empty where it tells none
    record Part(long size, String tag, String checksum) { }

    private Unfinished(Path file, RandomAccessFile open, FileLock lock) {
        this.file = file;
        this.open = open;
        this.lock = lock;
    }

    /// Opens the file, or makes it, for this upload alone; empty while another one works on it.
    static Optional<Unfinished> claim(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw");
        FileLock lock = tryLock(open);
        if (lock == null || !Files.exists(file)) {
            open.close();
            return Optional.empty();
        }
        Unfinished claimed = new Unfinished(file, open, lock);
        claimed.read();
        return Optional.of(claimed);
    }

    private static FileLock tryLock(RandomAccessFile open) throws IOException {
        try {
            return open.getChannel().tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    /// A line that a kill tore, and what follows it, does not count.
    private void read() throws IOException {
        byte[] bytes = new byte[(int) open.length()];
        open.readFully(bytes);
        String text = new String(bytes, StandardCharsets.US_ASCII);
        long good = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', (int) good)) {
            if (!take(text.substring((int) good, end).split(" ", -1))) {
                break;
            }
            good = end + 1L;
        }
        if (good < bytes.length) {
            open.setLength(good);
        }
        open.seek(good);
    }

    private boolean take(String[] fields) {
        try {
            if (upload == null && fields.length == FIELDS) {
                List<String> texts = new ArrayList<>();
                for (String field : fields) {
                    texts.add(URLDecoder.decode(field, StandardCharsets.UTF_8));
                }
                upload = new Upload(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4), Long.parseLong(texts.get(5)));
                return true;
            }
            parts.put(Integer.parseInt(fields[0]), new Part(Long.parseLong(fields[1]), fields[2], fields[3]));
            return upload != null;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException _) {
            return false;
        }
    }

    Optional<Upload> upload() {
        return Optional.ofNullable(upload);
    }

    synchronized Map<Integer, Part> parts() {
        return Map.copyOf(parts);
    }

    void begin(Upload begun) throws IOException {
        upload = begun;
        parts.clear();
        open.setLength(0);
        List<String> fields = new ArrayList<>();
        for (String text : List.of(begun.id(), begun.upload(), begun.bucket(), begun.key(), begun.source(), Long.toString(begun.partSize()))) {
            fields.add(URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        append(String.join(" ", fields));
    }

    /// Nobody will go on with it.
    void abandon() throws IOException {
        begin(new Upload(upload.id(), upload.upload(), upload.bucket(), upload.key(), "", upload.partSize()));
    }

    synchronized void add(int number, Part part) throws IOException {
        parts.put(number, part);
        append(number + " " + part.size() + " " + part.tag() + " " + part.checksum());
    }

    private void append(String line) throws IOException {
        open.write((line + "\n").getBytes(StandardCharsets.US_ASCII));
        open.getFD().sync();
    }

    /// The upload has come to its end, one way or the other.
    void forget() throws IOException {
        open.setLength(0);
        over = true;
    }

    /// Lets another process go on with it.
    @Override
    public void close() throws IOException {
        if (over) {
            Files.deleteIfExists(file);
        }
        lock.release();
        open.close();
    }
}
