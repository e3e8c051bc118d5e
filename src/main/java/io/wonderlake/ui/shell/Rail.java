package io.wonderlake.ui.shell;

import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Feature;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Keys;
import io.wonderlake.work.Strings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;

/// The places of the window as a column of icons; settings at the bottom.
final class Rail extends VBox {
    private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

    private final Map<Feature, StackPane> cells = new HashMap<>();
    private final Map<String, Circle> dots = new HashMap<>();
    private final Map<String, Tooltip> tips = new HashMap<>();

    Rail(Places places) {
        getStyleClass().add("rail");
        Region gap = new Region();
        VBox.setVgrow(gap, Priority.ALWAYS);
        for (Feature feature : places.all()) {
            if (feature.id().equals("settings")) {
                getChildren().add(gap);
            }
            getChildren().add(cell(feature, () -> places.bring(feature)));
        }
        places.frontProperty().subscribe(this::mark);
    }

    /// A dot on a place, and why in its tooltip; no dot for an empty reason.
    void flag(String id, String reason) {
        Optional.ofNullable(dots.get(id)).ifPresent(dot -> dot.setVisible(!reason.isEmpty()));
        Optional.ofNullable(tips.get(id)).ifPresent(tip -> tip.setText(
                reason.isEmpty() ? name(id) : Strings.text("shell.rail.flagged", name(id), reason)));
    }

    static Optional<Keys> key(String id) {
        return switch (id) {
            case "home" -> Optional.of(Keys.HOME);
            case "explore" -> Optional.of(Keys.EXPLORE);
            case "query" -> Optional.of(Keys.QUERY);
            case "runs" -> Optional.of(Keys.RUNS);
            case "settings" -> Optional.of(Keys.SETTINGS);
            default -> Optional.empty();
        };
    }

    static String name(String id) {
        return switch (id) {
            case "home" -> Strings.text("place.home");
            case "explore" -> Strings.text("place.explore");
            case "query" -> Strings.text("place.query");
            case "runs" -> Strings.text("place.runs");
            case "settings" -> Strings.text("place.settings");
            default -> id;
        };
    }

    private StackPane cell(Feature feature, Runnable open) {
        Button button = new Button(name(feature.id()), Icons.of(feature.icon(), 18));
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        button.getStyleClass().add("place");
        button.setOnAction(_ -> open.run());
        Tooltip tip = key(feature.id()).map(key -> Buttons.tip(name(feature.id()), key.keys())).orElseGet(() -> Buttons.tip(name(feature.id())));
        button.setTooltip(tip);
        tips.put(feature.id(), tip);
        Region bar = new Region();
        bar.getStyleClass().add("bar");
        StackPane.setAlignment(bar, Pos.CENTER_LEFT);
        Circle dot = new Circle(3.5);
        dot.getStyleClass().add("dot");
        dot.setVisible(false);
        dot.setMouseTransparent(true);
        StackPane.setAlignment(dot, Pos.TOP_RIGHT);
        dots.put(feature.id(), dot);
        StackPane cell = new StackPane(button, bar, dot);
        cell.getStyleClass().add("cell");
        cells.put(feature, cell);
        return cell;
    }

    private void mark(Feature front) {
        cells.forEach((feature, cell) -> cell.pseudoClassStateChanged(ACTIVE, feature == front));
    }
}
