package io.wonderlake.ui.kit;

import java.util.Optional;
import javafx.scene.input.KeyCombination;

/// Something the user can do from a menu, the palette or a key.
///
/// @param label what it does, in words
/// @param icon Feather icon literal
/// @param key the key for it, if it has one
public record Action(String label, String icon, Optional<KeyCombination> key, Runnable run) { }
