package io.wonderlake.house.seeded.ui.one;

import io.wonderlake.house.seeded.ui.two.Two;

/// Breaks: a view model with a control, and a feature that knows another.
public record OneViewModel(javafx.scene.control.Button button, Two two) {
}
