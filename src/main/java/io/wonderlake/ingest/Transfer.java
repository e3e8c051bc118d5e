package io.wonderlake.ingest;

import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.Prefix;
import io.wonderlake.work.Job;
import java.nio.file.Path;
import java.util.List;

/// Copies files into a lake as they are, and objects out of it: one or very many, several at once. What is there already with the same bytes
/// is left alone, so that a transfer that was broken off can be repeated; what is there with other bytes stays, unless it is to be replaced.
public final class Transfer {
    private final ObjectStore store;

    public Transfer(ObjectStore store) {
        this.store = store;
    }

    /// Puts files, and all that stands in folders, into the lake. `target` is a folder of the lake; for a single file, without a slash at its
    /// end, it is the object's own name.
    public TransferSummary put(List<Path> sources, String target, boolean replace, Job job) {
        return new Putting(store, replace, job).run(sources, target);
    }

    /// Gets an object, or all objects of a folder of the lake. `target` is a folder, or the file's own name for a single object.
    public TransferSummary get(String source, Path target, boolean replace, Job job) {
        return new Getting(store, replace, job).run(source, target);
    }

    static Prefix prefix(String text) {
        return Prefix.parse(text.endsWith("/") || !text.contains("/") ? text : text + "/");
    }
}
