package io.wonderlake;

import io.wonderlake.lake.LakeSettings;
import io.wonderlake.sample.SampleOptions;
import io.wonderlake.settings.RecentItems;
import io.wonderlake.settings.SettingsFile;
import io.wonderlake.settings.UserFolders;
import io.wonderlake.settings.WindowSettings;
import io.wonderlake.ui.explore.ExploreFeature;
import io.wonderlake.ui.home.HomeFeature;
import io.wonderlake.ui.kit.LakeFacts;
import io.wonderlake.ui.kit.Recent;
import io.wonderlake.ui.kit.Spending;
import io.wonderlake.ui.kit.Theme;
import io.wonderlake.ui.query.Engines;
import io.wonderlake.ui.query.QueryFeature;
import io.wonderlake.ui.runs.RunsFeature;
import io.wonderlake.ui.settings.SettingsFeature;
import io.wonderlake.ui.shell.FirstStart;
import io.wonderlake.ui.shell.Shell;
import io.wonderlake.ui.shell.Tour;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Outcome;
import io.wonderlake.work.Strings;
import io.wonderlake.work.ThreadJobs;
import io.wonderlake.workspace.LocalLake;
import io.wonderlake.workspace.PracticeLakes;
import io.wonderlake.workspace.Workspace;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The window from its opening to its close: the first start, where the practice lake is made, and the shell of the lake.
/// Used on the UI thread only.
final class App {
    private final AppContext context;
    private final UserFolders folders;
    private final Stage stage;
    private final Theme theme = new Theme();
    private final Jobs jobs = new ThreadJobs(Platform::runLater);
    private final SettingsFile<WindowSettings> settings;
    private Shell shell;
    private Workspace workspace;

    App(AppContext context, UserFolders folders, Stage stage) {
        this.context = context;
        this.folders = folders;
        this.stage = stage;
        settings = new SettingsFile<>(folders.config().resolve("window.json"), WindowSettings.class, WindowSettings.DEFAULT);
    }

    Stage stage() {
        return stage;
    }

    Theme theme() {
        return theme;
    }

    Jobs jobs() {
        return jobs;
    }

    Shell shell() {
        return shell;
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
        makers.start(job, () -> opened(folder, job), outcome -> {
            switch (outcome) {
                case Outcome.Done<Workspace>(var lake) -> {
                    first.done();
                    made.accept(lake);
                }
                case Outcome.Failed<Workspace>(var failure) -> first.failed(failure, again);
                case Outcome.Cancelled<Workspace>() -> first.cancelled(again);
            }
        });
    }

    private Workspace opened(Path folder, Job job) {
        LocalLake lake = context.create(folder, new LakeSettings(Strings.text("cli.sample.name"), Map.of()));
        try {
            PracticeLakes.make(lake, SampleOptions.usual(), job, _ -> { });
            return lake;
        } catch (RuntimeException stopped) {
            lake.close();
            throw stopped;
        }
    }

    /// Shows the lake in the window.
    void show(Workspace lake) {
        workspace = lake;
        Clock clock = Clock.systemDefaultZone();
        SettingsFile<RecentItems> items = new SettingsFile<>(folders.config().resolve("recent.json"), RecentItems.class, RecentItems.NONE);
        Recent recent = new Recent(items, lake.id(), clock);
        Spending spending = new Spending();
        LakeFacts facts = new LakeFacts(lake.objects(), lake.catalog(), lake.runs(), jobs);
        shell = new Shell(lake, jobs, theme, settings, recent, facts);
        shell.add(new HomeFeature(lake, jobs, facts, recent, shell, shell::openPalette));
        shell.add(new ExploreFeature(lake, jobs, shell));
        shell.add(new QueryFeature(Engines.of(lake), lake.results(), lake.catalog(), lake.objects(), jobs, shell,
                new QueryFeature.Keeping(QueryFolders.of(folders.config(), lake.id()), spending)));
        shell.add(new RunsFeature(lake.runs(), lake.pipelines(), jobs, shell));
        shell.add(new SettingsFeature(settings, lake.id(), folders.config()));
        shell.start();
        shell.attach(stage);
    }

    /// Cancels what runs and closes the lake.
    void close() {
        if (shell != null) {
            shell.close();
        }
        jobs.close();
        if (workspace != null) {
            workspace.close();
        }
    }
}
