package io.wonderlake;

import io.wonderlake.settings.Keychain;
import io.wonderlake.settings.RecentItems;
import io.wonderlake.settings.RecentLakes.Opened;
import io.wonderlake.settings.SettingsFile;
import io.wonderlake.settings.UserFolders;
import io.wonderlake.settings.WindowSettings;
import io.wonderlake.ui.explore.ExploreFeature;
import io.wonderlake.ui.home.HomeFeature;
import io.wonderlake.ui.kit.LakeFacts;
import io.wonderlake.ui.kit.Logins;
import io.wonderlake.ui.kit.Recent;
import io.wonderlake.ui.kit.Spending;
import io.wonderlake.ui.kit.Theme;
import io.wonderlake.ui.query.Engines;
import io.wonderlake.ui.query.QueryFeature;
import io.wonderlake.ui.runs.RunsFeature;
import io.wonderlake.ui.settings.ProfilesViewModel;
import io.wonderlake.ui.settings.SettingsFeature;
import io.wonderlake.ui.shell.FirstStart;
import io.wonderlake.ui.shell.LakesViewModel;
import io.wonderlake.ui.shell.Shell;
import io.wonderlake.ui.shell.Surroundings;
import io.wonderlake.ui.shell.Tour;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import io.wonderlake.work.ThreadJobs;
import io.wonderlake.workspace.Workspace;
import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.DirectoryChooser;
import javafx.stage.Stage;

/// The window from its opening to its close: the first start, where the practice lake is made, and the shell of one lake after the other.
/// Used on the UI thread only.
final class App {
    private final UserFolders folders;
    private final Stage stage;
    private final Theme theme = new Theme();
    private final Jobs own = new ThreadJobs(Platform::runLater);
    private final SettingsFile<WindowSettings> settings;
    private final Doors doors;
    private final Surroundings window;
    private final Book book;
    private Optional<OpenLake> open = Optional.empty();

    /// @param folders where the window remembers things
    App(AppContext context, UserFolders folders, Stage stage) {
        this(context, folders, stage, () -> Optional.ofNullable(new DirectoryChooser().showDialog(stage)).map(File::toPath), Browser::show);
    }

    /// @param chooser lets the user choose a folder
    /// @param browser opens a page
    App(AppContext context, UserFolders folders, Stage stage, Supplier<Optional<Path>> chooser, Consumer<String> browser) {
        this.folders = folders;
        this.stage = stage;
        settings = new SettingsFile<>(folders.config().resolve("window.json"), WindowSettings.class, WindowSettings.DEFAULT);
        doors = new Doors(context, folders, this::show, chooser);
        Logins logins = new Logins(Platform::runLater);
        context.prompts(logins);
        window = new Surroundings(theme, settings, new LakesViewModel(doors, own), logins, page -> browser.accept(page.toString()));
        book = new Book(context, new Keychain(), doors, window.lakes());
    }

    Stage stage() {
        return stage;
    }

    Theme theme() {
        return theme;
    }

    /// The jobs of the lake that is shown; those of the window before.
    Jobs jobs() {
        return open.map(OpenLake::jobs).orElse(own);
    }

    Shell shell() {
        return open.orElseThrow().shell();
    }

    Doors doors() {
        return doors;
    }

    LakesViewModel lakes() {
        return window.lakes();
    }

    /// Makes a practice lake in the folder, showing how far it is, and hands it over opened.
    void makePracticeLake(Path folder, Job job, Jobs makers, Consumer<Workspace> made) {
        FirstStart first = new FirstStart(job);
        if (stage.getScene() == null) {
            stage.setScene(new Scene(first.node(), Tour.WIDTH, Tour.HEIGHT));
        } else {
            stage.getScene().setRoot(first.node());
        }
        theme.mode(settings.value().appearance().mode());
        theme.dress(stage.getScene());
        stage.setTitle(Strings.text("cli.sample.name"));
        make(first, job, folder, makers, made);
    }

    private void make(FirstStart first, Job job, Path folder, Jobs makers, Consumer<Workspace> made) {
        Runnable again = () -> {
            Job next = new Job(Strings.text("cli.sample.name"));
            first.follow(next);
            make(first, next, folder, makers, made);
        };
        makers.start(job, () -> doors.practice(folder, job), outcome -> {
            switch (outcome) {
                case Outcome.Done<io.wonderlake.workspace.LocalLake>(var lake) -> {
                    first.done();
                    made.accept(lake);
                }
                case Outcome.Failed<io.wonderlake.workspace.LocalLake>(var failure) -> first.failed(failure, again);
                case Outcome.Cancelled<io.wonderlake.workspace.LocalLake>() -> first.cancelled(again);
            }
        });
    }

    /// Shows the lake that the program was started with.
    void show(Workspace lake, Opened opened) {
        doors.showing(opened);
        show(lake);
    }

    /// Shows the lake in the window; the one before is closed.
    void show(Workspace lake) {
        Jobs jobs = new ThreadJobs(Platform::runLater);
        open.ifPresent(before -> {
            before.shell().close();
            before.leave();
        });
        Clock clock = Clock.systemDefaultZone();
        SettingsFile<RecentItems> items = new SettingsFile<>(folders.config().resolve("recent.json"), RecentItems.class, RecentItems.NONE);
        Recent recent = new Recent(items, lake.id(), clock);
        Spending spending = new Spending();
        LakeFacts facts = LakeFacts.of(lake, jobs);
        Shell shell = new Shell(window, lake, jobs, recent, facts, spending);
        shell.add(new HomeFeature(lake, jobs, facts, recent, shell, shell::openPalette));
        shell.add(new ExploreFeature(lake, jobs, shell));
        shell.add(new QueryFeature(Engines.of(lake), lake.results(), lake.catalog(), lake.objects(), jobs, shell,
                new QueryFeature.Keeping(QueryFolders.of(folders.config(), lake.id()), spending)));
        shell.add(new RunsFeature(lake.runs(), lake.pipelines(), jobs, shell));
        shell.add(new SettingsFeature(settings, new ProfilesViewModel(book, jobs, window.logins()), lake.id(), folders.config()));
        open = Optional.of(new OpenLake(lake, shell, jobs));
        shell.start();
        shell.attach(stage);
    }

    /// Cancels what runs and closes the lake.
    void close() {
        window.lakes().cancel();
        window.logins().close();
        own.close();
        open.ifPresent(lake -> {
            lake.shell().close();
            lake.jobs().close();
            lake.workspace().close();
        });
    }
}
