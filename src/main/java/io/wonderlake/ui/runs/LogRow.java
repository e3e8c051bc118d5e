package io.wonderlake.ui.runs;

import io.wonderlake.pipeline.LogLine;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// One line of a log: time, level as a word, step, message.
final class LogRow extends HBox {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final PseudoClass WARN = PseudoClass.getPseudoClass("warn");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int MOST_LETTERS = 1_000;
    private final Label time = label("time", 56);
    private final Label level = label("level", 36);
    private final Label message = label("message", 0);
    private long position;
    private LogLine line;

    LogRow(BiConsumer<Long, LogLine> choose) {
        getStyleClass().add("line");
        setManaged(false);
        HBox.setHgrow(message, Priority.ALWAYS);
        message.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(time, level, message);
        setOnMousePressed(_ -> {
            if (line != null) {
                choose.accept(position, line);
            }
        });
    }

    private static Label label(String styleClass, double width) {
        Label label = new Label();
        label.getStyleClass().add(styleClass);
        label.setMinWidth(width);
        if (width > 0) {
            label.setPrefWidth(width);
        }
        return label;
    }

    void show(long at, Optional<LogLine> now, boolean chosen) {
        position = at;
        if (now.isEmpty()) {
            line = null;
            time.setText("");
            level.setText("");
            message.setText("");
        } else if (!now.get().equals(line)) {
            line = now.get();
            time.setText(CLOCK.format(line.time().atZone(ZoneId.systemDefault())));
            level.setText(line.level().name());
            String first = line.message().lines().findFirst().orElse("");
            message.setText(first.length() > MOST_LETTERS ? first.substring(0, MOST_LETTERS) : first);
        }
        pseudoClassStateChanged(WARN, line != null && line.level() == LogLine.Level.WARN);
        pseudoClassStateChanged(ERROR, line != null && line.level() == LogLine.Level.ERROR);
        pseudoClassStateChanged(CHOSEN, chosen);
    }
}
