package io.wonderlake.ui.kit;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;

/// The program's icon: a top hat on a lake, on a teal tile.
public final class Logo {
    private static final double BOX = 64;

    private Logo() {
    }

    /// For a stage, in the sizes that systems ask for. Called on the UI thread.
    public static List<Image> images() {
        return Stream.of(16, 32, 48, 128, 256).map(Logo::image).toList();
    }

    private static Image image(int size) {
        Group tile = tile();
        tile.getTransforms().add(new Scale(size / BOX, size / BOX));
        Scene scene = new Scene(new Group(tile), size, size, Color.TRANSPARENT);
        scene.getStylesheets().add(Logo.class.getResource("logo.css").toExternalForm());
        SnapshotParameters clear = new SnapshotParameters();
        clear.setFill(Color.TRANSPARENT);
        return scene.getRoot().snapshot(clear, null);
    }

    private static Group tile() {
        Rectangle ground = new Rectangle(BOX, BOX);
        ground.setArcWidth(28);
        ground.setArcHeight(28);
        ground.getStyleClass().add("ground");
        Group hat = new Group(
                path("M9.6 4.2Q16 6.2 22.4 4.2L21 16.4H11Z", "hat"), path("M10.55 12.2Q16 13.8 21.45 12.2", "band"), path("M4.5 15.4Q16 20.8 27.5 15.4", "brim"),
                path("M6.5 23.2q2.4-2 4.75 0t4.75 0t4.75 0t4.75 0", "wave"), path("M10.6 28q1.8-1.6 3.6 0t3.6 0t3.6 0", "ripple"));
        hat.getTransforms().addAll(new Translate(6.4, 5.6), new Scale(1.6, 1.6));
        return new Group(ground, hat);
    }

    private static SVGPath path(String content, String styleClass) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.getStyleClass().addAll("line", styleClass);
        return path;
    }
}
