package io.wonderlake;

import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.LakeSettings;
import io.wonderlake.sample.SampleOptions;
import io.wonderlake.settings.ListedProfile;
import io.wonderlake.settings.RecentLakes;
import io.wonderlake.settings.RecentLakes.Kind;
import io.wonderlake.settings.RecentLakes.Opened;
import io.wonderlake.settings.SettingsFile;
import io.wonderlake.settings.UserFolders;
import io.wonderlake.ui.shell.LakeChoice;
import io.wonderlake.ui.shell.LakeDoor;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.LocalLake;
import io.wonderlake.workspace.PracticeLakes;
import io.wonderlake.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The lakes that the window knows, how each is opened, and which one it showed last.
final class Doors implements LakeDoor {
    private final AppContext context;
    private final UserFolders folders;
    private final SettingsFile<RecentLakes> recent;
    private final Consumer<Workspace> show;
    private final Supplier<Optional<Path>> chooser;
    private Optional<Opened> shown = Optional.empty();

    /// @param folders where the window remembers things
    /// @param show puts an opened lake into the window
    /// @param chooser lets the user choose a folder
    Doors(AppContext context, UserFolders folders, Consumer<Workspace> show, Supplier<Optional<Path>> chooser) {
        this.context = context;
        this.folders = folders;
        this.show = show;
        this.chooser = chooser;
        recent = new SettingsFile<>(folders.config().resolve("lakes.json"), RecentLakes.class, RecentLakes.NONE);
    }

    @Override
    public List<LakeChoice> choices() {
        List<LakeChoice> choices = new ArrayList<>();
        choices.add(new LakeChoice.Practice(Strings.text("cli.sample.name")));
        context.profiles().all().forEach(listed -> choices.add(switch (listed) {
            case ListedProfile.Ready(LakeProfile profile) -> new LakeChoice.OfProfile(profile);
            case ListedProfile.Broken(String name, var failure) -> new LakeChoice.Broken(name, failure);
        }));
        recent.value().folders().forEach(folder -> choices.add(new LakeChoice.OfFolder(Path.of(folder))));
        return choices;
    }

    @Override
    public Optional<Opened> shown() {
        return shown;
    }

    /// Its results are made ready as well, so that nothing can go wrong any more when it is shown.
    @Override
    public Workspace open(LakeChoice choice, Job job) {
        Workspace lake = switch (choice) {
            case LakeChoice.Practice _ -> practice(folders.practiceLake(), job);
            case LakeChoice.OfFolder(Path folder) -> context.open(folder);
            case LakeChoice.OfProfile(LakeProfile profile) -> context.open(profile);
            case LakeChoice.Broken(String _, var failure) -> throw failure.exception();
        };
        try {
            lake.results();
            return lake;
        } catch (FailureException unusable) {
            lake.close();
            throw unusable;
        }
    }

    /// Opens the practice lake, and makes it first where it is not whole.
    LocalLake practice(Path folder, Job job) {
        if (PracticeLakes.made(folder)) {
            return context.open(folder);
        }
        LocalLake lake = context.create(folder, new LakeSettings(Strings.text("cli.sample.name"), Map.of()));
        try {
            PracticeLakes.make(lake, SampleOptions.usual(), job, _ -> { });
            return lake;
        } catch (RuntimeException stopped) {
            lake.close();
            throw stopped;
        }
    }

    @Override
    public void show(Workspace lake, LakeChoice choice) {
        showing(choice.opened());
        show.accept(lake);
    }

    /// Remembers the lake for the next start.
    void showing(Opened opened) {
        shown = Optional.of(opened);
        recent.update(now -> now.with(opened));
    }

    @Override
    public Optional<Path> askFolder() {
        return chooser.get().map(folder -> folder.toAbsolutePath().normalize());
    }

    /// The lake that the window showed last, as a choice; empty where it showed none yet, or its profile is gone.
    Optional<LakeChoice> last() {
        return recent.value().last().map(opened -> switch (opened.kind()) {
            case PRACTICE -> new LakeChoice.Practice(Strings.text("cli.sample.name"));
            case FOLDER -> new LakeChoice.OfFolder(Path.of(opened.name()));
            case PROFILE -> profile(opened.name());
        });
    }

    private LakeChoice profile(String name) {
        try {
            return new LakeChoice.OfProfile(context.profiles().load(name));
        } catch (FailureException gone) {
            return new LakeChoice.Broken(name, gone.failure());
        }
    }

    /// What a lake is, that the command line has named.
    Opened named(LakeProfile profile) {
        if (profile instanceof LakeProfile.Local(String name, Path path, String _, boolean _) && name.equals(path.toString())) {
            return path.equals(folders.practiceLake().toAbsolutePath().normalize()) ? Opened.PRACTICE : new Opened(Kind.FOLDER, path.toString());
        }
        return new Opened(Kind.PROFILE, profile.name());
    }
}
