package io.wonderlake.ui.kit;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;

/// For tests that need the toolkit: starts it once, without a display, and gives ways to the UI thread.
/// Where the system lacks what JavaFX draws text with, the tests are skipped and say which package to install.
public abstract class FxTest {
    private static final Duration LONGEST = Duration.ofSeconds(120);
    private static Theme theme;
    private static Throwable refusal;

    @BeforeAll
    static void startToolkit() throws Exception {
        if (theme == null && refusal == null) {
            start();
        }
        if (refusal != null) {
            abort("JavaFX cannot draw here (" + refusal + "): install the package libpangoft2-1.0-0");
        }
    }

    private static void start() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            if (!started.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                refusal = new TimeoutException("the toolkit did not start");
                return;
            }
            Platform.setImplicitExit(false);
            theme = onFx(Theme::new);
        } catch (UnsatisfiedLinkError | RuntimeException error) {
            refusal = error;
        }
    }

    /// The one theme of all tests; light and compact unless a test changes it (and changes it back).
    protected static Theme theme() {
        return theme;
    }

    /// Runs on the UI thread and waits for the value; what it throws is thrown here.
    protected static <T> T onFx(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException error) {
            switch (error.getCause()) {
                case RuntimeException own -> throw own;
                case Error own -> throw own;
                default -> throw new AssertionError(error.getCause());
            }
        } catch (InterruptedException | TimeoutException error) {
            throw new AssertionError("the UI thread did not answer", error);
        }
    }

    protected static void runFx(Runnable work) {
        onFx(() -> {
            work.run();
            return null;
        });
    }

    /// Waits until the window has been laid out and painted: some pulses have passed.
    protected static void settle() {
        CountDownLatch pulses = new CountDownLatch(4);
        runFx(() -> new AnimationTimer() {
            @Override
            public void handle(long now) {
                pulses.countDown();
                if (pulses.getCount() == 0) {
                    stop();
                }
            }
        }.start());
        try {
            if (!pulses.await(LONGEST.toSeconds(), TimeUnit.SECONDS)) {
                fail("no pulses came");
            }
        } catch (InterruptedException error) {
            throw new AssertionError(error);
        }
    }

    /// Waits until a condition, asked on the UI thread, holds.
    protected static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!onFx(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                fail("waited in vain");
            }
            settle();
        }
    }

    /// Shows a node in a window of this size, dressed by the theme.
    protected static Stage show(Parent root, double width, double height) {
        Stage stage = onFx(() -> {
            Stage made = new Stage();
            Scene scene = new Scene(root, width, height);
            theme.dress(scene);
            made.setScene(scene);
            made.show();
            return made;
        });
        settle();
        return stage;
    }

    /// Saves what a node looks like as a PNG file.
    protected static void snapshot(Node node, Path file) {
        WritableImage image = onFx(() -> node.getScene() != null && node.getScene().getRoot() == node
                ? node.getScene().snapshot(null) : node.snapshot(null, null));
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(image, null), "png", file.toFile());
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
