package io.wonderlake.ui.explore;

import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.ui.kit.TierGlyph;
import io.wonderlake.work.Strings;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;

/// How one line of the tree looks: glyph, name, trouble sign, and its count at the right edge.
final class TreeLine extends TreeCell<TreeNode> {
    private static final int ICON = 13;
    private static final List<String> KINDS = List.of("tier-line", "quiet-line", "link-line", "failure-line");

    private final StackPane glyph = new StackPane();
    private final Label name = new Label();
    private final StackPane sign = new StackPane();
    private final Label detail = new Label();
    private final HBox line;
    private Subscription watched = Subscription.EMPTY;

    TreeLine(Consumer<TreeNode> open) {
        glyph.setMinWidth(14);
        name.getStyleClass().add("name");
        name.setMinWidth(0);
        detail.getStyleClass().add("detail");
        detail.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        line = new HBox(glyph, name, sign, gap, detail);
        line.getStyleClass().add("tree-line");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getClickCount() > 1 && !onArrow(event)) {
                event.consume();
            }
        });
        setOnMouseClicked(event -> {
            if (getItem() != null && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 1 && !onArrow(event)) {
                open.accept(getItem());
            }
        });
    }

    private boolean onArrow(MouseEvent event) {
        return event.getX() < line.getLayoutX();
    }

    @Override
    protected void updateItem(TreeNode item, boolean empty) {
        super.updateItem(item, empty);
        watched.unsubscribe();
        watched = Subscription.EMPTY;
        if (empty || item == null) {
            setGraphic(null);
            getStyleClass().removeAll(KINDS);
            return;
        }
        setGraphic(line);
        watched = item.lookProperty().subscribe(this::show);
    }

    private void show(TreeNode.Look look) {
        name.setText(look.thing().name());
        detail.setText(look.detail());
        glyph.getChildren().setAll(glyph(look.thing()));
        boolean failed = look.mark() == TreeNode.Mark.FAILED && !(look.thing() instanceof TreeThing.OfFailure);
        sign.getChildren().setAll(failed ? List.of(Icons.of("fth-x-circle", 12, Styles.DANGER)) : List.of());
        sign.setManaged(failed);
        setTooltip(tip(look, failed));
        setAccessibleText(look.thing().name() + (look.detail().isEmpty() ? "" : ", " + look.detail()) + (failed ? ", " + Strings.text("explore.tree.failed") : ""));
        getStyleClass().removeAll(KINDS);
        switch (look.thing()) {
            case TreeThing.OfTier _ -> getStyleClass().add("tier-line");
            case TreeThing.OfPartitions _, TreeThing.OfKeyFolders _ -> getStyleClass().add("quiet-line");
            case TreeThing.OfMore _ -> getStyleClass().add("link-line");
            case TreeThing.OfFailure _ -> getStyleClass().add("failure-line");
            case TreeThing.OfDomain _, TreeThing.OfTable _, TreeThing.OfFolder _, TreeThing.OfObject _ -> { }
        }
    }

    private static Tooltip tip(TreeNode.Look look, boolean failed) {
        return switch (look.thing()) {
            case TreeThing.OfFailure failure -> Buttons.tip(failure.failure().message() + "\n" + failure.failure().advice());
            case TreeThing.OfObject object -> Buttons.tip(object.entry().path().toString());
            case TreeThing.OfTable table -> Buttons.tip(table.table().name() + (failed ? "\n" + Strings.text("explore.tree.failed") : ""));
            case TreeThing.OfTier _, TreeThing.OfDomain _, TreeThing.OfPartitions _, TreeThing.OfFolder _, TreeThing.OfKeyFolders _, TreeThing.OfMore _ ->
                failed ? Buttons.tip(Strings.text("explore.tree.failed")) : null;
        };
    }

    private static Node glyph(TreeThing thing) {
        return switch (thing) {
            case TreeThing.OfTier tier -> new TierGlyph(tier.tier());
            case TreeThing.OfDomain _ -> Icons.of("fth-database", ICON);
            case TreeThing.OfTable _ -> Icons.of("fth-table", ICON);
            case TreeThing.OfPartitions _, TreeThing.OfKeyFolders _ -> Icons.of("fth-layers", ICON);
            case TreeThing.OfFolder _ -> Icons.of("fth-folder", ICON);
            case TreeThing.OfObject _ -> Icons.of("fth-file-text", ICON);
            case TreeThing.OfMore _ -> Icons.of("fth-more-horizontal", ICON, Styles.ACCENT);
            case TreeThing.OfFailure _ -> Icons.of("fth-x-circle", ICON, Styles.DANGER);
        };
    }

    /// A line is as wide as the tree; a long name is cut, and never makes the tree scroll sideways.
    @Override
    protected double computePrefWidth(double height) {
        return 0;
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() == line) {
            Insets inside = getInsets();
            line.resize(getWidth() - line.getLayoutX() - inside.getRight(), line.getHeight());
            line.layout();
        }
    }
}
