package io.wonderlake.lake.s3;

import io.wonderlake.lake.Content;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.ObjectVersion;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.Sha256;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Waiting;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.Tag;

/// The objects of a lake on S3. Making it touches neither files nor the network. Versions are those that the buckets keep.
public final class S3Store implements ObjectStore {
    private static final String UNKNOWN_CALL = "NotImplemented";

    private final Map<Tier, S3Place> tiers;
    private final S3Limits limits;
    private final S3Calls calls;
    private final Finding finding;
    private final Uploads uploads;
    private final Downloads downloads;
    private final Copying copying;
    private final Versions versions;

    /// `unfinished` is a folder of this profile alone, where uploads in parts are remembered until they are whole.
    public S3Store(AwsAccount account, Map<Tier, S3Place> tiers, Path unfinished) {
        this(account, tiers, unfinished, S3Limits.USUAL);
    }

    S3Store(AwsAccount account, Map<Tier, S3Place> tiers, Path unfinished, S3Limits limits) {
        this.tiers = Map.copyOf(tiers);
        this.limits = limits;
        this.calls = new S3Calls(account);
        this.finding = new Finding(calls);
        this.uploads = new Uploads(calls, limits, new UnfinishedUploads(unfinished));
        this.downloads = new Downloads(calls, limits);
        this.copying = new Copying(calls, limits);
        this.versions = new Versions(calls);
    }

    @Override
    public Listing list(Prefix prefix, boolean delimited, Optional<String> after, int max) {
        if (max < 1) {
            throw new IllegalArgumentException("max " + max);
        }
        S3Place place = tiers.get(prefix.tier());
        return place == null ? new Listing(List.of(), List.of(), Optional.empty()) : new S3Listing(calls, place, prefix, delimited, after).page(max);
    }

    Optional<Target> target(ObjectPath path) {
        return Optional.ofNullable(tiers.get(path.tier())).map(place -> Target.of(path, place));
    }

    private Target demandTarget(ObjectPath path) {
        return target(path).orElseThrow(() -> missing(path));
    }

    private Target writable(ObjectPath path) {
        return target(path).orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.s3.tier", path.toString(), path.tier().folder()).exception());
    }

    private static FailureException missing(ObjectPath path) {
        return Failure.of(Failure.Kind.NOT_FOUND, "failure.lake.missing", path.toString()).exception();
    }

    @Override
    public Optional<ObjectEntry> find(ObjectPath path) {
        return target(path).flatMap(finding::head).map(found -> Entries.of(path, found));
    }

    @Override
    public InputStream read(ObjectPath path) {
        return read(path, 0, Long.MAX_VALUE);
    }

    @Override
    public InputStream read(ObjectPath path, long offset, long length) {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException(offset + ", " + length);
        }
        Target target = demandTarget(path);
        if (length == 0) {
            find(path).orElseThrow(() -> missing(path));
            return new ByteArrayInputStream(new byte[0]);
        }
        return Reading.of(calls, target).stream(offset, length);
    }

    @Override
    public ObjectEntry put(ObjectPath path, Content content, Job job) {
        return entry(path, uploads.put(writable(path), content, false, job));
    }

    @Override
    public ObjectEntry putIfAbsent(ObjectPath path, Content content, Job job) {
        return entry(path, uploads.put(writable(path), content, true, job));
    }

    private static ObjectEntry entry(ObjectPath path, Written written) {
        return Entries.written(path, written.size(), written.tag());
    }

    @Override
    public void delete(ObjectPath path) {
        Target target = writable(path);
        calls.object("s3:DeleteObject", target, s3 -> s3.deleteObject(r -> r.bucket(target.bucket()).key(target.key())));
    }

    @Override
    public String sha256(ObjectPath path, Job job) {
        Target target = demandTarget(path);
        return Waiting.on(job, () -> {
            try (InputStream in = Reading.of(calls, target).stream(0, Long.MAX_VALUE)) {
                return Sha256.of(in, job);
            } catch (IOException error) {
                throw Failure.of(Failure.Kind.OFFLINE, "failure.lake.storage", path.toString()).withOrigin(error).exception();
            }
        });
    }

    @Override
    public boolean holds(ObjectEntry entry, Path file, Job job) {
        try {
            return Files.size(file) == entry.size()
                    && (new FileTag(file, limits.partOf(entry.size()), job).is(entry.tag()) || ObjectStore.super.holds(entry, file, job));
        } catch (IOException error) {
            throw Uploads.source(error, demandTarget(entry.path()));
        }
    }

    @Override
    public List<ObjectVersion> versions(ObjectPath path) {
        return target(path).map(target -> versions.of(path, target)).orElse(List.of());
    }

    @Override
    public InputStream readVersion(ObjectVersion version) {
        return versions.read(version, demandTarget(version.path()));
    }

    @Override
    public ObjectEntry restore(ObjectVersion version, Job job) {
        ObjectPath path = version.path();
        Target target = writable(path);
        ObjectVersion known = versions.of(path, target).stream().filter(one -> one.id().equals(version.id())).findFirst()
                .orElseThrow(() -> Failure.of(Failure.Kind.NOT_FOUND, "failure.s3.version", path.toString()).exception());
        return known.current() ? find(path).orElseThrow(() -> missing(path)) : entry(path, copying.copy(known, target, job));
    }

    @Override
    public Map<String, String> labels(ObjectPath path) {
        return target(path).map(this::tags).orElse(Map.of());
    }

    private Map<String, String> tags(Target target) {
        return calls.object("s3:GetObjectTagging", target, s3 -> {
            try {
                return s3.getObjectTagging(r -> r.bucket(target.bucket()).key(target.key())).tagSet().stream()
                        .collect(Collectors.toUnmodifiableMap(Tag::key, Tag::value));
            } catch (S3Exception refused) {
                if (S3Calls.code(refused).equals(UNKNOWN_CALL) || S3Calls.code(refused).equals("NoSuchKey")) {
                    return Map.of();
                }
                throw refused;
            }
        });
    }

    @Override
    public void download(ObjectPath path, Path file, Job job) {
        downloads.download(path, demandTarget(path), file, job);
    }
}
