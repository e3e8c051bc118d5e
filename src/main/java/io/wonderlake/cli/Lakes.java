package io.wonderlake.cli;

import io.wonderlake.format.FileProbe;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.work.Job;
import io.wonderlake.workspace.LocalLake;
import io.wonderlake.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/// How commands get at lakes; the program's wiring stands behind it.
public interface Lakes {

    /// Where the practice lake of this user stands.
    Path practiceLake();

    /// The profile of this name.
    LakeProfile profile(String name);

    /// Opens the lake of a profile.
    Workspace open(LakeProfile profile);

    /// Opens the lake in a folder, which must be one.
    LocalLake open(Path folder);

    /// Makes a lake in the folder if there is none, and opens it.
    LocalLake create(Path folder, LakeSettings settings);

    /// Makes the catalog of the lake anew from its files, also when its index is lost or damaged; the answers stay the same.
    /// Returns how many tables there are.
    int reindex(Path folder, Job job);

    /// Looks at files that stand outside any lake: `use` gets a probe that may read below these folders.
    <T> T probing(List<Path> folders, Function<FileProbe, T> use);
}
