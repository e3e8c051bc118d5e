package io.wonderlake;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.aws.AwsProfileNames;
import io.wonderlake.settings.Keychain;
import io.wonderlake.settings.ListedProfile;
import io.wonderlake.ui.settings.LakeBook;
import io.wonderlake.ui.shell.LakeChoice;
import io.wonderlake.ui.shell.LakesViewModel;
import io.wonderlake.work.Job;
import io.wonderlake.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The profiles of the user and the passwords that belong to them.
record Book(AppContext context, Keychain keychain, Doors doors, LakesViewModel lakes) implements LakeBook {

    @Override
    public List<ListedProfile> all() {
        return context.profiles().all();
    }

    @Override
    public void save(LakeProfile profile) {
        context.profiles().save(profile);
        lakes.refresh();
    }

    @Override
    public void delete(String name) {
        context.profiles().delete(name);
        lakes.refresh();
    }

    @Override
    public List<String> awsProfiles() {
        return AwsProfileNames.all();
    }

    @Override
    public boolean hasPassword(String profile, String user) {
        return keychain.password(profile, user).isPresent();
    }

    @Override
    public void keepPassword(String profile, String user, char[] password) {
        keychain.keep(profile, user, password);
    }

    @Override
    public void forgetPassword(String profile, String user) {
        keychain.remove(profile, user);
    }

    @Override
    public Workspace open(LakeProfile profile, Job job) {
        return context.open(profile);
    }

    @Override
    public void show(LakeProfile profile) {
        lakes.open(new LakeChoice.OfProfile(profile));
    }

    @Override
    public Optional<Path> askFolder() {
        return doors.askFolder();
    }
}
