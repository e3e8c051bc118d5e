package io.wonderlake.ui.kit;

import io.wonderlake.work.Strings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;

/// Loads the FXML that stands beside a controller: `QueryController` has `QueryView.fxml`.
public final class Views {
    private static final String SUFFIX = "Controller";

    private Views() {
    }

    /// Loads on the UI thread. A file that is missing or broken is a bug and throws.
    public static <T extends Parent> T load(Object controller) {
        Class<?> type = controller.getClass();
        String name = type.getSimpleName();
        String file = name.substring(0, name.length() - SUFFIX.length()) + "View.fxml";
        URL place = type.getResource(file);
        if (place == null) {
            throw new IllegalStateException(file + " does not stand beside " + name);
        }
        FXMLLoader loader = new FXMLLoader(place, Strings.bundle());
        loader.setController(controller);
        try {
            return loader.load();
        } catch (IOException error) {
            throw new UncheckedIOException(file, error);
        }
    }
}
