package io.wonderlake.ui.kit;

import io.wonderlake.catalog.ColumnType;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import org.kordamp.ikonli.javafx.FontIcon;

/// Icons by their Feather literal, and the few that are drawn here. Their colour comes from the style sheet: `-wl-icon`.
public final class Icons {
    /// Not in the font, so drawn here.
    private static final String TABLE = "fth-table";
    private static final String HASH = "M4 9h16M4 15h13M10 3L8 21M16 3L14.8 13.5";

    private Icons() {
    }

    /// A Feather icon, such as `fth-home`, in one of the sizes 11 to 16, 18, 20, 24 and 32. `classes`: what it means (`Styles.DANGER`…), for its colour.
    public static Node of(String literal, int size, String... classes) {
        if (literal.equals(TABLE)) {
            return drawn(24, size, List.of(path("M3 4h18v16H3zM3 9.5h18M9.5 9.5V20", 2, "drawn-stroke")), classes);
        }
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().addAll("icon", "icon-" + size);
        icon.getStyleClass().addAll(classes);
        return icon;
    }

    /// The icon of a column's type.
    public static Node type(ColumnType.Family family, int size, String... classes) {
        return switch (family) {
            case INTEGER -> of("fth-hash", size, classes);
            case DECIMAL -> decimal(size, classes);
            case TEXT -> of("fth-type", size, classes);
            case DATE -> of("fth-calendar", size, classes);
            case TIMESTAMP -> of("fth-clock", size, classes);
            case BOOLEAN -> of("fth-toggle-left", size, classes);
            case NESTED -> of("fth-code", size, classes);
            case LIST -> of("fth-list", size, classes);
            case BINARY -> of("fth-box", size, classes);
        };
    }

    /// Feather's hash with a dot at the bottom right, in the same stroke.
    private static Node decimal(int size, String... classes) {
        SVGPath hash = path(HASH, 2, "drawn-stroke");
        SVGPath dot = path("M21 20.2m-1.8 0a1.8 1.8 0 1 0 3.6 0a1.8 1.8 0 1 0 -3.6 0", 0, "drawn-fill");
        return drawn(24, size, List.of(hash, dot), classes);
    }

    /// The logo in one colour: a hat on the shore of a lake. From 20 px up.
    public static Node mark(int size) {
        SVGPath hat = path("M9.6 4.2Q16 6.2 22.4 4.2L21.65 11Q16 12.7 10.35 11Z", 1.2, "mark-solid");
        SVGPath band = path("M10.8 14Q16 15.6 21.2 14L21 15.6Q16 17 11 15.6Z", 0.8, "mark-solid");
        SVGPath brim = path("M4.5 15.4Q16 20.8 27.5 15.4", 2.6, "drawn-stroke");
        SVGPath wave = path("M6.5 23.2q2.4-2 4.75 0t4.75 0t4.75 0t4.75 0", 2, "drawn-stroke");
        SVGPath ripple = path("M10.6 28q1.8-1.6 3.6 0t3.6 0t3.6 0", 2, "drawn-stroke");
        ripple.setOpacity(0.55);
        return drawn(32, size, List.of(hat, band, brim, wave, ripple), "mark");
    }

    private static SVGPath path(String content, double stroke, String styleClass) {
        SVGPath path = new SVGPath();
        path.setContent(content);
        path.setStrokeWidth(stroke);
        path.getStyleClass().add(styleClass);
        return path;
    }

    private static Node drawn(double viewBox, int size, List<SVGPath> paths, String... classes) {
        Group shapes = new Group();
        shapes.setManaged(false);
        shapes.getChildren().addAll(paths);
        shapes.getTransforms().add(new Scale(size / viewBox, size / viewBox, 0, 0));
        StackPane box = new StackPane(shapes);
        box.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        box.setMinSize(size, size);
        box.setPrefSize(size, size);
        box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        box.getStyleClass().addAll("icon", "drawn");
        box.getStyleClass().addAll(classes);
        box.setMouseTransparent(true);
        return box;
    }
}
