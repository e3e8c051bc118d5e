package io.wonderlake.ui.shell;

import io.wonderlake.settings.WindowSettings;
import java.util.function.DoubleConsumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/// The three panels of a place: sidebar, content, inspector. The outer two can be dragged and folded; below 1100 px the inspector folds first.
final class Panels extends Pane {
    private static final double NARROW = 1_100;
    private static final double HANDLE = 7;

    private final ReadOnlyObjectWrapper<WindowSettings.Panels> layout = new ReadOnlyObjectWrapper<>(this, "layout", WindowSettings.Panels.DEFAULT);
    private final StackPane sidebar = box("surface-subtle", "line-right");
    private final StackPane content = box("surface");
    private final StackPane inspector = box("surface-subtle", "line-left");
    private final Region sidebarHandle = handle(x -> widths(x, layout.get().inspector()));
    private final Region inspectorHandle = handle(x -> widths(layout.get().sidebar(), getWidth() - x));
    private boolean openedNarrow;

    Panels() {
        getChildren().addAll(content, sidebar, inspector, sidebarHandle, inspectorHandle);
        layout.subscribe(_ -> requestLayout());
        widthProperty().subscribe((before, now) -> openedNarrow &= now.doubleValue() < NARROW);
    }

    /// Nodes may be null, apart from the content.
    void show(Node left, Node middle, Node right) {
        fill(sidebar, left);
        fill(content, middle);
        fill(inspector, right);
        requestLayout();
    }

    ReadOnlyObjectProperty<WindowSettings.Panels> layoutChoice() {
        return layout.getReadOnlyProperty();
    }

    void restore(WindowSettings.Panels panels) {
        layout.set(clamp(panels));
    }

    void toggleSidebar() {
        WindowSettings.Panels now = layout.get();
        layout.set(new WindowSettings.Panels(now.sidebar(), now.inspector(), !now.sidebarOpen(), now.inspectorOpen()));
    }

    void toggleInspector() {
        WindowSettings.Panels now = layout.get();
        boolean open = !inspectorShows();
        openedNarrow = open && getWidth() < NARROW;
        layout.set(new WindowSettings.Panels(now.sidebar(), now.inspector(), now.sidebarOpen(), open));
        requestLayout();
    }

    private boolean inspectorShows() {
        return layout.get().inspectorOpen() && (getWidth() >= NARROW || openedNarrow);
    }

    private void widths(double left, double right) {
        WindowSettings.Panels now = layout.get();
        layout.set(clamp(new WindowSettings.Panels(left, right, now.sidebarOpen(), now.inspectorOpen())));
    }

    private static WindowSettings.Panels clamp(WindowSettings.Panels panels) {
        return new WindowSettings.Panels(Math.clamp(panels.sidebar(), 200, 420), Math.clamp(panels.inspector(), 260, 420),
                panels.sidebarOpen(), panels.inspectorOpen());
    }

    @Override
    protected void layoutChildren() {
        boolean left = !sidebar.getChildren().isEmpty() && layout.get().sidebarOpen();
        boolean right = !inspector.getChildren().isEmpty() && inspectorShows();
        double from = left ? Math.round(layout.get().sidebar()) : 0;
        double to = getWidth() - (right ? Math.round(layout.get().inspector()) : 0);
        place(sidebar, left, 0, from);
        place(content, true, from, Math.max(0, to - from));
        place(inspector, right, to, getWidth() - to);
        place(sidebarHandle, left, from - HANDLE / 2, HANDLE);
        place(inspectorHandle, right, to - HANDLE / 2, HANDLE);
    }

    private void place(Region node, boolean visible, double x, double width) {
        node.setVisible(visible);
        node.resizeRelocate(x, 0, width, getHeight());
    }

    private Region handle(DoubleConsumer drag) {
        Region handle = new Region();
        handle.setCursor(Cursor.H_RESIZE);
        handle.setOnMouseDragged(event -> drag.accept(sceneToLocal(event.getSceneX(), 0).getX()));
        return handle;
    }

    private static void fill(StackPane box, Node node) {
        if (node == null) {
            box.getChildren().clear();
        } else if (!box.getChildren().equals(java.util.List.of(node))) {
            box.getChildren().setAll(node);
        }
    }

    private static StackPane box(String... classes) {
        StackPane box = new StackPane();
        box.getStyleClass().addAll(classes);
        Rectangle edge = new Rectangle();
        edge.widthProperty().bind(box.widthProperty());
        edge.heightProperty().bind(box.heightProperty());
        box.setClip(edge);
        return box;
    }
}
