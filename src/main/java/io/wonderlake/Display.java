package io.wonderlake;

import io.wonderlake.work.Failure;
import java.util.Locale;
import javafx.application.Platform;

/// Whether there is a display to open a window on, and how to do without one.
final class Display {
    private Display() {
    }

    /// On Linux a display is named by the environment; other systems always have one for a user who is logged in.
    static boolean present() {
        boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
        return !linux || named("DISPLAY") || named("WAYLAND_DISPLAY");
    }

    /// Draws into memory from now on. To be called before the toolkit starts.
    static void pretend() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
    }

    /// Starts the toolkit and runs `first` on its thread. What the system lacks for that is said by name.
    static void start(Runnable first) {
        try {
            Platform.startup(first);
            Platform.setImplicitExit(false);
        } catch (RuntimeException | LinkageError error) {
            if (error instanceof LinkageError || root(error) instanceof LinkageError || root(error) instanceof UnsupportedOperationException) {
                throw Failure.of(Failure.Kind.NOT_FOUND, reason(error), String.valueOf(root(error).getMessage())).withOrigin(error).exception();
            }
            throw error;
        }
    }

    private static String reason(Throwable error) {
        String message = String.valueOf(root(error).getMessage());
        if (message.contains("DISPLAY")) {
            return "failure.display.closed";
        }
        return message.contains("GTK") || message.contains("libX11") || message.contains("libXtst") ? "failure.display.gtk" : "failure.display.library";
    }

    private static Throwable root(Throwable error) {
        Throwable root = error;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static boolean named(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isBlank();
    }
}
