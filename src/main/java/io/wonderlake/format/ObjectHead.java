package io.wonderlake.format;

import io.wonderlake.catalog.StorageFormat;
import io.wonderlake.format.Fetch.Piece;
import io.wonderlake.format.Previews.Preview;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Gets the first bytes of a large object, more of them until enough rows are whole, and makes a sound file of its own of them.
final class ObjectHead {
    private static final int MAGIC = 300;
    private static final int BUFFER = 1 << 16;
    private static final String PACKED = ".gz";

    private final FileProbe probe;
    private final Fetch fetch;
    private final Path folder;
    private final Limits limits;
    private final long size;
    private long here;

    /// @param first bytes that are got at first
    /// @param most bytes that are got for the usual number of rows
    /// @param farthest bytes that are got, or unpacked, when more rows are asked for
    record Limits(long first, long most, long farthest) { }

    /// @param folder where the files are made
    ObjectHead(FileProbe probe, Fetch fetch, Path folder, Limits limits) {
        this.probe = probe;
        this.fetch = fetch;
        this.folder = folder;
        this.limits = limits;
        this.size = fetch.entry().size();
    }

    /// What the first bytes say that the object is.
    Magic magic() throws IOException {
        grow(limits.first());
        byte[] head = new byte[MAGIC];
        try (InputStream in = Files.newInputStream(raw())) {
            return Magic.of(Arrays.copyOf(head, in.readNBytes(head, 0, MAGIC)));
        }
    }

    /// The rows of a text, JSON or Avro object of which `magic` has been found out.
    Preview open(Magic magic, long wanted) throws IOException {
        long most = wanted <= Previews.ROWS ? limits.most() : limits.farthest();
        while (true) {
            Optional<Preview> found = magic == Magic.AVRO ? avro() : text(magic == Magic.GZIP, most);
            if (here >= Math.min(most, size) || found.filter(preview -> preview.rows() >= wanted).isPresent()) {
                return found.orElseThrow(() -> Trouble.large(fetch.entry()).exception());
            }
            grow(Math.min(most, here * 2));
        }
    }

    private void grow(long to) throws IOException {
        try (FileChannel file = FileChannel.open(raw(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            fetch.get(file, List.of(new Piece(here, Math.min(to, size))));
            here = Math.min(to, size);
        }
    }

    private Path raw() {
        return folder.resolve(".head");
    }

    private Optional<Preview> avro() throws IOException {
        Path file = file();
        Files.copy(raw(), file, StandardCopyOption.REPLACE_EXISTING);
        AvroBlocks.Whole whole = AvroBlocks.whole(Source.of(file));
        if (whole.records() == 0) {
            return Optional.empty();
        }
        try (FileChannel cut = FileChannel.open(file, StandardOpenOption.WRITE)) {
            cut.truncate(whole.bytes());
        }
        return Optional.of(preview(file, probe.probe(file, fetch.job()), ""));
    }

    private Optional<Preview> text(boolean packed, long most) throws IOException {
        Path file = file();
        if (packed) {
            unpack(file, most);
        } else {
            Files.copy(raw(), file, StandardCopyOption.REPLACE_EXISTING);
        }
        Magic inside = packed ? Magic.of(file) : Magic.NONE;
        if (inside != Magic.NONE && inside != Magic.EMPTY) {
            throw Trouble.packed(fetch.entry().path().name(), inside.label()).exception();
        }
        Optional<StorageFormat> format = inside == Magic.EMPTY ? Optional.empty() : TextCut.cut(file);
        return format.map(known -> preview(file, probe.probe(file, known, fetch.job()), packed ? "gzip" : "")).filter(preview -> preview.rows() > 0);
    }

    /// As much as can be unpacked of what is here, at most `most` bytes. Where the object goes on, its packed data may break off.
    private void unpack(Path file, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long unpacked = 0;
        try (OutputStream out = Channels.newOutputStream(FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
                InputStream in = new GZIPInputStream(Files.newInputStream(raw()), BUFFER)) {
            for (int read = in.read(buffer); read > 0 && unpacked < most; read = in.read(buffer)) {
                fetch.job().checkCancelled();
                out.write(buffer, 0, read);
                unpacked += read;
            }
        } catch (EOFException breaksOff) {
            if (here >= size) {
                throw broken(breaksOff);
            }
        } catch (ZipException wrong) {
            throw broken(wrong);
        }
    }

    private RuntimeException broken(IOException error) {
        return Source.of(folder.resolve(fetch.entry().path().name())).broken(error, Trouble.start());
    }

    /// Engines take a name's ending for how a file is packed; here nothing is.
    private Path file() {
        String name = fetch.entry().path().name();
        boolean packed = name.length() > PACKED.length() && name.toLowerCase(Locale.ROOT).endsWith(PACKED);
        return folder.resolve(packed ? name.substring(0, name.length() - PACKED.length()) : name);
    }

    private Preview preview(Path file, FileFacts head, String compression) {
        FileFacts facts = new FileFacts(head.storage(), compression, head.columns(), -1, head.badRows(), head.problems(), List.of(), size);
        return new Preview(file, facts, head.rows(), false, fetch.fetched());
    }
}
