package io.wonderlake.lake;

import io.wonderlake.work.Failure;

/// A bucket and a prefix in it, as `s3://bucket/prefix/` says it.
///
/// @param prefix empty, or with `/` at its end and none at its beginning
public record S3Place(String bucket, String prefix) {
    private static final String SCHEME = "s3://";

    public S3Place {
        if (bucket.isEmpty() || prefix.startsWith("/") || !prefix.isEmpty() && !prefix.endsWith("/")) {
            throw new IllegalArgumentException(bucket + "/" + prefix);
        }
    }

    /// Reads `s3://bucket`, `s3://bucket/` and `s3://bucket/some/prefix`, with or without a last slash.
    public static S3Place parse(String text) {
        String rest = text.startsWith(SCHEME) ? text.substring(SCHEME.length()) : "";
        int slash = rest.indexOf('/');
        String bucket = slash < 0 ? rest : rest.substring(0, slash);
        String prefix = slash < 0 ? "" : rest.substring(slash + 1);
        if (!bucket.matches("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]") || prefix.startsWith("/") || prefix.contains("//")) {
            throw Failure.of(Failure.Kind.BAD_INPUT, "failure.s3.place", text).exception();
        }
        return new S3Place(bucket, prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/");
    }

    @Override
    public String toString() {
        return SCHEME + bucket + "/" + prefix;
    }
}
