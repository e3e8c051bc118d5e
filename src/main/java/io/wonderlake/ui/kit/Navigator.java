package io.wonderlake.ui.kit;

/// Takes the window to a place, and remembers what was opened for Home and the palette: a feature goes through it, too, when the user
/// picks one of its own tables, files, queries or runs. Called on the UI thread.
@FunctionalInterface
public interface Navigator {
    void open(Destination destination);
}
