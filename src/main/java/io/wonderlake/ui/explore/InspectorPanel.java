package io.wonderlake.ui.explore;

import io.wonderlake.ui.kit.Styles;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The frame of an inspector: a head with glyph, name and chip, and sections that scroll.
final class InspectorPanel extends VBox {
    private final HBox head = new HBox();
    private final VBox sections = new VBox();

    InspectorPanel() {
        getStyleClass().add("explore-inspector");
        getStylesheets().add(InspectorPanel.class.getResource("explore.css").toExternalForm());
        head.getStyleClass().add(Styles.PANEL_HEADER);
        ScrollPane scroll = new ScrollPane(sections);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll);
    }

    void head(Node glyph, String name, Node chip) {
        Label label = new Label(name);
        label.getStyleClass().add("inspector-name");
        label.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        head.getChildren().setAll(glyph, label, gap, chip);
    }

    void sections(List<Node> nodes) {
        sections.getChildren().setAll(nodes);
    }

    void clear() {
        head.getChildren().clear();
        sections.getChildren().clear();
    }
}
