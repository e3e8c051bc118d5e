package io.wonderlake.ui.settings;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.settings.ListedProfile;
import io.wonderlake.work.Job;
import io.wonderlake.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Profiles in memory.
public final class FakeBook implements LakeBook {
    final List<ListedProfile> profiles = new ArrayList<>();
    final Map<String, String> passwords = new HashMap<>();
    final List<LakeProfile> shown = new ArrayList<>();
    Workspace lake;

    @Override
    public List<ListedProfile> all() {
        return List.copyOf(profiles);
    }

    @Override
    public void save(LakeProfile profile) {
        profiles.removeIf(other -> other.name().equals(profile.name()));
        profiles.add(new ListedProfile.Ready(profile));
    }

    @Override
    public void delete(String name) {
        profiles.removeIf(other -> other.name().equals(name));
    }

    @Override
    public List<String> awsProfiles() {
        return List.of("default", "production");
    }

    @Override
    public boolean hasPassword(String profile, String user) {
        return passwords.containsKey(profile + "/" + user);
    }

    @Override
    public void keepPassword(String profile, String user, char[] password) {
        passwords.put(profile + "/" + user, new String(password));
    }

    @Override
    public void forgetPassword(String profile, String user) {
        passwords.remove(profile + "/" + user);
    }

    @Override
    public Workspace open(LakeProfile profile, Job job) {
        return lake;
    }

    @Override
    public void show(LakeProfile profile) {
        shown.add(profile);
    }

    @Override
    public Optional<Path> askFolder() {
        return Optional.of(Path.of("/data/lake"));
    }
}
