package io.wonderlake.ui.kit;

import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.shape.Rectangle;

/// The row of tabs; where there are more than fit, it follows the wheel and the tab in front.
final class TabStrip extends Pane {
    private final HBox tabs = new HBox();
    private Node front;
    private double shift;

    TabStrip() {
        tabs.getStyleClass().add("strip");
        getChildren().add(tabs);
        setMinWidth(0);
        setMaxWidth(USE_PREF_SIZE);
        HBox.setHgrow(this, Priority.SOMETIMES);
        Rectangle window = new Rectangle();
        window.widthProperty().bind(widthProperty());
        window.heightProperty().bind(heightProperty());
        setClip(window);
        addEventHandler(ScrollEvent.SCROLL, event -> {
            shift = shift - event.getDeltaY() - event.getDeltaX();
            front = null;
            requestLayout();
        });
    }

    void add(DocTab tab) {
        tabs.getChildren().add(tab);
        requestLayout();
    }

    void remove(Doc doc) {
        tabs.getChildren().removeIf(node -> node instanceof DocTab tab && tab.doc() == doc);
        requestLayout();
    }

    void select(Doc doc) {
        for (Node node : tabs.getChildren()) {
            if (node instanceof DocTab tab) {
                tab.selected(tab.doc() == doc);
                front = tab.doc() == doc ? tab : front;
            }
        }
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return tabs.prefWidth(height);
    }

    @Override
    protected void layoutChildren() {
        double width = tabs.prefWidth(-1);
        tabs.resizeRelocate(0, 0, width, getHeight());
        tabs.layout();
        if (front != null) {
            shift = Math.min(shift, front.getLayoutX());
            shift = Math.max(shift, front.getLayoutX() + front.getLayoutBounds().getWidth() - getWidth());
        }
        shift = Math.clamp(shift, 0, Math.max(0, width - getWidth()));
        tabs.setTranslateX(-Math.round(shift));
    }
}
