package io.wonderlake.lake;

import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The objects of a lake whose profile forbids changes: reads pass, writes are refused before they reach the store.
///
/// @param lake the profile's name
public record ReadOnlyStore(ObjectStore store, String lake) implements ObjectStore {

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
    public ObjectEntry put(ObjectPath path, Content content, Job job) {
        throw refusal();
    }

    @Override
    public ObjectEntry putIfAbsent(ObjectPath path, Content content, Job job) {
        throw refusal();
    }

    @Override
    public void delete(ObjectPath path) {
        throw refusal();
    }

    @Override
    public String sha256(ObjectPath path, Job job) {
        return store.sha256(path, job);
    }

    @Override
    public boolean holds(ObjectEntry entry, Path file, Job job) {
        return store.holds(entry, file, job);
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
        throw refusal();
    }

    @Override
    public Map<String, String> labels(ObjectPath path) {
        return store.labels(path);
    }

    @Override
    public void download(ObjectPath path, Path file, Job job) {
        store.download(path, file, job);
    }

    private RuntimeException refusal() {
        return Failure.of(Failure.Kind.DENIED, "failure.lake.readonly", lake).exception();
    }
}
