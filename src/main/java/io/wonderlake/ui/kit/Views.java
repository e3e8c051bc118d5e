package io.wonderlake.ui.kit;

import io.wonderlake.work.Strings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.application.Platform;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.util.Subscription;

/// Loads the FXML that stands beside a controller: `QueryController` has `QueryView.fxml`.
public final class Views {
    private static final String SUFFIX = "Controller";

    private Views() {
    }

    /// Gives a node the focus: at once, or as soon as it stands in a window.
    public static void focus(Node node) {
        if (node.getScene() != null) {
            node.requestFocus();
            return;
        }
        Subscription[] waiting = {Subscription.EMPTY};
        waiting[0] = node.sceneProperty().subscribe(scene -> {
            if (scene != null) {
                waiting[0].unsubscribe();
                Platform.runLater(node::requestFocus);
            }
        });
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
