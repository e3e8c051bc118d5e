package io.wonderlake.house.seeded.work;

import io.wonderlake.house.seeded.Root;
import io.wonderlake.house.seeded.lake.Downward;

/// Breaks: root, floors, cycles, and JavaFX outside the window.
public record Upward(Root root, Downward below, javafx.scene.Node node) {
}
