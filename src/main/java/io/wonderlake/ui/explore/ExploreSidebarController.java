package io.wonderlake.ui.explore;

import io.wonderlake.ui.kit.Buttons;
import io.wonderlake.ui.kit.EmptyState;
import io.wonderlake.ui.kit.FailureBanner;
import io.wonderlake.ui.kit.Loading;
import io.wonderlake.ui.kit.SearchField;
import io.wonderlake.ui.kit.Styles;
import io.wonderlake.work.Formats;
import io.wonderlake.work.Strings;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// Ties the tree's view to its view model.
public final class ExploreSidebarController {
    private final ExploreTreeViewModel model;
    private final Consumer<TreeThing> open;
    @FXML private HBox head;
    @FXML private VBox search;
    @FXML private FailureBanner failure;
    @FXML private StackPane body;
    @FXML private TreeView<TreeNode> tree;
    @FXML private HBox foot;
    private Optional<Node> cover = Optional.empty();

    ExploreSidebarController(ExploreTreeViewModel model, Consumer<TreeThing> open) {
        this.model = model;
        this.open = open;
    }

    @FXML
    private void initialize() {
        head.getChildren().addAll(
                Buttons.icon("fth-minimize-2", Strings.text("explore.tree.collapse"), model::collapse),
                Buttons.icon("fth-refresh-cw", Strings.text("explore.tree.refresh"), model::refresh));
        SearchField field = new SearchField(Strings.text("explore.tree.filter"));
        field.textProperty().bindBidirectional(model.filterProperty());
        search.getChildren().add(field);
        tree.setRoot(new TreeItem<>());
        tree.setCellFactory(_ -> new TreeLine(this::act));
        tree.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        tree.expandedItemCountProperty().subscribe(_ -> tree.getRoot().setExpanded(true));
        tree.getRoot().addEventHandler(TreeItem.<TreeNode>branchExpandedEvent(), event -> {
            if (event.getTreeItem().getValue() != null) {
                model.open(event.getTreeItem().getValue());
            }
        });
        model.roots().addListener((ListChangeListener<TreeNode>) _ -> fill());
        model.stateProperty().subscribe(this::show);
        model.selectedProperty().subscribe(this::bring);
        model.asOfProperty().subscribe(this::age);
        fill();
    }

    private void fill() {
        tree.getRoot().getChildren().setAll(TreeLeaf.items(tree.getRoot().getChildren(), model.roots()));
        show(model.stateProperty().get());
    }

    private void show(ExploreTreeViewModel.State state) {
        if (state instanceof ExploreTreeViewModel.State.Broken(var broken)) {
            failure.show(broken, Optional.of(new FailureBanner.Remedy(Strings.text("explore.again"), model::refresh)));
        } else {
            failure.clear();
        }
        cover.ifPresent(body.getChildren()::remove);
        cover = cover(state);
        cover.ifPresent(body.getChildren()::add);
    }

    /// Tables come from a copy of the catalog: how old it is, and how to renew it.
    private void age(Optional<Instant> asOf) {
        foot.getChildren().clear();
        foot.setVisible(asOf.isPresent());
        foot.setManaged(asOf.isPresent());
        asOf.ifPresent(time -> {
            Label words = new Label(Strings.text("explore.tree.asof", Moments.when(time, Instant.now())));
            words.getStyleClass().addAll(Styles.NOTE, Styles.MUTED);
            words.setTooltip(Buttons.tip(Formats.absolute(time)));
            Button renew = Buttons.link(Strings.text("explore.tree.renew"), model::renew);
            foot.getChildren().addAll(words, renew);
        });
    }

    private Optional<Node> cover(ExploreTreeViewModel.State state) {
        if (!model.roots().isEmpty()) {
            return Optional.empty();
        }
        return switch (state) {
            case ExploreTreeViewModel.State.Reading(var job) -> Optional.of(new Loading(job));
            case ExploreTreeViewModel.State.Broken _ -> Optional.empty();
            case ExploreTreeViewModel.State.Idle _ -> Optional.of(model.filterProperty().get().isBlank()
                    ? new EmptyState("fth-inbox", Strings.text("explore.tree.empty"), Strings.text("explore.tree.empty.how"))
                    : new EmptyState("fth-filter", Strings.text("explore.tree.none"), ""));
        };
    }

    private void key(KeyEvent event) {
        TreeItem<TreeNode> item = tree.getSelectionModel().getSelectedItem();
        if (item != null && event.getCode() == KeyCode.ENTER) {
            act(item.getValue());
            event.consume();
        }
    }

    private void act(TreeNode node) {
        switch (node.thing()) {
            case TreeThing.OfTable _, TreeThing.OfPartitions _, TreeThing.OfObject _ -> open.accept(node.thing());
            case TreeThing.OfMore _ -> model.more(node);
            case TreeThing.OfFailure(_, var trouble) -> failure.show(trouble, node.parent().map(parent -> new FailureBanner.Remedy(Strings.text("explore.again"), () -> {
                failure.clear();
                model.again(parent);
            })));
            case TreeThing.OfFolder _ -> {
                node.expandedProperty().set(true);
                open.accept(node.thing());
            }
            case TreeThing.OfTier _, TreeThing.OfDomain _, TreeThing.OfKeyFolders _ -> node.expandedProperty().set(!node.expandedProperty().get());
        }
    }

    private void bring(TreeNode node) {
        if (node == null) {
            tree.getSelectionModel().clearSelection();
            return;
        }
        find(tree.getRoot(), node).ifPresent(item -> {
            tree.getSelectionModel().select(item);
            int row = tree.getRow(item);
            tree.scrollTo(Math.max(0, row - 8));
        });
    }

    private static Optional<TreeItem<TreeNode>> find(TreeItem<TreeNode> from, TreeNode node) {
        if (from.getValue() == node) {
            return Optional.of(from);
        }
        if (from.getValue() != null && !from.getValue().expandedProperty().get()) {
            return Optional.empty();
        }
        return from.getChildren().stream().flatMap(child -> find(child, node).stream()).findFirst();
    }
}
