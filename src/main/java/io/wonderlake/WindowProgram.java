package io.wonderlake;

import io.wonderlake.cli.Windows;
import io.wonderlake.lake.LakeProfile;
import io.wonderlake.lake.folder.Folders;
import io.wonderlake.settings.RecentLakes.Opened;
import io.wonderlake.settings.UserFolders;
import io.wonderlake.ui.kit.Toast;
import io.wonderlake.ui.shell.LakeChoice;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Job;
import io.wonderlake.work.Strings;
import io.wonderlake.workspace.PracticeLakes;
import io.wonderlake.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Stage;

/// Starts the window, or the tour where there is no display.
final class WindowProgram implements Windows {
    private static final int DONE = 0;

    private final AppContext context;
    private final UserFolders folders;

    WindowProgram(AppContext context, UserFolders folders) {
        this.context = context;
        this.folders = folders;
    }

    @Override
    public int open(Optional<LakeProfile> lake) {
        if (!Display.present()) {
            Path pictures = Path.of(System.getProperty("wonderlake.tour", folders.cache().resolve("tour").toString())).toAbsolutePath();
            System.out.println(Strings.text("app.display.none", pictures));
            int taken = tour(lake, pictures).size();
            System.out.println(Strings.text("app.tour.done", taken, Formats.count(taken), pictures));
            return DONE;
        }
        Optional<Workspace> asked = lake.map(context::open);
        return inWindow(folders, (app, ended) -> {
            asked.ifPresentOrElse(opened -> app.show(opened, app.doors().named(lake.orElseThrow())), () -> openLast(app));
            app.stage().setOnHidden(_ -> ended.complete(DONE));
            app.stage().show();
        });
    }

    /// The lake that was shown last; the practice lake where there was none, or where it cannot be opened any more, and then a word about that.
    private void openLast(App app) {
        Optional<LakeChoice> last = app.doors().last().filter(choice -> !(choice instanceof LakeChoice.Practice));
        if (last.isEmpty()) {
            openPractice(app, () -> { });
            return;
        }
        LakeChoice choice = last.get();
        try {
            app.doors().show(app.doors().open(choice, new Job(choice.name())), choice);
        } catch (FailureException gone) {
            openPractice(app, () -> app.shell().toast(Toast.failed(Strings.text("app.lake.gone", choice.name()), gone.failure().message() + " " + gone.failure().advice())));
        }
    }

    private void openPractice(App app, Runnable then) {
        Consumer<Workspace> show = lake -> {
            app.show(lake, Opened.PRACTICE);
            then.run();
        };
        if (PracticeLakes.made(folders.practiceLake())) {
            show.accept(context.open(folders.practiceLake()));
        } else {
            app.makePracticeLake(folders.practiceLake(), new Job(Strings.text("cli.sample.name")), app.jobs(), show);
        }
    }

    /// The tour remembers nothing of what it did, and shows nothing of what the user did.
    @Override
    public List<Path> tour(Optional<LakeProfile> lake, Path folder) {
        Display.pretend();
        Optional<Workspace> opened = opened(lake);
        try {
            Path memory = Files.createTempDirectory("wonderlake-tour-");
            try {
                UserFolders visitor = new UserFolders(memory, folders.data(), folders.cache());
                return inWindow(visitor, (app, ended) -> new TourProgram(app, folders.practiceLake(), folder, ended).start(opened));
            } finally {
                Folders.delete(memory);
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /// The lake that was asked for, or the practice lake when it is whole; empty when that has to be made first.
    private Optional<Workspace> opened(Optional<LakeProfile> lake) {
        if (lake.isEmpty() && !PracticeLakes.made(folders.practiceLake())) {
            return Optional.empty();
        }
        return Optional.of(lake.map(profile -> context.open(profile)).orElseGet(() -> context.open(folders.practiceLake())));
    }

    /// What happens in the window; it ends when the future gets its result or a failure.
    private interface Scenario<T> {
        void play(App app, CompletableFuture<T> ended);
    }

    private <T> T inWindow(UserFolders remembered, Scenario<T> scenario) {
        CompletableFuture<T> ended = new CompletableFuture<>();
        CompletableFuture<App> started = new CompletableFuture<>();
        Display.start(() -> {
            App app = new App(context, remembered, new Stage());
            started.complete(app);
            scenario.play(app, ended);
        });
        T result = ended.join();
        CompletableFuture<Void> closed = new CompletableFuture<>();
        Platform.runLater(() -> {
            started.join().close();
            closed.complete(null);
        });
        closed.join();
        return result;
    }
}
