package io.wonderlake.ui.kit;

import java.util.Objects;
import java.util.function.Consumer;
import javafx.scene.control.ToggleGroup;

/// Lets a toggle group behave like a choice: pressing the chosen button again does not clear it.
final class Toggles {
    private Toggles() {
    }

    static void keepOne(ToggleGroup group, Consumer<Object> onChoice) {
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                onChoice.accept(now.getUserData());
            }
        });
    }

    static void select(ToggleGroup group, Object choice) {
        group.getToggles().stream()
                .filter(toggle -> Objects.equals(toggle.getUserData(), choice) && !toggle.isSelected())
                .findFirst().ifPresent(group::selectToggle);
    }
}
