package io.wonderlake.sample;

import io.wonderlake.ingest.UploadManifest.FileEntry;
import io.wonderlake.ingest.UploadManifest;
import io.wonderlake.lake.Content;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Sha256;
import io.wonderlake.work.Job;
import io.wonderlake.work.Progress;
import io.wonderlake.work.Strings;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Puts uploads into a lake, each followed by its manifest, and says how many rows are done. An object that is the same already is left alone.
final class SampleWriter {
    private static final String ORIGIN = "practice lake";

    private final ObjectStore store;
    private final Job job;
    private long before;
    private long total;

    SampleWriter(ObjectStore store, Job job) {
        this.store = store;
        this.job = job;
    }

    void write(List<SampleUpload> uploads) {
        total = uploads.stream().flatMap(upload -> upload.files().stream()).mapToLong(SampleFile::rows).sum();
        uploads.forEach(this::write);
    }

    private void write(SampleUpload upload) {
        List<FileEntry> entries = new ArrayList<>();
        for (SampleFile file : upload.files()) {
            entries.add(write(file));
            before += file.rows();
        }
        UploadManifest manifest = new UploadManifest(upload.id(), upload.sender(), upload.time(), ORIGIN, upload.contract(),
                SampleUpload.CONTRACT_VERSION, upload.parent(), entries);
        put(manifest.place(upload.dataset()), Content.of(manifest.json()));
    }

    private FileEntry write(SampleFile file) {
        Content content = () -> file.source().open(rows -> made(file, rows));
        String sha256 = put(file.path(), content);
        return new FileEntry(file.path().toString(), sha256, store.find(file.path()).orElseThrow().size(), file.rows());
    }

    private void made(SampleFile file, long rows) {
        job.checkCancelled();
        job.report(new Progress(Strings.text("sample.progress", file.path().name()), before + rows, total, Progress.Unit.ROWS));
    }

    /// Gives the checksum.
    private String put(ObjectPath path, Content content) {
        job.checkCancelled();
        Optional<ObjectEntry> present = store.find(path);
        Job transfer = new Job(job.title());
        try (Job.Registration _ = job.onCancel(transfer::cancel)) {
            if (present.isPresent()) {
                String wanted = sha256(content);
                if (store.sha256(path, transfer).equals(wanted)) {
                    return wanted;
                }
            }
            Sum sum = new Sum(content);
            store.put(path, sum, transfer);
            return sum.hexadecimal();
        }
    }

    private static String sha256(Content content) {
        Sum sum = new Sum(content);
        try (InputStream in = sum.open()) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
        return sum.hexadecimal();
    }

    /// Sums up the bytes of the last opening as they are read.
    private static final class Sum implements Content {
        private final Content content;
        private MessageDigest digest;

        Sum(Content content) {
            this.content = content;
        }

        @Override
        public InputStream open() throws IOException {
            digest = Sha256.make();
            return new DigestInputStream(content.open(), digest);
        }

        String hexadecimal() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
