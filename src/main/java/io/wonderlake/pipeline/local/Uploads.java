package io.wonderlake.pipeline.local;

import io.wonderlake.ingest.UploadManifest;
import io.wonderlake.lake.ObjectEntry;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.work.Failure;
import io.wonderlake.work.FailureException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Which upload brought each file of a dataset, and when.
final class Uploads {

    private final Map<String, Upload> byObject = new HashMap<>();

    /// An upload as a row remembers it.
    record Upload(String id, Instant time) { }

    static Uploads of(ObjectStore store, Prefix dataset, StepContext context) {
        Uploads uploads = new Uploads();
        for (ObjectEntry entry : new DatasetFiles(store).manifests(dataset)) {
            try {
                uploads.add(UploadManifest.read(text(store, entry.path()), entry.path().toString()));
            } catch (FailureException error) {
                context.warn("log.upload.broken", error.failure().message());
            }
        }
        return uploads;
    }

    Optional<Upload> of(ObjectPath path) {
        return Optional.ofNullable(byObject.get(path.toString()));
    }

    /// Where two uploads name a file, the later one has brought what is there.
    private void add(UploadManifest manifest) {
        Upload upload = new Upload(manifest.upload(), manifest.time());
        manifest.files().forEach(file -> byObject.merge(file.object(), upload, (a, b) -> b.time().isAfter(a.time()) ? b : a));
    }

    private static String text(ObjectStore store, ObjectPath path) {
        try (InputStream in = store.read(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw Failure.of(Failure.Kind.STORAGE, "failure.definition.read", path.toString(), String.valueOf(error.getMessage())).withOrigin(error).exception();
        }
    }
}
