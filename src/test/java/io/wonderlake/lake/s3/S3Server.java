package io.wonderlake.lake.s3;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.lake.aws.FakeAws;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketAlreadyOwnedByYouException;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/// An S3 server in this process, which keeps its objects in memory and checks signatures. The buckets of the raw tier keep versions.
public final class S3Server implements AutoCloseable {
    private static final AtomicInteger LAKES = new AtomicInteger();
    private static final Logger LOG = Logger.getLogger("org.gaul");

    private final S3Proxy server;

    public S3Server() {
        server = S3Proxy.builder().blobStore(new Tidy(BlobStores.create("transient-nio2", new Properties()))).endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, "test", "test").ignoreUnknownHeaders(true).build();
        LOG.setLevel(Level.WARNING);
        try {
            server.start();
        } catch (Exception error) {
            throw new IllegalStateException(error);
        }
        try (AwsAccount account = account()) {
            makeBuckets(account);
        }
    }

    /// Does not list the temporary files of objects that are being written.
    private static final class Tidy extends ForwardingBlobStore {
        private static final Pattern TEMPORARY = Pattern.compile(".*-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

        Tidy(BlobStore store) {
            super(store);
        }

        @Override
        public ListObjectsV2Response list(ListObjectsV2Request request) {
            ListObjectsV2Response answer = super.list(request);
            return answer.toBuilder().contents(answer.contents().stream().filter(object -> !TEMPORARY.matcher(object.key()).matches()).toList()).build();
        }
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    public AwsAccount account() {
        return account(endpoint());
    }

    /// An account whose requests go to another address, which hands them on to here.
    public static AwsAccount account(URI endpoint) {
        return FakeAws.account(FakeAws.profile(endpoint));
    }

    /// Makes the buckets of the tiers, where they are not there yet.
    public static void makeBuckets(AwsAccount account) {
        S3Client s3 = client(account);
        account.profile().tiers().forEach((tier, place) -> {
            try {
                s3.createBucket(r -> r.bucket(place.bucket()));
            } catch (BucketAlreadyOwnedByYouException _) {
                return;
            }
            if (tier == Tier.RAW) {
                s3.putBucketVersioning(r -> r.bucket(place.bucket()).versioningConfiguration(v -> v.status(BucketVersioningStatus.ENABLED)));
            }
        });
    }

    public static S3Client client(AwsAccount account) {
        return account.build(S3Client.builder().forcePathStyle(true));
    }

    /// Places for a lake of its own: the same buckets, another prefix.
    public static Map<Tier, S3Place> newLake(LakeProfile.Aws profile) {
        Map<Tier, S3Place> places = new EnumMap<>(Tier.class);
        String prefix = "lake-" + ProcessHandle.current().pid() + "-" + LAKES.incrementAndGet() + "/";
        profile.tiers().forEach((tier, place) -> places.put(tier, new S3Place(place.bucket(), prefix)));
        return places;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception error) {
            throw new IllegalStateException(error);
        }
    }
}
