package io.wonderlake.lake.s3;

/// What S3 has taken on.
record Written(long size, String tag) { }
