package io.wonderlake.ui.settings;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.settings.ListedProfile;
import io.wonderlake.work.Job;
import io.wonderlake.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Where the page of lakes keeps profiles and passwords, and opens what it checks. The program's wiring stands behind it. Apart from `show` and
/// `askFolder` nothing here is for the UI thread.
public interface LakeBook {

    List<ListedProfile> all();

    void save(LakeProfile profile);

    void delete(String name);

    /// Names of profiles in the user's AWS files.
    List<String> awsProfiles();

    /// Whether the keychain has the password of a profile's Redshift user.
    boolean hasPassword(String profile, String user);

    void keepPassword(String profile, String user, char[] password);

    void forgetPassword(String profile, String user);

    /// Opens the lake of a profile beside the one in the window; the caller closes it.
    Workspace open(LakeProfile profile, Job job);

    /// Shows the lake in the window.
    void show(LakeProfile profile);

    /// Lets the user choose a folder; empty when they do not want to.
    Optional<Path> askFolder();
}
