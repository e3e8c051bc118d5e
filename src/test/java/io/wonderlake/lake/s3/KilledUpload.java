package io.wonderlake.lake.s3;

import io.wonderlake.lake.Content;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.S3Place;
import io.wonderlake.lake.Tier;
import io.wonderlake.lake.aws.AwsAccount;
import io.wonderlake.work.Job;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Another program that sends a file, and is killed while it does.
final class KilledUpload {
    private KilledUpload() {
    }

    /// `ENDPOINT BUCKET PREFIX FILE UNFINISHED`
    public static void main(String[] args) {
        try (AwsAccount account = S3Server.account(URI.create(args[0]))) {
            S3Store store = new S3Store(account, Map.of(Tier.RAW, new S3Place(args[1], args[2])), Path.of(args[4]), S3FaultsTest.SMALL);
            store.put(ObjectPath.parse("raw/big"), Content.of(Path.of(args[3])), new Job("put"));
        }
    }

    static Process start(URI endpoint, S3Place place, Path file, Path unfinished) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ProcessBuilder(List.of(java, "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), KilledUpload.class.getName(),
                endpoint.toString(), place.bucket(), place.prefix(), file.toString(), unfinished.toString())).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    }
}
