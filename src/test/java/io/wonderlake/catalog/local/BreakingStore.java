package io.wonderlake.catalog.local;

import io.wonderlake.lake.Content;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.ObjectVersion;
import io.wonderlake.lake.Prefix;
import io.wonderlake.work.Job;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/// A store in which something happens at the n-th change, before it or after it.
final class BreakingStore implements ObjectStore {
    private final ObjectStore store;
    private final int at;
    private final boolean before;
    private final Runnable accident;
    private int changes;

    BreakingStore(ObjectStore store, int at, boolean before, Runnable accident) {
        this.store = store;
        this.at = at;
        this.before = before;
        this.accident = accident;
    }

    private void begin() {
        changes++;
        if (before && changes == at) {
            accident.run();
        }
    }

    private void end() {
        if (!before && changes == at) {
            accident.run();
        }
    }

    @Override
    public ObjectEntry put(ObjectPath path, Content content, Job job) {
        begin();
        ObjectEntry entry = store.put(path, content, job);
        end();
        return entry;
    }

    @Override
    public ObjectEntry putIfAbsent(ObjectPath path, Content content, Job job) {
        begin();
        ObjectEntry entry = store.putIfAbsent(path, content, job);
        end();
        return entry;
    }

    @Override
    public void delete(ObjectPath path) {
        begin();
        store.delete(path);
        end();
    }

    @Override
    public Listing list(Prefix prefix, boolean delimited, Optional<String> after, int max) {
        return store.list(prefix, delimited, after, max);
    }

    @Override
    public Optional<ObjectEntry> find(ObjectPath path) {
        return store.find(path);
    }

    @Override
    public InputStream read(ObjectPath path) {
        return store.read(path);
    }

    @Override
    public InputStream read(ObjectPath path, long offset, long length) {
        return store.read(path, offset, length);
    }

    @Override
    public String sha256(ObjectPath path, Job job) {
        return store.sha256(path, job);
    }

    @Override
    public List<ObjectVersion> versions(ObjectPath path) {
        return store.versions(path);
    }

    @Override
    public InputStream readVersion(ObjectVersion version) {
        return store.readVersion(version);
    }

    @Override
    public ObjectEntry restore(ObjectVersion version, Job job) {
        return store.restore(version, job);
    }
}
