package io.wonderlake.lake;

import io.wonderlake.work.Job;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The objects of a lake, tier by tier. Every call may block; every failure is a [io.wonderlake.work.FailureException].
///
/// - A prefix that holds nothing lists as empty; it is never an error. Prefixes exist only through their objects.
/// - A missing object is an empty `find` and a `NOT_FOUND` failure of every read.
/// - Keys sort by their UTF-8 bytes. A page token stays valid while objects come and go; it means "after this key".
/// - `put` is all or nothing: a reader sees the old object or the new one. In `RAW`, the object that a `put` or `delete` replaces
///   stays readable as a version, where the store can keep versions; in other tiers a store need not keep any.
/// - Bookkeeping of the store itself (temporary files, kept versions) never shows in a listing.
/// - A cancelled job ends a call with a [java.util.concurrent.CancellationException] and leaves nothing behind.
public interface ObjectStore {

    /// One page of at most `max` objects and folders together. Delimited: only what stands directly in `prefix`, with folders
    /// folded into one entry each; otherwise all objects below it. A page may hold less than `max` where names are not listed.
    Listing list(Prefix prefix, boolean delimited, Optional<String> after, int max);

    Optional<ObjectEntry> find(ObjectPath path);

    InputStream read(ObjectPath path);

    /// At most `length` bytes from `offset`; fewer at the end of the object, none beyond it.
    InputStream read(ObjectPath path, long offset, long length);

    /// Writes an object whole, reporting bytes to the job. The time in the entry may be off by a moment from what a listing tells.
    ObjectEntry put(ObjectPath path, Content content, Job job);

    /// Writes the object only when there is none; a `CONFLICT` failure otherwise, also when two callers race.
    ObjectEntry putIfAbsent(ObjectPath path, Content content, Job job);

    /// Deletes the object; a missing one is not an error.
    void delete(ObjectPath path);

    /// Lower-case hexadecimal SHA-256 of the object's bytes.
    String sha256(ObjectPath path, Job job);

    /// Whether the object has the bytes of a file.
    default boolean holds(ObjectEntry entry, Path file, Job job) {
        return SameBytes.compare(this, entry, file, job);
    }

    /// Kept versions, newest first, the current one included. A deletion is no version: it shows in the one that it ended.
    List<ObjectVersion> versions(ObjectPath path);

    InputStream readVersion(ObjectVersion version);

    /// Makes an old version the current one; what it replaces is kept as a version.
    ObjectEntry restore(ObjectVersion version, Job job);

    /// Labels that people or rules put on the object; none where the store knows no labels.
    default Map<String, String> labels(ObjectPath path) {
        return Map.of();
    }

    /// Copies the object to a file, which is whole or not there, reporting bytes to the job.
    default void download(ObjectPath path, Path file, Job job) {
        Download.copy(this, path, file, job);
    }
}
