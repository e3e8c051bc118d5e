package io.wonderlake.workspace;

import io.wonderlake.format.FileProbe;
import io.wonderlake.lake.LocalFiles;
import java.nio.file.Path;

/// An opened lake that stands in a folder of this computer.
public interface LocalLake extends Workspace {

    Path root();

    LocalFiles files();

    FileProbe probe();
}
