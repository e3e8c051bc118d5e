package io.wonderlake.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The two typefaces that the window brings along, so that it looks the same on every system.
public final class Fonts {
    private static final List<String> FILES = List.of(
            "inter/Inter-Regular.otf", "inter/Inter-Italic.otf", "inter/Inter-SemiBold.otf", "inter/Inter-Bold.otf",
            "jetbrains_mono/JetBrainsMono-Regular.ttf", "jetbrains_mono/JetBrainsMono-Italic.ttf", "jetbrains_mono/JetBrainsMono-Bold.ttf");

    private static boolean loaded;

    private Fonts() {
    }

    /// Makes the families `Inter`, `Inter SemiBold` and `JetBrains Mono` known. Called on the UI thread; a second call does nothing.
    public static void load() {
        if (!loaded) {
            FILES.forEach(Fonts::load);
            loaded = true;
        }
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("/com/formdev/flatlaf/fonts/" + file)) {
            Font.loadFont(in, 13);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
