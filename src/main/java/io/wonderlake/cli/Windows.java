package io.wonderlake.cli;

import io.wonderlake.lake.LakeProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How the command line gets at the window; the program's wiring stands behind it.
public interface Windows {

    /// Opens the window on a lake, or on the practice lake, and waits until it is closed. Returns the exit code.
    int open(Optional<LakeProfile> lake);

    /// Drives the window through its screens without a display, on the lake or on the practice lake, and leaves a picture of each in `folder`. Returns the pictures.
    List<Path> tour(Optional<LakeProfile> lake, Path folder);
}
