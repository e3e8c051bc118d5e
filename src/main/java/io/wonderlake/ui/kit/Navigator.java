package io.wonderlake.ui.kit;

/// Takes the window to a place. Called on the UI thread.
@FunctionalInterface
public interface Navigator {

    /// Brings the place to the front and remembers what was opened, for Home and the palette.
    void open(Destination destination);

    /// Remembers what the user has opened within a place, without going anywhere.
    default void visited(Destination destination) {
    }
}
