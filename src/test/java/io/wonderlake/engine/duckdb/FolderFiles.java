package io.wonderlake.engine.duckdb;

import io.wonderlake.lake.LocalFiles;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import java.nio.file.Path;

/// Objects as files below one folder, for tests.
record FolderFiles(Path root) implements LocalFiles {
    @Override
    public Path file(ObjectPath path) {
        return root.resolve(path.toString());
    }

    @Override
    public Path folder(Prefix prefix) {
        return root.resolve(prefix.toString());
    }

    @Override
    public ObjectPath objectAt(Path file) {
        return ObjectPath.parse(root.relativize(file).toString());
    }
}
