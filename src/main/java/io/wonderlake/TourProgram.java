package io.wonderlake;

import io.wonderlake.lake.folder.Folders;
import io.wonderlake.ui.kit.TourStop;
import io.wonderlake.ui.shell.Tour;
import io.wonderlake.work.FailureException;
import io.wonderlake.work.Job;
import io.wonderlake.work.Jobs;
import io.wonderlake.work.Strings;
import io.wonderlake.work.ThreadJobs;
import io.wonderlake.workspace.Workspace;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.application.Platform;

/// Drives the real window through its screens: the making of a practice lake first, then the lake that was asked for.
final class TourProgram {
    private static final double HALF_WAY = 0.5;

    private final App app;
    private final Path practiceLake;
    private final Path pictures;
    private final CompletableFuture<List<Path>> ended;
    private final List<Path> taken = new ArrayList<>();
    private final Jobs makers = new ThreadJobs(Platform::runLater);
    private final Job making = new Job(Strings.text("cli.sample.name"));

    TourProgram(App app, Path practiceLake, Path pictures, CompletableFuture<List<Path>> ended) {
        this.app = app;
        this.practiceLake = practiceLake;
        this.pictures = pictures;
        this.ended = ended;
    }

    /// With a lake, the first start is shown on a practice lake that is thrown away; without one, on the one that is then shown.
    void start(Optional<Workspace> lake) {
        CompletableFuture<Workspace> made = new CompletableFuture<>();
        Path folder = lake.isPresent() ? scratch() : practiceLake;
        app.makePracticeLake(folder, making, makers, made::complete);
        app.stage().show();
        TourStop first = new TourStop("01-first-start", () -> { }, () -> making.progress().fraction() > HALF_WAY || made.isDone());
        take(List.of(first), () -> {
            if (lake.isPresent()) {
                made.thenAccept(Workspace::close);
                making.cancel();
                show(lake.get(), () -> delete(folder));
            } else {
                System.err.println(Strings.text("app.tour.made"));
                made.thenAccept(whole -> show(whole, () -> { }));
            }
        });
    }

    private void show(Workspace lake, Runnable after) {
        app.show(lake);
        take(new TourStops(app.shell(), lake).all(), () -> {
            after.run();
            ended.complete(List.copyOf(taken));
        });
    }

    private void take(List<TourStop> stops, Runnable then) {
        new Tour(app.stage().getScene(), app.jobs(), app.theme(), pictures).start(stops, files -> {
            taken.addAll(files);
            then.run();
        }, failure -> ended.completeExceptionally(failure.exception()));
    }

    private static Path scratch() {
        try {
            return Files.createTempDirectory("wonderlake-tour-");
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /// The making may still be ending; what is left then lies in the system's temporary folder.
    private void delete(Path folder) {
        makers.close();
        try {
            Folders.delete(folder);
        } catch (FailureException busy) {
            return;
        }
    }
}
