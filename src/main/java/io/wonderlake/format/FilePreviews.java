package io.wonderlake.format;

import io.wonderlake.lake.LocalFiles;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.work.Job;

/// Previews of objects that are files here already: always whole.
public final class FilePreviews implements Previews {
    private final LocalFiles files;
    private final FileProbe probe;

    public FilePreviews(LocalFiles files, FileProbe probe) {
        this.files = files;
        this.probe = probe;
    }

    @Override
    public Preview open(ObjectPath path, long rows, Job job) {
        FileFacts facts = probe.probe(files.file(path), job);
        return new Preview(files.file(path), facts, facts.rows(), true, 0);
    }
}
