package io.wonderlake.ui.explore;

import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Strings;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Lines of facts in an inspector.
final class Facts {
    private Facts() {
    }

    /// Lines close together, as a table without lines.
    static Node group(List<Node> lines) {
        VBox box = new VBox();
        box.getStyleClass().add("facts");
        box.getChildren().setAll(lines);
        return box;
    }

    /// Where something lies; on a line of its own, because it is long.
    static Node place(String path) {
        Label name = new Label(Strings.text("explore.inspect.location"));
        name.getStyleClass().addAll(Styles.DENSE, Styles.MUTED);
        Label value = new Label(path);
        value.getStyleClass().addAll("wrapped", "location");
        value.setMinHeight(Region.USE_PREF_SIZE);
        VBox box = new VBox(name, value);
        box.getStyleClass().add("location-line");
        return box;
    }
}
