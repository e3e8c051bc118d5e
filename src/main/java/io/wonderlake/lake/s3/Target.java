package io.wonderlake.lake.s3;

import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.S3Place;

/// Where an object, or a prefix, stands on S3.
///
/// @param name what a failure calls it
record Target(String name, String bucket, String key) {
    static Target of(ObjectPath path, S3Place place) {
        return new Target(path.toString(), place.bucket(), place.prefix() + path.key());
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + key;
    }
}
