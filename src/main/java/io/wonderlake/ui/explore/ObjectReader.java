package io.wonderlake.ui.explore;

import io.wonderlake.engine.EngineSession;
import io.wonderlake.engine.QueryRun;
import io.wonderlake.format.Previews.Preview;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.result.StoredResult;
import io.wonderlake.ui.explore.PreviewViewModel.Rows;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/// Reads an object for its page: what it is, its first bytes, and its rows.
final class ObjectReader {
    /// How much of a file the text and byte views show.
    static final int HEAD = 64 * 1024;
    private static final int PACKED = 64 * 1024;
    private static final Set<String> PROSE = Set.of("yaml", "yml", "sql", "md", "log", "xml", "html", "properties", "png", "jpg", "jpeg", "gif", "pdf", "zip");

    private final LakeParts lake;
    private final ObjectPath path;

    ObjectReader(ObjectPath path, LakeParts lake) {
        this.path = path;
        this.lake = lake;
    }

    ObjectLook look(Job job) {
        ObjectEntry entry = lake.objects().find(path).orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.explore.object", path).exception());
        byte[] head = unpacked(bytes());
        boolean text = HeadText.isText(head);
        if (PROSE.contains(ending()) || path.name().startsWith("_")) {
            return new ObjectLook(entry, Optional.empty(), Optional.empty(), head, text);
        }
        try {
            Preview preview = lake.previews().open(path, job);
            return new ObjectLook(entry, Optional.of(preview), Optional.empty(), head, text);
        } catch (FailureException error) {
            job.checkCancelled();
            return new ObjectLook(entry, Optional.empty(), Optional.of(error.failure()), head, text);
        }
    }

    /// The first rows as the engine reads them.
    Rows rows(Preview preview, long max, Job job, Consumer<StoredResult> ready) {
        try (EngineSession session = lake.local().session(job)) {
            QueryRun run = session.query(preview.sql(session));
            StoredResult rows = lake.results().get().land(run, max, job, ready);
            return new Rows(rows, run.stats(), preview.whole() && !rows.cut());
        }
    }

    private String ending() {
        String name = path.name().toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private byte[] bytes() {
        try (InputStream in = lake.objects().read(path, 0, PACKED)) {
            return in.readNBytes(PACKED);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /// The beginning of a packed file's content, as far as it can be unpacked; other bytes as they are.
    private static byte[] unpacked(byte[] bytes) {
        if (bytes.length < 2 || (bytes[0] & 0xff) != 0x1f || (bytes[1] & 0xff) != 0x8b) {
            return bytes;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] part = new byte[4096];
            for (int read = in.read(part); read > 0 && out.size() < HEAD; read = in.read(part)) {
                out.write(part, 0, read);
            }
        } catch (IOException endOfWhatWeRead) {
            return out.size() == 0 ? bytes : out.toByteArray();
        }
        return out.toByteArray();
    }
}
