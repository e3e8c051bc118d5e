package io.wonderlake.format;

import io.wonderlake.catalog.MemoryCatalog;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.engine.duckdb.DuckDbEngine;
import io.wonderlake.engine.duckdb.EngineSettings;
import io.wonderlake.lake.LocalFiles;
import io.wonderlake.lake.ObjectPath;
import io.wonderlake.lake.Prefix;
import java.nio.file.Path;
import java.util.List;

/// The local engine over one folder that is no lake.
final class Engines {
    private Engines() {
    }

    static LocalEngine over(Path folder) {
        var settings = new EngineSettings(List.of(folder), folder.resolve("spill"), "300MB", 1);
        return new DuckDbEngine(settings, new MemoryCatalog(), new NoLake(), FileReaders.all());
    }

    private static final class NoLake implements LocalFiles {
        @Override
        public Path file(ObjectPath path) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Path folder(Prefix prefix) {
            throw new UnsupportedOperationException();
        }

        @Override
        public ObjectPath objectAt(Path file) {
            throw new UnsupportedOperationException();
        }
    }
}
