package io.wonderlake.ui.kit;

/// Takes the window to a place. Called on the UI thread.
@FunctionalInterface
public interface Navigator {
    void open(Destination destination);
}
