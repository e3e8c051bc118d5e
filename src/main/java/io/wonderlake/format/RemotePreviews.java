package io.wonderlake.format;

import io.wonderlake.engine.LocalEngine;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.folder.Folders;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Previews of objects that stand elsewhere: small ones are downloaded once and kept, of large ones only what the first rows need is fetched.
public final class RemotePreviews implements Previews {
    private static final Sizes USUAL = new Sizes(64L << 20, 2L << 30, new ObjectHead.Limits(1 << 20, 8 << 20, 64 << 20));

    private final ObjectStore objects;
    private final FileProbe probe;
    private final LocalEngine engine;
    private final PreviewCache cache;
    private final Sizes sizes;

    /// @param whole objects below this size are downloaded
    /// @param kept bytes that are kept of all objects together
    /// @param head of large ones
    record Sizes(long whole, long kept, ObjectHead.Limits head) { }

    /// `engine` must be allowed to read the folder `cache`.
    public RemotePreviews(ObjectStore objects, FileProbe probe, LocalEngine engine, Path cache) {
        this(objects, probe, engine, cache, USUAL);
    }

    RemotePreviews(ObjectStore objects, FileProbe probe, LocalEngine engine, Path cache, Sizes sizes) {
        this.objects = objects;
        this.probe = probe;
        this.engine = engine;
        this.cache = new PreviewCache(cache, sizes.kept());
        this.sizes = sizes;
    }

    @Override
    public Preview open(ObjectPath path, long rows, Job job) {
        long wanted = Math.max(rows, ROWS);
        return attempt(path, wanted, job).or(() -> attempt(path, wanted, job)).orElseThrow(() -> Trouble.changing(path).exception());
    }

    /// Empty when the object changed while it was looked at.
    private Optional<Preview> attempt(ObjectPath path, long wanted, Job job) {
        job.checkCancelled();
        ObjectEntry entry = entry(path);
        Optional<Preview> kept = cache.find(entry, wanted);
        if (kept.isPresent()) {
            return kept;
        }
        Path workplace = cache.workplace();
        try {
            Preview made = make(entry, PreviewCache.data(workplace), wanted, job);
            job.checkCancelled();
            return same(entry) ? Optional.of(cache.keep(entry, workplace, made, wanted)) : Optional.empty();
        } catch (FailureException error) {
            job.checkCancelled();
            if (error.failure().kind() == Failure.Kind.BAD_INPUT && !same(entry)) {
                return Optional.empty();
            }
            throw error;
        } finally {
            Folders.delete(workplace);
        }
    }

    private ObjectEntry entry(ObjectPath path) {
        return objects.find(path).orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.object.missing", path, path.parent()).exception());
    }

    private boolean same(ObjectEntry before) {
        ObjectEntry now = entry(before.path());
        boolean tag = now.tag().equals(before.tag()) && (!now.tag().isEmpty() || now.modified().equals(before.modified()));
        return tag && now.size() == before.size();
    }

    private Preview make(ObjectEntry entry, Path folder, long wanted, Job job) {
        try {
            return entry.size() < sizes.whole() ? whole(entry, folder, job) : head(entry, folder, wanted, job);
        } catch (IOException error) {
            job.checkCancelled();
            throw Trouble.fetching(entry.path(), String.valueOf(error.getMessage())).withOrigin(error).exception();
        }
    }

    private Preview whole(ObjectEntry entry, Path folder, Job job) {
        Path file = folder.resolve(entry.path().name());
        objects.download(entry.path(), file, job);
        FileFacts facts = probe.probe(file, job);
        return new Preview(file, facts, facts.rows(), true, entry.size());
    }

    private Preview head(ObjectEntry entry, Path folder, long wanted, Job job) throws IOException {
        Fetch fetch = new Fetch(objects, entry, job);
        String name = entry.path().name().toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet") || name.endsWith(".parq")) {
            return parquet(fetch, folder, wanted);
        }
        ObjectHead head = new ObjectHead(probe, fetch, folder, sizes.head());
        Magic magic = head.magic();
        return switch (magic) {
            case PARQUET -> parquet(fetch, folder, wanted);
            case NONE, GZIP, AVRO -> head.open(magic, wanted);
            case ZIP -> throw Trouble.large(entry).exception();
            case OLE_PROTECTED -> throw Trouble.protectedBook(entry.path().name()).exception();
            case EMPTY -> throw Trouble.empty(entry.path().name()).exception();
            case ORC, OLE, ZSTD, BZIP2, XZ, SEVEN_ZIP, PDF, IMAGE, SQLITE, TAR -> throw Trouble.notYet(entry.path().name(), magic.label()).exception();
        };
    }

    private Preview parquet(Fetch fetch, Path folder, long wanted) throws IOException {
        return new ParquetHead(engine, fetch, folder.resolve(fetch.entry().path().name()), sizes.whole()).open(wanted);
    }
}
