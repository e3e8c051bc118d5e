package io.wonderlake.lake;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/// A store as one that stands elsewhere: counts what it is asked for, has tags and labels, and refuses tiers that nobody may see.
public final class CountingStore implements ObjectStore {
    public final List<String> calls = Collections.synchronizedList(new ArrayList<>());
    public final AtomicLong bytes = new AtomicLong();
    public final Set<Tier> denied = EnumSet.noneOf(Tier.class);
    /// Called before each read of a piece, with the number of reads before it.
    public volatile Runnable beforeRead = () -> { };
    private final ObjectStore store;

    public CountingStore(ObjectStore store) {
        this.store = store;
    }

    public long count(String call) {
        return List.copyOf(calls).stream().filter(each -> each.startsWith(call)).count();
    }

    public void forget() {
        calls.clear();
        bytes.set(0);
    }

    private void asked(String call, Tier tier, Object what) {
        calls.add(call + " " + what);
        if (denied.contains(tier)) {
            throw Failure.of(Failure.Kind.DENIED, "failure.folder.denied", "s3:ListBucket on " + tier.folder()).exception();
        }
    }

    private static ObjectEntry tagged(ObjectEntry entry) {
        return new ObjectEntry(entry.path(), entry.size(), entry.modified(), "tag-" + entry.modified().toEpochMilli() + "-" + entry.size(), "STANDARD");
    }

    @Override
    public Listing list(Prefix prefix, boolean delimited, Optional<String> after, int max) {
        asked("list", prefix.tier(), prefix);
        Listing page = store.list(prefix, delimited, after, max);
        return new Listing(page.objects().stream().map(CountingStore::tagged).toList(), page.folders(), page.next());
    }

    @Override
    public Optional<ObjectEntry> find(ObjectPath path) {
        asked("find", path.tier(), path);
        return store.find(path).map(CountingStore::tagged);
    }

    @Override
    public InputStream read(ObjectPath path) {
        asked("read", path.tier(), path);
        beforeRead.run();
        return counted(store.read(path));
    }

    @Override
    public InputStream read(ObjectPath path, long offset, long length) {
        asked("read", path.tier(), path + " " + offset + "+" + length);
        beforeRead.run();
        return counted(store.read(path, offset, length));
    }

    private InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int value = super.read();
                bytes.addAndGet(value < 0 ? 0 : 1);
                return value;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int read = super.read(target, offset, length);
                bytes.addAndGet(Math.max(0, read));
                return read;
            }
        };
    }

    @Override
    public ObjectEntry put(ObjectPath path, Content content, Job job) {
        return store.put(path, content, job);
    }

    @Override
    public ObjectEntry putIfAbsent(ObjectPath path, Content content, Job job) {
        return store.putIfAbsent(path, content, job);
    }

    @Override
    public void delete(ObjectPath path) {
        store.delete(path);
    }

    @Override
    public String sha256(ObjectPath path, Job job) {
        return store.sha256(path, job);
    }

    @Override
    public List<ObjectVersion> versions(ObjectPath path) {
        asked("versions", path.tier(), path);
        return store.versions(path);
    }

    @Override
    public InputStream readVersion(ObjectVersion version) {
        return store.readVersion(version);
    }

    @Override
    public ObjectEntry restore(ObjectVersion version, Job job) {
        asked("restore", version.path().tier(), version.path());
        return store.restore(version, job);
    }

    @Override
    public Map<String, String> labels(ObjectPath path) {
        asked("labels", path.tier(), path);
        return Map.of("team", "sales");
    }
}
