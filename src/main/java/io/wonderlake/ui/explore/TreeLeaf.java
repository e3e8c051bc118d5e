package io.wonderlake.ui.explore;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.control.TreeItem;

/// Ties a line of the view model to an item of the tree control; its children are made when they are looked at.
final class TreeLeaf extends TreeItem<TreeNode> {
    private boolean made;

    TreeLeaf(TreeNode node) {
        super(node);
        setExpanded(node.expandedProperty().get());
        expandedProperty().subscribe(now -> node.expandedProperty().set(now));
        node.expandedProperty().subscribe(now -> setExpanded(now));
        node.children().addListener((ListChangeListener<TreeNode>) _ -> {
            if (made) {
                fill();
            }
        });
    }

    @Override
    public ObservableList<TreeItem<TreeNode>> getChildren() {
        if (!made) {
            made = true;
            fill();
        }
        return super.getChildren();
    }

    @Override
    public boolean isLeaf() {
        return getValue() == null || getValue().leaf();
    }

    /// Keeps the items of lines that stay, so that what is open stays open.
    private void fill() {
        super.getChildren().setAll(items(super.getChildren(), getValue().children()));
    }

    static List<TreeItem<TreeNode>> items(List<TreeItem<TreeNode>> before, List<TreeNode> nodes) {
        Map<TreeNode, TreeItem<TreeNode>> known = new IdentityHashMap<>();
        before.forEach(item -> known.put(item.getValue(), item));
        return nodes.stream().map(node -> known.containsKey(node) ? known.get(node) : new TreeLeaf(node)).toList();
    }
}
