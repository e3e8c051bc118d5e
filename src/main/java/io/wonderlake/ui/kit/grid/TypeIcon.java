package io.wonderlake.ui.kit.grid;

import io.wonderlake.catalog.ColumnType.Family;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.javafx.FontIcon;

/// The sign of a column's type.
final class TypeIcon {
    private TypeIcon() {
    }

    static Node of(Family family, int size) {
        FontIcon icon = new FontIcon(switch (family) {
            case INTEGER, DECIMAL -> "fth-hash";
            case TEXT -> "fth-type";
            case DATE -> "fth-calendar";
            case TIMESTAMP -> "fth-clock";
            case BOOLEAN -> "fth-toggle-left";
            case NESTED -> "fth-code";
            case LIST -> "fth-list";
            case BINARY -> "fth-box";
        });
        icon.setIconSize(size);
        icon.getStyleClass().add("type-icon");
        if (family != Family.DECIMAL) {
            return icon;
        }
        Circle dot = new Circle(size + 1, 0, 1.2);
        dot.getStyleClass().add("type-dot");
        return new Group(icon, dot);
    }
}
