package io.wonderlake.ui.shell;

import io.wonderlake.settings.SettingsFile;
import io.wonderlake.settings.WindowSettings;
import io.wonderlake.settings.WindowSettings.Bounds;
import io.wonderlake.ui.kit.Logo;
import io.wonderlake.ui.kit.Theme;
import io.wonderlake.work.Strings;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;

/// Puts a stage where it was left the last time, and remembers where it is left.
final class WindowMemory {
    private static final double WIDTH = 1360;
    private static final double HEIGHT = 860;
    private static final double LEAST_WIDTH = 1024;
    private static final double LEAST_HEIGHT = 640;

    private final Stage stage;
    private final SettingsFile<WindowSettings> settings;

    WindowMemory(Stage stage, SettingsFile<WindowSettings> settings) {
        this.stage = stage;
        this.settings = settings;
    }

    void attach(Parent root, String lake, Theme theme) {
        if (stage.getScene() == null) {
            stage.setScene(new Scene(root, WIDTH, HEIGHT));
            settings.value().bounds().filter(WindowMemory::onAScreen).ifPresent(this::restore);
        } else {
            stage.getScene().setRoot(root);
        }
        theme.dress(stage.getScene());
        stage.setTitle(Strings.text("shell.title", lake));
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        if (stage.getIcons().isEmpty()) {
            stage.getIcons().setAll(Logo.images());
        }
        if (stage.getProperties().putIfAbsent(WindowMemory.class, this) == null) {
            stage.addEventHandler(WindowEvent.WINDOW_HIDING, _ -> remember());
        }
    }

    private void restore(Bounds bounds) {
        stage.setX(bounds.x());
        stage.setY(bounds.y());
        stage.setWidth(bounds.width());
        stage.setHeight(bounds.height());
        stage.setMaximized(bounds.maximized());
    }

    private void remember() {
        if (stage.isMaximized() || stage.isFullScreen() || stage.isIconified()) {
            settings.update(now -> now.bounds().map(old ->
                    now.withBounds(new Bounds(old.x(), old.y(), old.width(), old.height(), stage.isMaximized()))).orElse(now));
        } else {
            settings.update(now -> now.withBounds(new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false)));
        }
    }

    private static boolean onAScreen(Bounds bounds) {
        return bounds.width() >= LEAST_WIDTH && bounds.height() >= LEAST_HEIGHT
                && !Screen.getScreensForRectangle(bounds.x() + 40, bounds.y(), bounds.width() - 80, 40).isEmpty();
    }
}
