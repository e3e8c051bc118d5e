package io.wonderlake.pipeline.local;

import io.wonderlake.catalog.Catalog;
import io.wonderlake.engine.FileReader;
import io.wonderlake.engine.LocalEngine;
import io.wonderlake.format.FileProbe;
import io.wonderlake.lake.LocalFiles;
import io.wonderlake.lake.ObjectStore;
import io.wonderlake.lake.index.LakeIndex;
import java.util.List;

/// The parts of a lake that steps work with.
record Tools(ObjectStore store, LocalFiles files, Catalog catalog, LocalEngine engine, FileProbe probe, List<FileReader> readers, LakeIndex index) {

    Tools {
        readers = List.copyOf(readers);
    }
}
