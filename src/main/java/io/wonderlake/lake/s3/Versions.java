package io.wonderlake.lake.s3;

import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectVersion;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.io.InputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectVersionsResponse;

/// The versions of an object, where its bucket keeps them; else the one that is there.
final class Versions {
    /// Where a bucket keeps none, all that was ever at a key has the same name; then the tag tells them apart.
    private static final String NAMELESS = "null";

    private final S3Calls calls;

    Versions(S3Calls calls) {
        this.calls = calls;
    }

    List<ObjectVersion> of(ObjectPath path, Target target) {
        List<software.amazon.awssdk.services.s3.model.ObjectVersion> kept = new ArrayList<>();
        List<Instant> deletions = new ArrayList<>();
        collect(target, kept, deletions);
        List<ObjectVersion> versions = new ArrayList<>();
        Instant replaced = Instant.MAX;
        for (software.amazon.awssdk.services.s3.model.ObjectVersion one : kept) {
            Instant time = seconds(one.lastModified());
            Optional<Instant> deleted = one.isLatest() ? Optional.empty() : between(time, replaced, deletions);
            versions.add(new ObjectVersion(path, name(one.versionId(), one.eTag()), one.size(), time, one.isLatest(), deleted));
            replaced = time;
        }
        return List.copyOf(versions);
    }

    private static Optional<Instant> between(Instant from, Instant to, List<Instant> deletions) {
        return deletions.stream().filter(time -> !time.isBefore(from) && !time.isAfter(to)).min(Comparator.naturalOrder());
    }

    /// The versions of a key stand before those of longer keys, and newest first.
    private void collect(Target target, List<software.amazon.awssdk.services.s3.model.ObjectVersion> kept, List<Instant> deletions) {
        ListObjectVersionsRequest.Builder request = ListObjectVersionsRequest.builder().bucket(target.bucket()).prefix(target.key());
        ListObjectVersionsResponse answer;
        do {
            answer = calls.bucket("s3:ListBucketVersions", target, s3 -> s3.listObjectVersions(request.build()));
            answer.versions().stream().filter(one -> one.key().equals(target.key())).forEach(kept::add);
            answer.deleteMarkers().stream().filter(one -> one.key().equals(target.key())).forEach(one -> deletions.add(seconds(one.lastModified())));
            request.keyMarker(answer.nextKeyMarker()).versionIdMarker(answer.nextVersionIdMarker());
        } while (Boolean.TRUE.equals(answer.isTruncated()) && target.key().equals(answer.nextKeyMarker()));
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private static String name(String version, String tag) {
        return version == null || version.equals(NAMELESS) ? NAMELESS + ":" + Entries.bare(tag) : version;
    }

    private Reading reading(ObjectVersion version, Target target) {
        if (!isNameless(version)) {
            return new Reading(calls, target, Optional.of(version.id()), Optional.empty());
        }
        return new Reading(calls, target, version.current() ? Optional.empty() : Optional.of(NAMELESS), Optional.of(version.id().substring(NAMELESS.length() + 1)));
    }

    private static boolean isNameless(ObjectVersion version) {
        return version.id().startsWith(NAMELESS + ":");
    }

    /// The version as S3 calls it.
    static String nameOnS3(ObjectVersion version) {
        return isNameless(version) ? NAMELESS : version.id();
    }

    /// Whatever S3 says to the name of a version that it never gave, there is no such version.
    InputStream read(ObjectVersion version, Target target) {
        demandName(version);
        try {
            return reading(version, target).stream(0, Long.MAX_VALUE);
        } catch (FailureException refused) {
            throw isUnknown(refused) ? missing(version, refused) : refused;
        }
    }

    private static boolean isUnknown(FailureException refused) {
        return switch (refused.failure().kind()) {
            case NOT_FOUND, BAD_INPUT, CONFLICT -> true;
            case DENIED, SIGN_IN, THROTTLED, OFFLINE, STORAGE, BUG -> false;
        };
    }

    static void demandName(ObjectVersion version) {
        if (version.id().isEmpty()) {
            throw Failure.of(Failure.Kind.NOT_FOUND, "failure.s3.version", version.path().toString()).exception();
        }
    }

    private static FailureException missing(ObjectVersion version, FailureException why) {
        return Failure.of(Failure.Kind.NOT_FOUND, "failure.s3.version", version.path().toString()).withOrigin(why).exception();
    }
}
