package io.wonderlake.ui.query;

import io.wonderlake.engine.Parameters;
import io.wonderlake.engine.Statement;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Strings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// A field for each `:name` of what would run, so that a query can be asked again with other values.
final class ParameterBar extends FlowPane {
    private final QueryDocument document;
    private Set<String> names = Set.of();

    ParameterBar(QueryDocument document) {
        this.document = document;
        getStyleClass().add("parameter-bar");
        setVisible(false);
        managedProperty().bind(visibleProperty());
    }

    void show(List<Statement> statements) {
        Set<String> now = new LinkedHashSet<>();
        statements.forEach(statement -> now.addAll(Parameters.names(statement.sql())));
        if (!List.copyOf(now).equals(List.copyOf(names))) {
            names = now;
            getChildren().setAll(now.stream().map(this::field).toList());
            setVisible(!now.isEmpty());
        }
    }

    private HBox field(String name) {
        Label label = new Label(":" + name);
        label.getStyleClass().addAll(Styles.CODE, Styles.MUTED);
        label.setMinWidth(Region.USE_PREF_SIZE);
        TextField field = new TextField(document.parameter(name));
        field.setPromptText(Strings.text("query.parameter"));
        field.setAccessibleText(Strings.text("query.parameter.of", name));
        field.setPrefWidth(140);
        field.textProperty().addListener((_, _, text) -> document.parameter(name, text));
        HBox box = new HBox(8, label, field);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
