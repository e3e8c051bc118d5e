package io.wonderlake.lake.s3;

import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/// What S3 tells of an object, the same whichever call told it.
final class Entries {
    private static final String USUAL_CLASS = "STANDARD";

    private Entries() {
    }

    static ObjectEntry of(ObjectPath path, S3Object object) {
        return of(path, object.size(), object.lastModified(), object.eTag(), object.storageClassAsString());
    }

    static ObjectEntry of(ObjectPath path, HeadObjectResponse object) {
        return of(path, object.contentLength(), object.lastModified(), object.eTag(), object.storageClassAsString());
    }

    /// For an object that was written just now.
    static ObjectEntry written(ObjectPath path, long size, String tag) {
        return of(path, size, Instant.now(), tag, USUAL_CLASS);
    }

    private static ObjectEntry of(ObjectPath path, long size, Instant modified, String tag, String storageClass) {
        return new ObjectEntry(path, size, modified.truncatedTo(ChronoUnit.SECONDS), bare(tag), storageClass == null ? USUAL_CLASS : storageClass);
    }

    /// Without the quotes, which some answers have and some have not.
    static String bare(String tag) {
        return tag == null ? "" : tag.replace("\"", "");
    }
}
