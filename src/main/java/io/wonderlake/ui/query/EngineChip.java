package io.wonderlake.ui.query;

import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.LakeMark;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Strings;
import java.util.stream.Stream;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;

/// Says what a query runs on; where the lake has several engines, it lets the user choose.
final class EngineChip extends StackPane {
    private final QueryDocument document;
    private final Engines engines;
    private final Label name = new Label();
    private final Label where = new Label();

    EngineChip(QueryDocument document, Engines engines) {
        this.document = document;
        this.engines = engines;
        name.getStyleClass().addAll(Styles.DENSE, Styles.STRONG);
        where.getStyleClass().addAll(Styles.DENSE, Styles.MUTED);
        where.managedProperty().bind(where.textProperty().isNotEmpty());
        HBox inside = new HBox(Icons.of("fth-cpu", 14), name, where);
        inside.getStyleClass().add("inside");
        if (!engines.colour().isEmpty()) {
            inside.getChildren().addFirst(new LakeMark(engines.colour()));
        }
        getChildren().add(engines.several() ? chooser(inside) : inside);
        getStyleClass().add("engine-chip");
        setMinWidth(USE_PREF_SIZE);
        document.engineProperty().subscribe(this::say);
    }

    private Button chooser(HBox inside) {
        inside.getChildren().add(Icons.of("fth-chevron-down", 14));
        Button button = new Button(null, inside);
        button.setOnAction(_ -> menu().show(button, Side.BOTTOM, 0, 4));
        return button;
    }

    private ContextMenu menu() {
        ToggleGroup group = new ToggleGroup();
        return new ContextMenu(engines.all().stream().map(choice -> {
            RadioMenuItem item = new RadioMenuItem(Stream.of(choice.name(), choice.where()).filter(text -> !text.isEmpty()).reduce((left, right) -> left + " · " + right).orElse(""));
            item.setToggleGroup(group);
            item.setSelected(choice == engines.named(document.engineProperty().get()));
            item.setOnAction(_ -> document.engineProperty().set(choice.name()));
            return item;
        }).toArray(RadioMenuItem[]::new));
    }

    private void say(String chosen) {
        Engines.Choice now = engines.named(chosen);
        name.setText(now.name());
        where.setText(now.where());
        setAccessibleText(Strings.text("query.engine", now.name()));
    }
}
