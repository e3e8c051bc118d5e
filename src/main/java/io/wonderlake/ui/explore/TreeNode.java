package io.wonderlake.ui.explore;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// One line of the tree with what stands below it; the children of a folder come when it is opened.
public final class TreeNode {
    private final boolean lazy;
    private final ReadOnlyObjectWrapper<Look> look;
    private final ObservableList<TreeNode> children = FXCollections.observableArrayList();
    private final BooleanProperty expanded = new SimpleBooleanProperty();
    private TreeNode parent;
    private boolean listed;

    /// What the line says at the moment.
    ///
    /// @param detail the count or size at the right; may be empty
    public record Look(TreeThing thing, String detail, Mark mark) { }

    /// The sign behind a name.
    public enum Mark { NONE, FAILED }

    /// @param parent null for a tier
    /// @param lazy whether its children are listed only when it is opened
    TreeNode(TreeNode parent, Look look, boolean lazy) {
        this.parent = parent;
        this.look = new ReadOnlyObjectWrapper<>(look);
        this.lazy = lazy;
    }

    public Optional<TreeNode> parent() {
        return Optional.ofNullable(parent);
    }

    public TreeThing thing() {
        return look.get().thing();
    }

    public Look look() {
        return look.get();
    }

    public ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    void show(Look now) {
        look.set(now);
    }

    public ObservableList<TreeNode> children() {
        return children;
    }

    public BooleanProperty expandedProperty() {
        return expanded;
    }

    public boolean leaf() {
        return !lazy && children.isEmpty();
    }

    boolean lazy() {
        return lazy;
    }

    boolean listed() {
        return listed;
    }

    void listed(boolean now) {
        listed = now;
    }

    /// Takes over the wanted lines; those that were there before stay the same nodes, with what was opened below them.
    void take(List<TreeNode> wanted) {
        take(children, wanted);
        children.forEach(child -> child.parent = this);
    }

    static void take(ObservableList<TreeNode> into, List<TreeNode> wanted) {
        List<TreeNode> merged = wanted.stream().map(node -> merge(into, node)).toList();
        if (!merged.equals(into)) {
            into.setAll(merged);
        }
    }

    private static TreeNode merge(List<TreeNode> before, TreeNode wanted) {
        Optional<TreeNode> same = before.stream().filter(node -> node.thing().key().equals(wanted.thing().key()) && node.lazy == wanted.lazy).findFirst();
        same.ifPresent(node -> {
            node.show(wanted.look());
            if (!node.lazy || !node.listed && !wanted.children.isEmpty()) {
                node.take(wanted.children);
            }
        });
        return same.orElse(wanted);
    }
}
