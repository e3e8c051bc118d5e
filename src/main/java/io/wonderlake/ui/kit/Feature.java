package io.wonderlake.ui.kit;

import java.util.List;
import javafx.scene.Node;

/// A place on the rail. The shell holds one of each, made when the lake is opened, and shows its nodes.
public interface Feature {

    /// Key of its words in the strings file (`place.explore`, `place.explore.tip`) and of its remembered state.
    String id();

    /// Feather icon literal: `fth-compass`.
    String icon();

    boolean accepts(Destination destination);

    /// Shows what the destination names; the shell brings this place to the front.
    void open(Destination destination);

    /// Left of the content; null for a place without one.
    default Node sidebar() {
        return null;
    }

    Node content();

    /// Right of the content; null for a place without one.
    default Node inspector() {
        return null;
    }

    /// What the palette offers and what the keys do while this place is in front.
    default List<Action> actions() {
        return List.of();
    }

    /// Called when the place comes to the front, and when it leaves it.
    default void shown() {
    }

    default void hidden() {
    }

    /// Keeps what has to outlive the window and stops what runs; called once, before the lake is closed.
    default void close() {
    }
}
