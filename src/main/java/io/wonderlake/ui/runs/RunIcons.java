package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.Run;
import io.wonderlake.pipeline.RunState;
import io.wonderlake.ui.kit.Chip;
import io.wonderlake.ui.kit.Icons;
import io.wonderlake.ui.kit.Spinner;
import io.wonderlake.ui.kit.Styles;
import javafx.scene.Node;

/// The signs of the states of runs and steps.
final class RunIcons {
    private RunIcons() {
    }

    static Node of(RunState state, int size) {
        Node icon = switch (state) {
            case WAITING -> Icons.of("fth-clock", size, Styles.SUBTLE);
            case RUNNING -> new Spinner(size);
            case DONE -> Icons.of("fth-check-circle", size, Styles.SUCCESS);
            case WARNED -> Icons.of("fth-alert-triangle", size, Styles.WARNING);
            case FAILED -> Icons.of("fth-x-circle", size, Styles.DANGER);
            case CANCELLED -> Icons.of("fth-slash", size, Styles.SUBTLE);
            case SKIPPED -> Icons.of("fth-minus-circle", size, Styles.SUBTLE);
            case UNKNOWN -> Icons.of("fth-help-circle", size, Styles.SUBTLE);
            case INTERRUPTED -> Icons.of("fth-zap-off", size, Styles.WARNING);
        };
        icon.setAccessibleText(RunWords.state(state));
        return icon;
    }

    static Chip chip(Run run) {
        String word = RunWords.state(run);
        return switch (run.state()) {
            case WAITING -> Chip.neutral(word, "fth-clock");
            case RUNNING -> Chip.accent(word, "fth-loader");
            case DONE -> Chip.success(word);
            case WARNED, INTERRUPTED -> Chip.warning(word);
            case FAILED -> Chip.danger(word);
            case CANCELLED -> Chip.neutral(word, "fth-slash");
            case UNKNOWN -> Chip.neutral(word, "fth-help-circle");
            case SKIPPED -> Chip.neutral(word, "fth-minus-circle");
        };
    }
}
