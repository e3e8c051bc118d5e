package io.wonderlake.ui.settings;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.settings.ListedProfile;
import io.wonderlake.settings.ProfileDraft;
import io.wonderlake.ui.kit.Logins;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.Check;
import io.wonderlake.workspace.Workspace;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// The profiles of the user: the list, the one that is being edited, and what a look at one has found.
public final class ProfilesViewModel {
    private final LakeBook book;
    private final Jobs jobs;
    private final Logins logins;
    private final ReadOnlyObjectWrapper<List<ListedProfile>> profiles = new ReadOnlyObjectWrapper<>(this, "profiles", List.of());
    private final ReadOnlyObjectWrapper<List<String>> awsProfiles = new ReadOnlyObjectWrapper<>(this, "awsProfiles", List.of());
    private final ReadOnlyObjectWrapper<Optional<ProfileFormViewModel>> form = new ReadOnlyObjectWrapper<>(this, "form", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> doomed = new ReadOnlyObjectWrapper<>(this, "doomed", Optional.empty());
    private final ReadOnlyObjectWrapper<Checkup> checkup = new ReadOnlyObjectWrapper<>(this, "checkup", new Checkup.None());
    private final ReadOnlyObjectWrapper<Optional<Failure>> trouble = new ReadOnlyObjectWrapper<>(this, "trouble", Optional.empty());

    /// What is known of one lake's health.
    public sealed interface Checkup {
        record None() implements Checkup { }

        record Running(LakeProfile profile, Job job) implements Checkup { }

        record Done(LakeProfile profile, List<Check> checks) implements Checkup { }

        record Failed(LakeProfile profile, Failure failure) implements Checkup { }
    }

    public ProfilesViewModel(LakeBook book, Jobs jobs, Logins logins) {
        this.book = book;
        this.jobs = jobs;
        this.logins = logins;
    }

    /// Reads the profiles again.
    public void refresh() {
        run(book::all, profiles::set);
        run(book::awsProfiles, awsProfiles::set);
    }

    public void add() {
        form.set(Optional.of(new ProfileFormViewModel(new ProfileDraft("", Map.of("kind", "aws")), Optional.empty())));
    }

    public void edit(LakeProfile profile) {
        form.set(Optional.of(new ProfileFormViewModel(ProfileDraft.of(profile), Optional.of(profile))));
        profile(profile).ifPresent(this::lookForPassword);
    }

    /// A new profile that begins as a copy.
    public void duplicate(LakeProfile profile) {
        form.set(Optional.of(new ProfileFormViewModel(new ProfileDraft(profile.name() + "-2", ProfileDraft.of(profile).texts()), Optional.empty())));
    }

    public void leaveForm() {
        form.set(Optional.empty());
    }

    /// Keeps what the form holds; what is wrong with it is said at its fields.
    public void save() {
        form.get().ifPresent(open -> {
            Optional<LakeProfile> profile = open.check(profiles.get());
            profile.ifPresent(whole -> run(() -> {
                book.save(whole);
                return book.all();
            }, all -> {
                profiles.set(all);
                leaveForm();
            }));
        });
    }

    /// Asks whether to delete the profile.
    public void doom(String name) {
        doomed.set(Optional.of(name));
    }

    public void spare() {
        doomed.set(Optional.empty());
    }

    /// Deletes the profile that was asked about; the lake itself stays.
    public void delete() {
        doomed.get().ifPresent(name -> run(() -> {
            book.delete(name);
            return book.all();
        }, all -> {
            spare();
            profiles.set(all);
        }));
    }

    public void show(LakeProfile profile) {
        book.show(profile);
    }

    /// Opens the lake and looks it over.
    public void check(LakeProfile profile) {
        stopCheck();
        Job job = new Job(Strings.text("settings.check.job", profile.name()));
        checkup.set(new Checkup.Running(profile, job));
        jobs.start(job, () -> {
            try (Workspace lake = book.open(profile, job)) {
                return lake.checkup(job);
            }
        }, outcome -> checked(profile, job, outcome));
    }

    private void checked(LakeProfile profile, Job job, Outcome<List<Check>> outcome) {
        if (checkup.get() instanceof Checkup.Running(LakeProfile _, Job now) && now == job) {
            checkup.set(switch (outcome) {
                case Outcome.Done<List<Check>>(List<Check> checks) -> new Checkup.Done(profile, checks);
                case Outcome.Failed<List<Check>>(Failure failure) -> new Checkup.Failed(profile, failure);
                case Outcome.Cancelled<List<Check>>() -> new Checkup.None();
            });
        }
    }

    public void stopCheck() {
        if (checkup.get() instanceof Checkup.Running(LakeProfile _, Job job)) {
            job.cancel();
        }
        checkup.set(new Checkup.None());
    }

    /// Logs in to the lake of a profile, and looks it over afterwards.
    public void logIn(LakeProfile profile) {
        logins.start(profile.name(), jobs, job -> {
            try (Workspace lake = book.open(profile, job)) {
                lake.signIn(job);
            }
        }, () -> check(profile));
    }

    /// Keeps the password of the Redshift user in the form.
    public void keepPassword(char[] password) {
        editedUser(user -> run(() -> {
            book.keepPassword(user.profile(), user.name(), password);
            return true;
        }, kept -> form.get().ifPresent(open -> open.passwordKept(kept))));
    }

    public void forgetPassword() {
        editedUser(user -> run(() -> {
            book.forgetPassword(user.profile(), user.name());
            return false;
        }, kept -> form.get().ifPresent(open -> open.passwordKept(kept))));
    }

    private void lookForPassword(ProfileFormViewModel.User user) {
        Job job = new Job(Strings.text("settings.password.job"));
        jobs.start(job, () -> book.hasPassword(user.profile(), user.name()), outcome -> {
            if (outcome instanceof Outcome.Done<Boolean>(Boolean kept)) {
                form.get().ifPresent(open -> open.passwordKept(kept));
            }
        });
    }

    private void editedUser(Consumer<ProfileFormViewModel.User> use) {
        form.get().flatMap(ProfileFormViewModel::user).ifPresent(use);
    }

    private static Optional<ProfileFormViewModel.User> profile(LakeProfile profile) {
        return switch (profile) {
            case LakeProfile.Local _ -> Optional.empty();
            case LakeProfile.Aws aws -> aws.redshift().flatMap(LakeProfile.Redshift::user).map(user -> new ProfileFormViewModel.User(aws.name(), user));
        };
    }

    private <T> void run(Callable<T> work, Consumer<T> then) {
        jobs.start(new Job(Strings.text("settings.lakes.job")), work, outcome -> {
            switch (outcome) {
                case Outcome.Done<T>(T value) -> {
                    trouble.set(Optional.empty());
                    then.accept(value);
                }
                case Outcome.Failed<T>(Failure failure) -> trouble.set(Optional.of(failure));
                case Outcome.Cancelled<T>() -> { }
            }
        });
    }

    Optional<java.nio.file.Path> askFolder() {
        return book.askFolder();
    }

    public ReadOnlyObjectProperty<List<ListedProfile>> profilesProperty() {
        return profiles.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<List<String>> awsProfilesProperty() {
        return awsProfiles.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<ProfileFormViewModel>> formProperty() {
        return form.getReadOnlyProperty();
    }

    /// Name of the profile that the user is asked about.
    public ReadOnlyObjectProperty<Optional<String>> doomedProperty() {
        return doomed.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Checkup> checkupProperty() {
        return checkup.getReadOnlyProperty();
    }

    /// Why the last change did not work.
    public ReadOnlyObjectProperty<Optional<Failure>> troubleProperty() {
        return trouble.getReadOnlyProperty();
    }
}
