package io.wonderlake.lake.s3;

import io.wonderlake.lake.KeyOrder;
import io.wonderlake.lake.Listing;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import io.wonderlake.lake.S3Place;
import io.wonderlake.work.FailureException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/// One page of a listing as it comes together: one request for each thousand names.
final class S3Listing {
    private static final int REQUEST = 1_000;
    private static final String LAST_CHARACTER = Character.toString(Character.MAX_CODE_POINT);

    private final S3Calls calls;
    private final S3Place place;
    private final Prefix prefix;
    private final boolean delimited;
    private final List<ObjectEntry> objects = new ArrayList<>();
    private final List<Prefix> folders = new ArrayList<>();
    private final List<String> unlisted = new ArrayList<>();
    private String last;

    S3Listing(S3Calls calls, S3Place place, Prefix prefix, boolean delimited, Optional<String> after) {
        this.calls = calls;
        this.place = place;
        this.prefix = prefix;
        this.delimited = delimited;
        this.last = after.orElse("");
    }

    Listing page(int max) {
        boolean more = true;
        while (more && size() < max && (size() == 0 || max > REQUEST)) {
            ListObjectsV2Response answer = ask(Math.min(REQUEST, max - size()));
            take(answer);
            more = Boolean.TRUE.equals(answer.isTruncated());
        }
        return new Listing(List.copyOf(objects), List.copyOf(folders), more ? Optional.of(last) : Optional.empty(), List.copyOf(unlisted));
    }

    private int size() {
        return objects.size() + folders.size();
    }

    private ListObjectsV2Response ask(int count) {
        ListObjectsV2Request.Builder request = ListObjectsV2Request.builder().bucket(place.bucket()).prefix(place.prefix() + prefix.key())
                .maxKeys(count).encodingType(EncodingType.URL);
        if (delimited) {
            request.delimiter("/");
        }
        if (!last.isEmpty()) {
            request.startAfter(place.prefix() + (isFolder(last) ? last + LAST_CHARACTER : last));
        }
        Target bucket = new Target(prefix.toString(), place.bucket(), place.prefix() + prefix.key());
        return calls.bucket("s3:ListBucket", bucket, s3 -> s3.listObjectsV2(request.build()));
    }

    /// A folder that was listed is behind us with all that stands in it.
    private boolean isFolder(String key) {
        return delimited && key.endsWith("/") && !key.equals(prefix.key());
    }

    private void take(ListObjectsV2Response answer) {
        String before = last;
        for (S3Object object : answer.contents()) {
            String key = object.key().substring(place.prefix().length());
            if (isAfter(key, before)) {
                add(key, object);
            }
        }
        for (CommonPrefix folder : answer.commonPrefixes()) {
            String key = folder.prefix().substring(place.prefix().length());
            if (isAfter(key, before)) {
                add(key);
            }
        }
    }

    /// Some stores begin a page with the folder that ended the page before it.
    private static boolean isAfter(String key, String before) {
        return before.isEmpty() || KeyOrder.compare(key, before) > 0;
    }

    private void add(String key, S3Object object) {
        pass(key);
        try {
            objects.add(Entries.of(new ObjectPath(prefix.tier(), key), object));
        } catch (FailureException _) {
            unlisted.add(key);
        }
    }

    private void add(String key) {
        pass(key);
        try {
            folders.add(new Prefix(prefix.tier(), key));
        } catch (FailureException _) {
            unlisted.add(key);
        }
    }

    private void pass(String key) {
        if (KeyOrder.compare(key, last) > 0) {
            last = key;
        }
    }
}
