package io.wonderlake.ui.shell;

import io.wonderlake.settings.Appearance.Mode;
import io.wonderlake.ui.kit.Theme;
import io.wonderlake.ui.kit.TourStop;
import io.wonderlake.work.Failure;
import io.wonderlake.work.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import javafx.animation.AnimationTimer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/// Drives the real window through a list of stops and saves two pictures of each, light and dark. Runs on the UI thread, a step per pulse.
public final class Tour {
    public static final double WIDTH = 1360;
    public static final double HEIGHT = 860;
    private static final int CALM_PULSES = 12;
    private static final int RECOLOUR_PULSES = 6;
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Scene scene;
    private final Jobs jobs;
    private final Theme theme;
    private final Path folder;
    private final List<Path> pictures = new ArrayList<>();

    public Tour(Scene scene, Jobs jobs, Theme theme, Path folder) {
        this.scene = scene;
        this.jobs = jobs;
        this.theme = theme;
        this.folder = folder;
    }

    /// Visits the stops in order and then hands over the pictures' files; `failed` is called instead when a stop does not get ready or a
    /// picture cannot be saved. Called on the UI thread, and calls back on it.
    public void start(List<TourStop> stops, Consumer<List<Path>> done, Consumer<Failure> failed) {
        Deque<Step> steps = new ArrayDeque<>();
        for (TourStop stop : stops) {
            steps.add(new Step(stop.name(), () -> arrive(stop), () -> stop.ready().getAsBoolean() && jobs.active().isEmpty(), CALM_PULSES));
            steps.add(new Step(stop.name(), () -> save(stop.name() + "-light"), () -> true, 0));
            steps.add(new Step(stop.name(), () -> theme.mode(Mode.DARK), () -> true, RECOLOUR_PULSES));
            steps.add(new Step(stop.name(), () -> save(stop.name() + "-dark"), () -> true, 0));
        }
        steps.add(new Step("", () -> theme.mode(Mode.LIGHT), () -> true, 0));
        new Walk(steps, done, failed).start();
    }

    private void arrive(TourStop stop) throws IOException {
        Files.createDirectories(folder);
        theme.mode(Mode.LIGHT);
        stop.act().run();
    }

    private void save(String name) throws IOException {
        Path file = folder.resolve(name + ".png");
        ImageIO.write(SwingFXUtils.fromFXImage(scene.snapshot(null), null), "png", file.toFile());
        pictures.add(file);
    }

    /// Something to do, what to wait for, and how many calm pulses must pass then.
    private record Step(String stop, Act act, java.util.function.BooleanSupplier until, int pulses) { }

    /// An act that may write files.
    private interface Act {
        void run() throws IOException;
    }

    private final class Walk extends AnimationTimer {
        private final Deque<Step> steps;
        private final Consumer<List<Path>> done;
        private final Consumer<Failure> failed;
        private Instant begun;
        private int calm;

        private Walk(Deque<Step> steps, Consumer<List<Path>> done, Consumer<Failure> failed) {
            this.steps = steps;
            this.done = done;
            this.failed = failed;
        }

        @Override
        public void handle(long now) {
            if (steps.isEmpty()) {
                stop();
                done.accept(List.copyOf(pictures));
                return;
            }
            try {
                step(steps.peek());
            } catch (IOException error) {
                fail(Failure.of(Failure.Kind.STORAGE, "failure.tour.picture", folder).withOrigin(error));
            }
        }

        private void step(Step step) throws IOException {
            if (begun == null) {
                begun = Instant.now();
                calm = 0;
                step.act().run();
            }
            calm = step.until().getAsBoolean() ? calm + 1 : 0;
            if (calm > step.pulses()) {
                steps.remove();
                begun = null;
            } else if (Duration.between(begun, Instant.now()).compareTo(LONGEST) > 0) {
                fail(Failure.of(Failure.Kind.BUG, "failure.tour.late", step.stop(), LONGEST.toSeconds()));
            }
        }

        private void fail(Failure failure) {
            stop();
            failed.accept(failure);
        }
    }
}
