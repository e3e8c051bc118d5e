package io.wonderlake.ui.shell;

import io.wonderlake.settings.RecentLakes.Opened;
import io.wonderlake.work.Job;
import io.wonderlake.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The lakes that this window can be switched to. The program's wiring stands behind it.
public interface LakeDoor {

    /// The practice lake, the profiles, the folders opened before. Reads files: not for the UI thread.
    List<LakeChoice> choices();

    /// The lake that the window shows; empty where it is none of the choices.
    Optional<Opened> shown();

    /// Opens a lake beside the one that is shown. Not for the UI thread.
    Workspace open(LakeChoice choice, Job job);

    /// Shows an opened lake in the place of the present one, which is closed.
    void show(Workspace lake, LakeChoice choice);

    /// Lets the user choose a folder; empty when they do not want to.
    Optional<Path> askFolder();
}
