package io.wonderlake.engine.athena;

/// Where Athena leaves one result: `s3://bucket/some/key.csv`.
record ObjectAddress(String bucket, String key) {
    private static final String SCHEME = "s3://";

    static ObjectAddress parse(String location) {
        String rest = location.startsWith(SCHEME) ? location.substring(SCHEME.length()) : location;
        int slash = rest.indexOf('/');
        return slash < 0 ? new ObjectAddress(rest, "") : new ObjectAddress(rest.substring(0, slash), rest.substring(slash + 1));
    }

    @Override
    public String toString() {
        return SCHEME + bucket + "/" + key;
    }
}
